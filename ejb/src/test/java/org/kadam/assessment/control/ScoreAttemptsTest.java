package org.kadam.assessment.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kadam.assessment.entity.Attempt;
import org.kadam.assessment.itemtype.ItemTypes;
import org.kadam.event.entity.LedgerEvent;

class ScoreAttemptsTest {

  private static final UUID WORKER = new UUID(0, 1);
  private static final UUID OTHER = new UUID(0, 2);
  private static final UUID DEVICE = new UUID(0, 3);
  private static final UUID ATTEMPT = new UUID(0, 4);
  private static final Instant START = Instant.parse("2026-11-22T06:00:00Z");
  private static final Map<String, Form> FORMS =
      Map.of(
          "hash-0",
          Form.of(TestForm.before(TestForm.structure(0))),
          "hash-1",
          Form.of(TestForm.structure(0)),
          "hash-2",
          Form.of(TestForm.structure(.5)));
  private static final FormVersions VERSIONS =
      new FormVersions(
          List.of(
              new FormVersions.Version(
                  START.minusSeconds(999), "hash-0", Set.of("hash-0", "text-0")),
              new FormVersions.Version(
                  START.minusSeconds(99), "hash-1", Set.of("hash-1", "text-1")),
              new FormVersions.Version(
                  START.plusSeconds(9999), "hash-2", Set.of("hash-2", "text-2"))));
  private static final ScoreAttempts.Published PUBLISHED =
      new ScoreAttempts.Published(
          form -> form.equals(TestForm.ID) ? VERSIONS : new FormVersions(List.of()), FORMS::get);

  private long position;

  private LedgerEvent event(UUID worker, String type, long seq, String hash, JsonObject body) {
    return new LedgerEvent(
        ++position, type, 1, worker, DEVICE, seq, START.plusSeconds(seq), hash, body);
  }

  private static jakarta.json.JsonObjectBuilder body() {
    return Json.createObjectBuilder().add("attempt", ATTEMPT.toString()).add("form", TestForm.ID);
  }

  private LedgerEvent answer(long seq, String item, boolean right, boolean helped) {
    return event(
        WORKER,
        "item.answered",
        seq,
        "hash-1",
        body()
            .add("item", item)
            .add("sitting", 1)
            .add("response", TestForm.response(right))
            .add("helped", helped)
            .build());
  }

  private LedgerEvent finish(long seq) {
    return event(WORKER, "attempt.finished", seq, "hash-1", body().build());
  }

  private static Map<Attempt.Key, Attempt> fold(List<LedgerEvent> events) {
    Map<Attempt.Key, Attempt> attempts = new HashMap<>();
    ScoreAttempts.fold(events, attempts, PUBLISHED, ItemTypes.builtIn());
    return attempts;
  }

  private static Attempt only(List<LedgerEvent> events) {
    Map<Attempt.Key, Attempt> attempts = fold(events);
    assertEquals(1, attempts.size());
    return attempts.values().iterator().next();
  }

  /** Three sittings: fifteen answers, of which these are right. */
  private List<LedgerEvent> all(int right) {
    List<LedgerEvent> events = new ArrayList<>();
    events.add(event(WORKER, "sitting.started", 0, "hash-1", body().add("sitting", 1).build()));
    for (int i = 0; i < 15; i++) {
      events.add(answer(i + 1, "item-" + (char) ('a' + i), i < right, false));
    }
    return events;
  }

  @Test
  void there_is_no_result_before_all_is_answered_or_the_attempt_is_finished() {
    List<LedgerEvent> some = all(7).subList(0, 10);
    assertTrue(only(some).result().isEmpty());
    assertEquals(9, only(some).answered());
    List<LedgerEvent> finished = new ArrayList<>(some);
    finished.add(finish(40));
    assertTrue(only(finished).result().isPresent());
    assertEquals(START.plusSeconds(40), only(finished).scoredAt().orElseThrow());
    assertTrue(only(all(7)).result().isPresent());
    assertEquals(START.plusSeconds(15), only(all(7)).scoredAt().orElseThrow());
    assertFalse(only(all(7)).isFinished());
  }

