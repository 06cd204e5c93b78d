package org.kadam.support.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.kadam.support.entity.Flag.State.ACCEPTED;
import static org.kadam.support.entity.Flag.State.CONFIRMED;
import static org.kadam.support.entity.Flag.State.CONTESTED;
import static org.kadam.support.entity.Flag.State.DECLINED;
import static org.kadam.support.entity.Flag.State.NOT_NOW;
import static org.kadam.support.entity.Flag.State.OFFERED;
import static org.kadam.support.entity.Flag.State.WRONG;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.kadam.problem.Kind;
import org.kadam.problem.Problem;
import org.kadam.support.rule.Fact;
import org.kadam.support.rule.Known;
import org.kadam.support.rule.Need;
import org.kadam.support.rule.Rule;
import org.kadam.support.rule.Verdict;

class FlagTest {

  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final UUID WORKER = new UUID(0, 1);
  private static final UUID HELPER = new UUID(0, 2);

  private static final class SomeRule implements Rule {
    @Override
    public String name() {
      return "some";
    }

    @Override
    public int version() {
      return 3;
    }

    @Override
    public Need need() {
      return Need.DEVICE;
    }

    @Override
    public Verdict judge(Known known) {
      throw new UnsupportedOperationException();
    }
  }

  private static Flag offered() {
    Fact fact = new Fact("device.none", "", "", "roster", LocalDate.of(2026, 11, 1));
    return new Flag(WORKER, new SomeRule(), List.of(fact), NOW);
  }

  private static Flag in(Flag.State state) {
    Flag flag = offered();
    switch (state) {
      case OFFERED -> {}
      case ACCEPTED, DECLINED, CONTESTED -> flag.answer(state, "a note", after(1));
      case CONFIRMED, NOT_NOW, WRONG -> {
        flag.answer(ACCEPTED, "a note", after(1));
        flag.decide(state, "because", HELPER, after(2));
      }
    }
    assertEquals(state, flag.state());
    return flag;
  }

  private static Instant after(int days) {
    return NOW.plus(Duration.ofDays(days));
  }

  private static void conflict(org.junit.jupiter.api.function.Executable what) {
    assertEquals(Kind.CONFLICT, assertThrows(Problem.class, what).kind());
  }

  @Test
  void an_offer_remembers_the_rule_its_version_and_the_facts() {
    Flag flag = offered();
    assertEquals(OFFERED, flag.state());
    assertEquals("some", flag.rule());
    assertEquals(3, flag.ruleVersion());
    assertEquals("device", flag.kind());
    assertEquals("device.none", flag.facts().get(0).name());
  }

  @Test
  void facts_come_out_of_the_database_as_they_went_in() {
    List<Fact> facts =
        List.of(
            new Fact("skill.not-done", "mute-group", "", "assessment", LocalDate.of(2026, 11, 20)),
            new Fact("skill.unsure", "x \"y\" ສ", "0.432", "assessment", LocalDate.MAX));
    FactsColumn column = new FactsColumn();
    assertEquals(facts, column.convertToEntityAttribute(column.convertToDatabaseColumn(facts)));
  }

  @ParameterizedTest
  @EnumSource(
      value = Flag.State.class,
      names = {"ACCEPTED", "DECLINED", "CONTESTED"})
  void she_answers_once_takes_it_back_and_answers_otherwise(Flag.State answer) {
    Flag flag = in(answer);
    assertEquals(Optional.of("a note"), flag.note());
    flag.answer(answer, "another note", after(3));
    assertEquals(Optional.of(after(1)), flag.answeredAt(), "the same answer again changes nothing");
    for (Flag.State other : Set.of(ACCEPTED, DECLINED, CONTESTED)) {
      if (other != answer) {
        conflict(() -> in(answer).answer(other, null, after(3)));
      }
    }
    flag.undo(after(4));
    assertEquals(OFFERED, flag.state());
    assertEquals(Optional.empty(), flag.note());
    assertEquals(Optional.empty(), flag.answeredAt());
    flag.answer(DECLINED, null, after(5));
    assertEquals(DECLINED, flag.state());
  }

