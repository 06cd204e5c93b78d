package org.kadam.support.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every rule keeps to; the test of each rule implements this. */
interface RuleContract {

  Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  LocalDate TODAY = LocalDate.of(2026, 11, 22);

  Rule rule();

  /** Somebody for whom this rule offers help. */
  Known inNeed();

  /** Somebody for whom the reason of this rule is gone. */
  Known notInNeed();

  static Known nobodyKnown() {
    return new Known(NOW, Optional.empty(), List.of());
  }

  static Known.Result result(double below, List<String> notDone, List<String> helped) {
    return new Known.Result(
        UUID.fromString("01935000-0000-7000-8000-000000000001"),
        NOW.minusSeconds(3600),
        TODAY,
        below,
        notDone,
        helped);
  }

  @Test
  default void the_name_can_be_stored_and_the_version_counts_from_one() {
    assertTrue(rule().name().matches("[a-z][a-z-]{0,31}"));
    assertTrue(rule().version() >= 1);
  }

  @Test
  default void nothing_known_changes_nothing() {
    assertEquals(Verdict.leave(), rule().judge(nobodyKnown()));
  }

  @Test
  default void an_offer_has_reasons_each_with_its_source_and_day() {
    Verdict verdict = rule().judge(inNeed());
    assertEquals(Verdict.Action.OFFER, verdict.action());
    assertFalse(verdict.facts().isEmpty());
    for (Fact fact : verdict.facts()) {
      assertTrue(fact.name().matches("[a-z]+\\.[a-z-]+"), fact.name());
      assertTrue(fact.source().matches("[a-z]+"), fact.source());
      assertFalse(fact.seen().isAfter(TODAY));
    }
  }

  @Test
  default void where_the_reason_is_gone_the_offer_ends() {
    assertEquals(Verdict.end(), rule().judge(notInNeed()));
  }

  @Test
  default void the_same_facts_give_the_same_verdict() {
    assertEquals(rule().judge(inNeed()), rule().judge(inNeed()));
  }
}