  @Test
  void the_result_is_that_of_the_engine() {
    Ability ability = only(all(7)).result().orElseThrow();
    List<double[]> rows = new ArrayList<>();
    for (int i = 0; i < 15; i++) {
      rows.add(Logistic.rasch(-2 + i * .25).row(i < 7 ? 1 : 0, Grid.STANDARD));
    }
    assertEquals(Posterior.of(Grid.STANDARD, rows).mean(), ability.mean(), 1e-12);
  }

  @Test
  void any_order_and_any_repetition_come_to_the_same() {
    List<LedgerEvent> events = all(6);
    events.add(answer(20, "item-a", false, false));
    events.add(answer(21, "item-o", true, false));
    events.add(finish(30));
    events.add(finish(31));
    Attempt expected = only(events);
    Random random = new Random(11);
    for (int i = 0; i < 50; i++) {
      List<LedgerEvent> shuffled = new ArrayList<>(events);
      shuffled.addAll(events.subList(random.nextInt(10), 12));
      Collections.shuffle(shuffled, random);
      Map<Attempt.Key, Attempt> attempts = new HashMap<>();
      int cut = random.nextInt(shuffled.size());
      for (List<LedgerEvent> part :
          List.of(shuffled.subList(0, cut), shuffled.subList(cut, shuffled.size()))) {
        ScoreAttempts.fold(part, attempts, PUBLISHED, ItemTypes.builtIn());
      }
      Attempt attempt = attempts.values().iterator().next();
      assertEquals(expected.outcomes(), attempt.outcomes());
      assertEquals(expected.answered(), attempt.answered());
      assertEquals(expected.startedAt(), attempt.startedAt());
      assertEquals(expected.scoredAt(), attempt.scoredAt());
      assertEquals(expected.result(), attempt.result(), "to the last bit");
    }
  }

  @Test
  void of_two_answers_to_one_item_the_first_counts_even_if_the_clock_was_set_back() {
    LedgerEvent second = answer(9, "item-a", false, false);
    LedgerEvent turnedBack =
        new LedgerEvent(
            second.position(),
            second.type(),
            1,
            WORKER,
            DEVICE,
            9,
            START.minusSeconds(5000),
            "hash-1",
            second.body());
    Attempt attempt = only(List.of(turnedBack, answer(1, "item-a", true, false)));
    assertEquals(Map.of("item-a", Outcome.DONE), attempt.outcomes());
  }

  @Test
  void help_with_a_question_and_what_was_not_done_with_help_count_neither_for_nor_against() {
    List<LedgerEvent> events = all(7).subList(0, 10);
    events.add(finish(40));
    List<LedgerEvent> helped = new ArrayList<>(events);
    helped.add(answer(20, "item-o", true, true));
    helped.add(answer(21, "item-n", false, true));
    assertEquals(only(events).result(), only(helped).result());
    assertEquals(11, only(helped).answered());
    assertEquals(Outcome.HELPED, only(helped).outcomes().get("item-o"));
    assertEquals(Outcome.HELPED_NOT_DONE, only(helped).outcomes().get("item-n"));
  }