  @Test
  void taking_back_what_was_never_said_changes_nothing() {
    Flag flag = offered();
    flag.undo(after(1));
    assertEquals(OFFERED, flag.state());
  }

  @ParameterizedTest
  @EnumSource(
      value = Flag.State.class,
      names = {"CONFIRMED", "NOT_NOW", "WRONG"})
  void after_a_decision_nothing_can_be_taken_back(Flag.State decision) {
    conflict(() -> in(decision).undo(after(3)));
    conflict(() -> in(decision).answer(DECLINED, null, after(3)));
    Flag flag = in(decision);
    flag.decide(decision, "another reason", HELPER, after(9));
    assertEquals(Optional.of("because"), flag.decisionReason());
    assertEquals(Optional.of(after(2)), flag.decidedAt());
  }

  @ParameterizedTest
  @EnumSource(
      value = Flag.State.class,
      names = {"OFFERED", "DECLINED", "CONTESTED"})
  void without_her_yes_nobody_decides(Flag.State state) {
    conflict(() -> in(state).decide(CONFIRMED, null, HELPER, after(3)));
  }

  @Test
  void not_now_may_become_a_yes_later_and_a_yes_or_wrong_stays() {
    Flag later = in(NOT_NOW);
    later.decide(CONFIRMED, null, HELPER, after(30));
    assertEquals(CONFIRMED, later.state());
    conflict(() -> in(CONFIRMED).decide(WRONG, null, HELPER, after(3)));
    conflict(() -> in(WRONG).decide(CONFIRMED, null, HELPER, after(3)));
  }

  @Test
  void an_offer_lives_at_least_fourteen_days_and_at_most_a_hundred_and_twenty() {
    Flag flag = offered();
    assertFalse(flag.mayEnd(after(14).minusMillis(1)));
    assertTrue(flag.mayEnd(after(14)));
    assertTrue(flag.stands(after(120).minusMillis(1)));
    assertFalse(flag.stands(after(120)));
    assertTrue(flag.isExpired(after(120)));
    conflict(() -> offered().answer(ACCEPTED, null, after(120)));
    conflict(() -> in(ACCEPTED).undo(after(120)));
    conflict(() -> in(ACCEPTED).decide(CONFIRMED, null, HELPER, after(120)));
  }

  @ParameterizedTest
  @EnumSource(Flag.State.class)
  void while_it_stands_the_same_rule_keeps_quiet(Flag.State state) {
    assertTrue(in(state).keepsQuiet(after(119)));
  }

  @Test
  void after_a_late_no_the_rule_keeps_quiet_for_ninety_days() {
    for (Flag.State no : Set.of(DECLINED, CONTESTED)) {
      Flag flag = offered();
      flag.answer(no, null, after(110));
      assertTrue(flag.keepsQuiet(after(110 + 90).minusMillis(1)));
      assertFalse(flag.keepsQuiet(after(110 + 90)));
    }
    Flag wrong = in(ACCEPTED);
    wrong.decide(WRONG, null, HELPER, after(110));
    assertTrue(wrong.keepsQuiet(after(199)));
    assertFalse(wrong.keepsQuiet(after(200)));
  }

  @ParameterizedTest
  @EnumSource(
      value = Flag.State.class,
      mode = Mode.EXCLUDE,
      names = {"DECLINED", "CONTESTED", "WRONG"})
  void an_offer_that_ran_out_without_a_no_may_be_made_anew(Flag.State state) {
    assertFalse(in(state).keepsQuiet(after(120)));
  }

  @Test
  void a_helper_sees_only_what_came_after_her_yes() {
    assertEquals(Set.of(ACCEPTED, CONFIRMED, NOT_NOW, WRONG), Flag.State.HELPERS);
  }

  @ParameterizedTest
  @EnumSource(Flag.State.class)
  void each_state_is_read_as_it_is_spelled(Flag.State state) {
    assertEquals(state, Flag.State.of(state.code()));
  }
}
