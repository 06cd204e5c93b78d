package org.kadam.assessment.control.adaptive;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.kadam.assessment.control.Cuts;
import org.kadam.assessment.control.FormDraft;
import org.kadam.assessment.control.ItemModel;
import org.kadam.assessment.control.Logistic;
import org.kadam.assessment.control.PartialCredit;
import org.kadam.course.control.ContentFiles;

/** Banks and designs to make plans of. */
final class PlanBanks {

  static final Cuts CUTS = new Cuts(List.of(-1.4, -.4, 1.), 1);

  /**
   * A bank with its design and what becomes of it.
   *
   * @param plan as published
   * @param read as a phone reads it
   * @param exact without any rounding
   */
  record Case(
      List<AdaptivePlan.Entry> bank,
      Design design,
      JsonObject plan,
      AdaptivePlan read,
      Tables exact) {

    Case(List<AdaptivePlan.Entry> bank, Design design) {
      this(bank, design, CUTS);
    }

    Case(List<AdaptivePlan.Entry> bank, Design design, Cuts cuts) {
      this(bank, design, AdaptivePlan.of(bank, design, 3, cuts), cuts);
    }

    private Case(List<AdaptivePlan.Entry> bank, Design design, JsonObject plan, Cuts cuts) {
      this(
          bank,
          design,
          plan,
          AdaptivePlan.read(plan),
          AdaptivePlan.exact(bank, AdaptivePlan.GRID, cuts));
    }
  }

  /** Fifteen of ninety Rasch items; the level's certainty; the standard error; what ships. */
  static Map<String, Case> all() {
    int[] areas = {2, 2, 3, 2, 3, 2, 1};
    int[] fewer = {1, 1, 2, 1, 2, 1, 1};
    Map<String, Case> cases = new LinkedHashMap<>();
    cases.put("rasch", new Case(ninety(false), new Design(15, 15, 1, 0, areas, 9, 5)));
    cases.put("certain", new Case(ninety(false), new Design(9, 18, .85, 0, fewer, 5, 5)));
    cases.put("mixed", new Case(ninety(true), new Design(10, 20, 1, .4, fewer, 6, 5)));
    cases.put("shipped", new Case(shipped(), Simulate.SHIPPED));
    return cases;
  }

  /** Fifteen of ninety Rasch items that are all observed tasks. */
  static Case allTasks(Cuts cuts) {
    List<AdaptivePlan.Entry> tasks =
        ninety(false).stream()
            .map(item -> new AdaptivePlan.Entry(item.id(), item.area(), true, item.model()))
            .toList();
    return new Case(tasks, new Design(15, 15, 1, 0, new int[] {2, 2, 3, 2, 3, 2, 1}, 9, 5), cuts);
  }

  /** Seven areas, two in three observed; Rasch, or partial credit, 2PL and 3PL in turn. */
  static List<AdaptivePlan.Entry> ninety(boolean mixed) {
    Random random = new Random(90);
    List<AdaptivePlan.Entry> bank = new ArrayList<>();
    for (int i = 0; i < 90; i++) {
      double b = 1.2 * random.nextGaussian();
      double a = .6 + 1.2 * random.nextDouble();
      String area = "A" + (i * 7 / 90 + 1);
      boolean observed = i % 3 != 0;
      bank.add(
          new AdaptivePlan.Entry(
              area.toLowerCase(java.util.Locale.ROOT) + "-some-task-or-other-" + i,
              area,
              observed,
              !mixed
                  ? Logistic.rasch(b)
                  : observed
                      ? new PartialCredit(a, List.of(b - random.nextDouble(), b + .5))
                      : new Logistic(a, b, i % 2 == 0 ? 0 : .2)));
    }
    return bank;
  }

  /** What is in {@code content/item}. */
  static List<AdaptivePlan.Entry> shipped() {
    List<AdaptivePlan.Entry> bank = new ArrayList<>();
    FormDraft.read(ContentFiles.shipped())
        .areas()
        .forEach(
            (area, draft) -> {
              JsonArray items = draft.items().getJsonArray("items");
              for (JsonObject item : items.getValuesAs(JsonObject.class)) {
                ItemModel model = Logistic.rasch(item.getJsonNumber("difficulty").doubleValue());
                boolean observed = item.getBoolean("observed");
                bank.add(new AdaptivePlan.Entry(item.getString("id"), area, observed, model));
              }
            });
    return bank;
  }

  private PlanBanks() {}
}
