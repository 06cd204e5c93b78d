package org.kadam.assessment.control;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Scores as a phone does: whole numbers of the plan, multiplied and added, nothing else. Written
 * apart from the engine, so that the two can be held against each other.
 */
final class PhoneScore {

  /** What a phone shows. */
  record Shown(double ability, int level, int lowest, int highest) {}

  /** How many of the patterns agree in level and in band, and the largest difference in EAP. */
  record Agreement(int patterns, int levels, int bands, double largestError) {}

  private final long[] grid;
  private final double[] prior;
  private final Map<String, long[]> right = new HashMap<>();
  private final List<long[]> below;

  PhoneScore(JsonObject plan) {
    grid = numbers(plan.getJsonArray("grid"));
    prior = java.util.Arrays.stream(numbers(plan.getJsonArray("prior"))).asDoubleStream().toArray();
    JsonObject rows = plan.getJsonObject("right");
    rows.keySet().forEach(id -> right.put(id, numbers(rows.getJsonArray(id))));
    below =
        plan.getJsonArray("below").getValuesAs(JsonArray.class).stream()
            .map(PhoneScore::numbers)
            .toList();
  }

  private static long[] numbers(JsonArray array) {
    return array.getValuesAs(JsonNumber.class).stream().mapToLong(JsonNumber::longValue).toArray();
  }

  Shown score(Map<String, Boolean> answers) {
    double[] post = prior.clone();
    answers.forEach(
        (id, done) -> {
          long[] row = right.get(id);
          for (int q = 0; q < post.length; q++) {
            post[q] *= (done ? row[q] : 10_000 - row[q]) / 10_000.0;
          }
        });
    double total = 0;
    double mean = 0;
    for (int q = 0; q < post.length; q++) {
      total += post[q];
      mean += post[q] * grid[q] / 100.0;
    }
    double[] levels = new double[below.size() + 1];
    double before = 0;
    for (int k = 0; k < below.size(); k++) {
      double sum = 0;
      for (int q = 0; q < post.length; q++) {
        sum += post[q] * below.get(k)[q] / 10_000.0;
      }
      levels[k] = sum / total - before;
      before = sum / total;
    }
    levels[below.size()] = 1 - before;
    int most = 0;
    int lowest = -1;
    int highest = -1;
    for (int level = 0; level < levels.length; level++) {
      most = levels[level] > levels[most] ? level : most;
      if (levels[level] >= .10) {
        lowest = lowest < 0 ? level : lowest;
        highest = level;
      }
    }
    return new Shown(mean / total, most, lowest, highest);
  }

  /** Every pattern of right and wrong answers to a form, on the phone and on the server. */
  static Agreement compare(JsonObject structure) {
    Form form = Form.of(structure);
    PhoneScore phone = new PhoneScore(structure.getJsonObject("plan"));
    List<String> items = form.items().keySet().stream().sorted().toList();
    int levels = 0;
    int bands = 0;
    double largest = 0;
    for (int pattern = 0; pattern < 1 << items.size(); pattern++) {
      Map<String, Boolean> answers = new HashMap<>();
      Map<String, Outcome> outcomes = new HashMap<>();
      for (int i = 0; i < items.size(); i++) {
        boolean done = (pattern >> i & 1) == 1;
        answers.put(items.get(i), done);
        outcomes.put(items.get(i), done ? Outcome.DONE : Outcome.NOT_DONE);
      }
      Shown shown = phone.score(answers);
      Ability ability = form.ability(outcomes).orElseThrow();
      levels += shown.level() == ability.level() ? 1 : 0;
      boolean band = shown.lowest() == ability.lowest() && shown.highest() == ability.highest();
      bands += band ? 1 : 0;
      largest = Math.max(largest, Math.abs(shown.ability() - ability.mean()));
    }
    return new Agreement(1 << items.size(), levels, bands, largest);
  }
}
