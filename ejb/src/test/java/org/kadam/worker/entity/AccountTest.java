package org.kadam.worker.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An account that follows the roster")
class AccountTest {

  private static final Instant NOW = Instant.parse("2026-11-22T06:00:00Z");

  private final Account account = new Account(UUID.randomUUID(), "135790", NOW);

  private String state() {
    return account.line("KNT-017").state();
  }

  @Test
  void keeps_the_first_PIN_until_it_is_made_and_no_longer() {
    assertEquals(Optional.of("135790"), account.firstPin());
    account.made(account.wanted(), "135790", NOW);
    assertEquals(Optional.empty(), account.firstPin());
    assertEquals("made", state());
  }

  @Test
  void is_not_done_when_the_roster_changed_while_it_was_being_made() {
    long version = account.wanted();
    account.want(NOW);
    account.made(version, "135790", NOW);
    assertEquals("waiting", state());
    assertEquals(Optional.empty(), account.firstPin());
  }

  @Test
  void takes_no_first_PIN_from_a_roster_once_it_was_made() {
    account.made(account.wanted(), "135790", NOW);
    assertFalse(account.offer("246801", NOW));
    assertEquals("made", state());
  }

  @Test
  void takes_another_first_PIN_while_it_waits() {
    assertFalse(account.offer("135790", NOW));
    assertFalse(account.offer(null, NOW));
    assertTrue(account.offer("246801", NOW));
    assertEquals(Optional.of("246801"), account.firstPin());
  }

  @Test
  void of_a_demonstration_keeps_its_printed_PIN_whatever_a_roster_says() {
    account.print("258036", NOW);
    assertFalse(account.offer("135790", NOW));
    assertEquals(Optional.of("258036"), account.firstPin());
    assertTrue(account.pinPermanent());
  }

  @Test
  void that_fails_is_tried_again_ever_later_but_at_least_every_ten_minutes() {
    account.failed("status-500", NOW);
    assertEquals(NOW.plusSeconds(2), account.line("KNT-017").nextTry());
    assertEquals("failed", state());
    for (int i = 0; i < 70; i++) {
      account.failed("status-500", NOW);
    }
    assertEquals(NOW.plus(Duration.ofMinutes(10)), account.line("KNT-017").nextTry());
    account.want(NOW);
    assertEquals(NOW, account.line("KNT-017").nextTry());
    assertEquals("waiting", state());
  }

  @Test
  void takes_no_first_PIN_from_a_roster_once_somebody_made_her_one() {
    assertTrue(account.dropFirstPin(NOW, Duration.ofMinutes(2)));
    account.pinMade(UUID.randomUUID(), NOW);
    assertFalse(account.offer("135790", NOW));
    assertEquals(Optional.empty(), account.firstPin());
    account.made(account.wanted(), null, NOW);
    assertEquals("made", state());
  }

  @Test
  void keeps_a_first_PIN_that_is_just_being_brought_over() {
    account.lease(NOW.plusSeconds(120));
    assertFalse(account.dropFirstPin(NOW.plusSeconds(1), Duration.ofMinutes(2)));
    assertEquals(Optional.of("135790"), account.firstPin());
    assertTrue(account.dropFirstPin(NOW.plusSeconds(121), Duration.ofMinutes(2)));
    account.lease(NOW.plusSeconds(300));
    assertTrue(account.dropFirstPin(NOW.plusSeconds(200), Duration.ofMinutes(2)), "None is left");
  }
}
