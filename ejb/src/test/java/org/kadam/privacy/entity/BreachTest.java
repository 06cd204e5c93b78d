package org.kadam.privacy.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.kadam.problem.Kind;
import org.kadam.problem.Problem;

class BreachTest {

  private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
  private static final Instant EARLIER = NOW.minus(Duration.ofHours(5));

  private static Breach found(Instant happened, Instant found) {
    return new Breach("A list was left in a shop", happened, found, 8, null, NOW);
  }

  @Test
  @DisplayName("It cannot be found before it happened, nor tomorrow")
  void times_make_sense() {
    assertThrows(Problem.class, () -> found(NOW, EARLIER));
    assertThrows(Problem.class, () -> found(null, NOW.plusSeconds(1)));
    assertEquals(EARLIER, found(null, EARLIER).foundAt());
  }

  @Test
  @DisplayName("Who was told is written down once, and not before it was found")
  void told_once() {
    Breach breach = found(null, EARLIER);
    assertThrows(Problem.class, () -> breach.told(true, EARLIER.minusSeconds(1), NOW));
    breach.told(true, NOW, NOW);
    assertEquals(NOW, breach.boardToldAt());
    Problem again = assertThrows(Problem.class, () -> breach.told(true, NOW, NOW));
    assertEquals(Kind.CONFLICT, again.kind());
    breach.told(false, NOW, NOW);
    assertEquals(NOW, breach.peopleToldAt());
  }
}
