package org.kadam.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kadam.learning.entity.Progress.Steps;

class StepsTest {

  private static final Instant MONDAY = Instant.parse("2026-11-16T10:00:00Z");
  private static final Instant TUESDAY = Instant.parse("2026-11-17T10:00:00Z");

  private final Steps started = new Steps(MONDAY, null, List.of());
  private final Steps card = new Steps(TUESDAY, null, List.of("way"));
  private final Steps finished = new Steps(TUESDAY, TUESDAY, List.of());

  @Test
  void the_order_of_coming_in_does_not_matter() {
    Steps all = new Steps(MONDAY, TUESDAY, List.of("way"));
    assertEquals(all, started.and(card).and(finished));
    assertEquals(all, finished.and(started).and(card));
    assertEquals(all, card.and(finished.and(started)));
  }

  @Test
  void the_same_again_changes_nothing() {
    Steps once = started.and(card);
    assertEquals(once, once.and(card).and(started));
  }

  @Test
  void the_first_finish_stays_the_finish() {
    Steps again = new Steps(TUESDAY, TUESDAY.plusSeconds(60), List.of());
    assertEquals(TUESDAY, again.and(finished).finished());
  }
}