  @Test
  void a_task_done_with_help_is_done_at_least_with_help() {
    List<LedgerEvent> events = all(7).subList(0, 10);
    events.add(finish(40));
    List<LedgerEvent> helped = new ArrayList<>(events);
    helped.add(answer(20, "item-m", true, true));
    List<double[]> rows = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      rows.add(Logistic.rasch(-2 + i * .25).row(i < 7 ? 1 : 0, Grid.STANDARD));
    }
    // Difficulty 1; the levels "with help" and "on my own" begin at -1 and 0.
    rows.add(Grid.STANDARD.row(point -> 1 / (1 + Math.exp(-Math.min(point, 0)))));
    Ability ability = only(helped).result().orElseThrow();
    assertEquals(Posterior.of(Grid.STANDARD, rows).mean(), ability.mean(), 1e-12);
    assertTrue(ability.mean() > only(events).result().orElseThrow().mean());
  }

  @Test
  void by_a_form_from_before_help_counted_it_says_nothing() {
    assertEquals("rasch-eap-1", FORMS.get("hash-0").engine());
    List<LedgerEvent> events = all(7).subList(0, 10);
    events.add(finish(40));
    List<LedgerEvent> helped = new ArrayList<>(events);
    helped.add(answer(20, "item-m", true, true));
    assertEquals(only(by("text-0", events)).result(), only(by("text-0", helped)).result());
    assertEquals(
        only(by("text-0", events)).result(), only(events).result(), "the rest is as it was");
  }

  private static List<LedgerEvent> by(String hash, List<LedgerEvent> events) {
    return events.stream()
        .map(
            e ->
                new LedgerEvent(
                    e.position(), e.type(), 1, e.worker(), DEVICE, e.seq(), e.at(), hash, e.body()))
        .toList();
  }

  @Test
  void where_all_was_done_with_help_there_is_no_result() {
    List<LedgerEvent> events = new ArrayList<>();
    for (int i = 0; i < 15; i++) {
      events.add(answer(i, "item-" + (char) ('a' + i), i != 3, true));
    }
    events.add(finish(20));
    assertTrue(only(events).result().isEmpty());
    assertEquals(15, only(events).answered());
  }

  @Test
  void what_cannot_be_an_answer_counts_neither_for_nor_against() {
    List<LedgerEvent> events = all(7).subList(0, 10);
    events.add(finish(40));
    List<LedgerEvent> odd = new ArrayList<>(events);
    odd.add(answer(20, "no-such-item", true, false));
    for (JsonValue response :
        List.of(JsonValue.NULL, JsonValue.TRUE, JsonValue.EMPTY_JSON_OBJECT)) {
      JsonObject body = body().add("item", "item-o").add("response", response).build();
      odd.add(event(WORKER, "item.answered", 21, "hash-1", body));
    }
    odd.add(event(WORKER, "item.answered", 22, "hash-1", body().add("item", 5).build()));
    assertEquals(only(events).result(), only(odd).result());
    assertEquals(9, only(odd).answered());
  }

  @Test
  void events_of_no_attempt_or_of_an_unknown_version_change_nothing() {
    LedgerEvent later = answer(1, "item-a", true, false);
    List<LedgerEvent> events =
        List.of(
            event(WORKER, "card.done", 1, "hash-1", body().build()),
            event(WORKER, "attempt.finished", 1, "hash-1", JsonValue.EMPTY_JSON_OBJECT),
            event(
                WORKER,
                "attempt.finished",
                1,
                "hash-1",
                Json.createObjectBuilder().add("attempt", "x").add("form", "f").build()),
            new LedgerEvent(99, later.type(), 2, WORKER, DEVICE, 1, START, null, later.body()));
    assertEquals(Map.of(), fold(events));
  }

  @Test
  void nobody_can_answer_in_the_attempt_of_another() {
    List<LedgerEvent> events = all(7);
    LedgerEvent meddling =
        event(
            OTHER,
            "item.answered",
            0,
            "hash-1",
            body().add("item", "item-a").add("response", TestForm.response(false)).build());
    Map<Attempt.Key, Attempt> alone = fold(events);
    events.add(meddling);
    Map<Attempt.Key, Attempt> both = fold(events);
    Attempt.Key mine = new Attempt.Key(WORKER, ATTEMPT, TestForm.ID);
    assertEquals(2, both.size());
    assertEquals(alone.get(mine).result(), both.get(mine).result());
  }

  @Test
  void an_attempt_is_scored_by_the_form_that_she_had_before_her() {
    List<LedgerEvent> harder = new ArrayList<>();
    for (LedgerEvent e : all(7)) {
      harder.add(
          new LedgerEvent(
              e.position(), e.type(), 1, WORKER, DEVICE, e.seq(), e.at(), "text-2", e.body()));
    }
    assertEquals("hash-2", only(harder).formHash().orElseThrow());
    assertTrue(
        only(harder).result().orElseThrow().mean() > only(all(7)).result().orElseThrow().mean());
  }

  @Test
  void an_answer_that_names_no_form_belongs_to_the_one_that_was_out_at_the_time() {
    assertEquals("hash-1", VERSIONS.structure(null, START).orElseThrow());
    assertEquals("hash-2", VERSIONS.structure(null, START.plusSeconds(10_000)).orElseThrow());
    assertEquals(
        "hash-0", VERSIONS.structure("unheard-of", START.minusSeconds(5000)).orElseThrow());
    assertEquals("hash-2", VERSIONS.structure("text-2", START).orElseThrow());
    assertTrue(new FormVersions(List.of()).structure("hash-1", START).isEmpty());
  }
}
