package org.kadam.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.kadam.assessment.Taken.How;
import org.kadam.assessment.control.adaptive.AdaptivePlan;
import org.kadam.it.Caller;
import org.kadam.it.Phone;

class AssessmentIT {

  /** The phone's points lie otherwise than the server's, and two rows have a bend between them. */
  private static final double NEAR = 5e-3;

  private final Caller worker = Caller.as("MSH-001");

  @Test
  @DisplayName(
      "Published are ninety items, most observed, a plan to choose by, and fifteen for paper")
  void published() {
    Taken taken = Taken.by(worker);
    assertEquals(15, taken.items().size());
    assertEquals(15, Set.copyOf(taken.items()).size());
    assertTrue(taken.items().stream().filter(taken::observed).count() >= 9);
    List<String> bank = strings(taken.plan().getJsonArray("items"));
    assertTrue(bank.size() >= 90, bank.size() + " items");
    assertTrue(bank.containsAll(taken.items()));
    assertTrue(bank.stream().filter(taken::observed).count() >= .6 * bank.size());
    AdaptivePlan read = AdaptivePlan.read(taken.part());
    assertEquals(20, read.design().most());
    JsonObject listed = worker.get("/api/courses").json().getJsonObject("assessment");
    assertEquals(3, listed.getInt("sittings"));
    int plan = listed.getJsonObject("plan").getInt("bytes");
    assertTrue(plan > 0 && plan <= 12 * 1024, plan + " bytes of plan");
    for (String language : List.of("en", "hi", "lo")) {
      String hash = listed.getJsonObject("text").getJsonObject(language).getString("hash");
      JsonObject text = worker.get("/api/packages/" + hash).json();
      for (String item : bank) {
        assertFalse(
            text.getJsonObject("items").getJsonObject(item).getString("can").isBlank(), item);
      }
    }
  }

  @Test
  @DisplayName("An attempt sent in any order gets the result that the phone's own plan gives")
  void scored_as_on_the_phone() {
    Taken taken = Taken.by(worker);
    List<String> items = taken.items();
    List<String> done = items.subList(0, 8);
    List<String> helped = items.subList(8, 10);
    List<String> notEvenWithHelp = items.subList(10, 11);
    List<String> open = items.subList(11, 15);
    assertTrue(helped.stream().anyMatch(taken::observed), "a task is done with help");
    List<JsonObject> events = new ArrayList<>();
    done.forEach(item -> events.add(taken.answer(item, How.ALONE)));
    helped.forEach(item -> events.add(taken.answer(item, How.WITH_HELP)));
    notEvenWithHelp.forEach(item -> events.add(taken.answer(item, How.NOT_DONE_WITH_HELP)));
    open.forEach(item -> events.add(taken.answer(item, How.NOT_DONE)));
    events.add(taken.finish());
    Collections.shuffle(events, new Random(3));
    taken.send(events.subList(0, 6));
    taken.send(events.subList(6, events.size()));
    Taken.await("a result", () -> taken.shown() != null && taken.shown().containsKey("ability"));
    JsonObject shown = taken.shown();
    assertEquals(15, shown.getInt("answered"));
    assertTrue(shown.getBoolean("finished"));
    assertTrue(shown.getBoolean("provisional"));
    Expected expected = Expected.of(taken.plan(), done, helped, open);
    assertEquals(expected.ability(), shown.getJsonNumber("ability").doubleValue(), NEAR);
    assertEquals(expected.sd(), shown.getJsonNumber("se").doubleValue(), NEAR);
    assertEquals(expected.below(), shown.getJsonNumber("pBelow").doubleValue(), NEAR);
    assertEquals(expected.level(), shown.getInt("level"));
    assertEquals(expected.lowest(), shown.getJsonArray("likely").getInt(0));
    assertEquals(expected.highest(), shown.getJsonArray("likely").getInt(1));
    assertEquals(Set.copyOf(done), Set.copyOf(strings(shown.getJsonArray("can"))));
    JsonObject difficulty = taken.plan().getJsonObject("difficulty");
    assertEquals(
        items.stream()
            .filter(item -> !done.contains(item))
            .sorted((a, b) -> Integer.compare(difficulty.getInt(a), difficulty.getInt(b)))
            .limit(3)
            .toList(),
        strings(shown.getJsonArray("next")));
  }

  @Test
  @DisplayName("An unfinished attempt is kept and has no result yet")
  void unfinished() {
    Taken taken = Taken.by(worker);
    taken.send(List.of(taken.answer(taken.items().get(0), How.ALONE)));
    Taken.await("the attempt", () -> taken.shown() != null);
    JsonObject shown = taken.shown();
    assertEquals(1, shown.getInt("answered"));
    assertFalse(shown.getBoolean("finished"));
    assertFalse(shown.containsKey("ability"));
    assertFalse(shown.containsKey("level"));
    assertEquals(List.of(taken.items().get(0)), strings(shown.getJsonArray("can")));
  }

