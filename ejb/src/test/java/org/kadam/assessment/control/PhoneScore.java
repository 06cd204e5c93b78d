package org.kadam.assessment.control;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

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
  private final Map<String, long[]> helped = new HashMap<>();
  private final List<long[]> below;

  PhoneScore(JsonObject plan) {
    grid = numbers(plan.getJsonArray("grid"));
    prior = java.util.Arrays.stream(numbers(plan.getJsonArray("prior"))).asDoubleStream().toArray();
    JsonObject rows = plan.getJsonObject("right");
    rows.keySet().forEach(id -> right.put(id, numbers(rows.getJsonArray(id))));
    JsonObject withHelp = plan.getJsonObject("helped");
    withHelp.keySet().forEach(id -> helped.put(id, numbers(withHelp.getJsonArray(id))));
    below =
        plan.getJsonArray("below").getValuesAs(JsonArray.class).stream()
            .map(PhoneScore::numbers)
            .toList();
  }

  private static long[] numbers(JsonArray array) {
    return array.getValuesAs(JsonNumber.class).stream().mapToLong(JsonNumber::longValue).toArray();
  }

  Shown score(Map<String, Outcome> answers) {
    double[] post = prior.clone();
    answers.forEach(
        (id, outcome) -> {
          long[] row = (outcome == Outcome.HELPED ? helped : right).get(id);
          if (row == null || outcome == Outcome.HELPED_NOT_DONE) {
            return;
          }
          for (int q = 0; q < post.length; q++) {
            post[q] *= (outcome == Outcome.NOT_DONE ? 10_000 - row[q] : row[q]) / 10_000.0;
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
    Count count = new Count(form, phone);
    for (int pattern = 0; pattern < 1 << items.size(); pattern++) {
      Map<String, Outcome> outcomes = new HashMap<>();
      for (int i = 0; i < items.size(); i++) {
        boolean done = (pattern >> i & 1) == 1;
        outcomes.put(items.get(i), done ? Outcome.DONE : Outcome.NOT_DONE);
      }
      count.add(outcomes);
    }
    return count.agreement();
  }

  /** Patterns drawn at random in which items are also helped with or left out. */
  static Agreement compare(JsonObject structure, int patterns, RandomGenerator random) {
    Form form = Form.of(structure);
    List<String> items = form.items().keySet().stream().sorted().toList();
    Outcome[] any = Outcome.values();
    Count count = new Count(form, new PhoneScore(structure.getJsonObject("plan")));
    while (count.patterns < patterns) {
      Map<String, Outcome> outcomes = new HashMap<>();
      for (String item : items) {
        int drawn = random.nextInt(any.length + 1);
        if (drawn < any.length) {
          outcomes.put(item, any[drawn]);
        }
      }
      if (outcomes.values().stream().anyMatch(Outcome::alone)) {
        count.add(outcomes);
      }
    }
    return count.agreement();
  }

  private static final class Count {
    private final Form form;
    private final PhoneScore phone;
    private int patterns;
    private int levels;
    private int bands;
    private double largest;

    Count(Form form, PhoneScore phone) {
      this.form = form;
      this.phone = phone;
    }

    void add(Map<String, Outcome> outcomes) {
      Shown shown = phone.score(outcomes);
      Ability ability = form.ability(outcomes).orElseThrow();
      patterns++;
      levels += shown.level() == ability.level() ? 1 : 0;
      boolean band = shown.lowest() == ability.lowest() && shown.highest() == ability.highest();
      bands += band ? 1 : 0;
      largest = Math.max(largest, Math.abs(shown.ability() - ability.mean()));
    }

    Agreement agreement() {
      return new Agreement(patterns, levels, bands, largest);
    }
  }
}