  @Test
  @DisplayName("Nobody answers in another's attempt, even under its id")
  void another_worker() {
    Taken taken = Taken.by(worker);
    taken.send(List.of(taken.answer(taken.items().get(0), How.ALONE)));
    Caller other = Caller.as("KNT-F1");
    Phone phone = Phone.of(other);
    JsonObject body =
        Json.createObjectBuilder(taken.answer(taken.items().get(1), How.NOT_DONE))
            .build()
            .getJsonObject("body");
    assertEquals(200, phone.send(other, List.of(phone.event("item.answered", body))).status());
    Taken.await("the attempt", () -> taken.shown() != null);
    Taken.await(
        "the other's own attempt",
        () ->
            other.get("/api/me/progress").json().getJsonArray("attempts").stream()
                .anyMatch(a -> a.asJsonObject().getString("attempt").equals(taken.attempt())));
    assertEquals(1, taken.shown().getInt("answered"));
  }

  @Test
  @DisplayName("Answers that cannot be answers are kept and count for nothing")
  void odd_answers() {
    Taken taken = Taken.by(worker);
    JsonObject good = taken.answer(taken.items().get(0), How.ALONE);
    List<JsonObject> events = new ArrayList<>(List.of(good));
    for (String response : List.of("{}", "{\"path\":5}", "{\"answers\":[\"nothing\"]}")) {
      JsonObject body =
          Json.createObjectBuilder(
                  taken.answer(taken.items().get(1), How.ALONE).getJsonObject("body"))
              .add("response", Json.createReader(new java.io.StringReader(response)).readObject())
              .build();
      events.add(taken.phone().event("item.answered", body));
    }
    taken.send(events);
    Taken.await("the attempt", () -> taken.shown() != null && taken.shown().getInt("answered") > 0);
    assertEquals(1, taken.shown().getInt("answered"));
  }

  @Test
  @DisplayName("Without a sign-in there is no progress to see")
  void stranger() {
    Caller.Answer answer = Caller.stranger().get("/api/me/progress");
    assertEquals(401, answer.status());
    assertEquals("signed-out", answer.problem());
  }

  @Test
  @DisplayName("Somebody who was never assessed has no attempts, and that is no error")
  void nothing_yet() {
    Caller.Answer answer = Caller.as("MZF-D1").get("/api/me/progress");
    assertEquals(200, answer.status());
    assertNotNull(answer.json().getJsonArray("attempts"));
    assertNull(Taken.by(worker).shown());
  }

  private static List<String> strings(JsonArray array) {
    return array.getValuesAs(JsonString::getString);
  }

  /** The result by the whole numbers of the plan alone, as a phone works it out. */
  private record Expected(
      double ability, double sd, double below, int level, int lowest, int highest) {

    static Expected of(JsonObject plan, List<String> done, List<String> helped, List<String> open) {
      double[] grid = numbers(plan.getJsonArray("grid"), 100);
      double[] post = numbers(plan.getJsonArray("prior"), 1);
      for (String item : done) {
        double[] right = numbers(plan.getJsonObject("right").getJsonArray(item), 10_000);
        for (int q = 0; q < post.length; q++) {
          post[q] *= right[q];
        }
      }
      for (String item : helped) {
        JsonArray row = plan.getJsonObject("helped").getJsonArray(item);
        if (row != null) {
          double[] withHelp = numbers(row, 10_000);
          for (int q = 0; q < post.length; q++) {
            post[q] *= withHelp[q];
          }
        }
      }
      for (String item : open) {
        double[] right = numbers(plan.getJsonObject("right").getJsonArray(item), 10_000);
        for (int q = 0; q < post.length; q++) {
          post[q] *= 1 - right[q];
        }
      }
      double total = 0;
      double sum = 0;
      double squares = 0;
      for (int q = 0; q < post.length; q++) {
        total += post[q];
        sum += post[q] * grid[q];
        squares += post[q] * grid[q] * grid[q];
      }
      double mean = sum / total;
      List<Double> below = new ArrayList<>(List.of(0.));
      for (JsonArray cut : plan.getJsonArray("below").getValuesAs(JsonArray.class)) {
        double[] weights = numbers(cut, 10_000);
        double p = 0;
        for (int q = 0; q < post.length; q++) {
          p += weights[q] * post[q] / total;
        }
        below.add(p);
      }
      below.add(1.);
      int level = 0;
      List<Integer> likely = new ArrayList<>();
      for (int k = 0; k + 1 < below.size(); k++) {
        double p = below.get(k + 1) - below.get(k);
        level = p > below.get(level + 1) - below.get(level) ? k : level;
        if (p >= .10) {
          likely.add(k);
        }
      }
      return new Expected(
          mean,
          Math.sqrt(squares / total - mean * mean),
          below.get(plan.getInt("flagCut") + 1),
          level,
          likely.get(0),
          likely.get(likely.size() - 1));
    }

    private static double[] numbers(JsonArray array, double scale) {
      return array.stream()
          .mapToDouble(n -> ((jakarta.json.JsonNumber) n).doubleValue() / scale)
          .toArray();
    }
  }
}
