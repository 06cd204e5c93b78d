package org.kadam.assessment.control;

import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.kadam.assessment.control.adaptive.AdaptivePlan;
import org.kadam.assessment.control.adaptive.Design;
import org.kadam.course.control.Faults;
import org.kadam.course.control.Shape;

/**
 * What {@code adaptive} of a form asks for: that phones choose the items out of the whole bank,
 * instead of giving everybody the same.
 *
 * @param items the most items that one attempt has
 * @param sittings in how many parts it is taken
 * @param minimum the fewest items of each area, all among the first {@code least}; the {@link
 *     Blueprint}'s where none are said
 * @param least the fewest items before it may stop early
 * @param certainty it stops at this probability of a level; 1 for never
 * @param error it stops at this standard error in logits; 0 for never
 * @param among the next item is drawn from so many of the best
 */
record AdaptiveForm(
    int items,
    int sittings,
    Map<String, Integer> minimum,
    int least,
    double certainty,
    double error,
    int among) {

  static final String KEY = "adaptive";

  /** Enough to keep any item from being known to all (Kingsbury and Zara 1989). */
  private static final int AMONG = 5;

  private static final Set<String> SHARES = Set.of("certainty", "error");

  private static AdaptiveForm of(JsonObject form) {
    JsonObject said = form.getJsonObject(KEY);
    Map<String, Integer> minimum = new TreeMap<>(Blueprint.ITEMS);
    if (said.containsKey("minimum")) {
      minimum.replaceAll((area, any) -> said.getJsonObject("minimum").getInt(area, 0));
    }
    int items = said.getInt("items");
    return new AdaptiveForm(
        items,
        said.getInt("sittings"),
        minimum,
        said.getInt("least", items),
        number(said, "certainty", 1),
        number(said, "error", 0),
        said.getInt("among", AMONG));
  }

  private static double number(JsonObject said, String key, double otherwise) {
    return said.get(key) instanceof JsonNumber number ? number.doubleValue() : otherwise;
  }

  /** Adds what is wrong with it; {@code bank} has all items that there are, by id. */
  static void check(JsonObject form, Map<String, JsonObject> bank, Faults.Spot spot) {
    if (spot.faultIf(!(form.get(KEY) instanceof JsonObject), "shape", "This must be a mapping")) {
      return;
    }
    JsonObject said = form.getJsonObject(KEY);
    boolean well =
        new Shape()
            .with("items", Shape.Of.COUNT)
            .with("sittings", Shape.Of.COUNT)
            .maybe("minimum", Shape.Of.OBJECT)
            .maybe("least", Shape.Of.COUNT)
            .maybe("among", Shape.Of.COUNT)
            .fits(FormPackage.without(said, SHARES), spot);
    for (String key : SHARES) {
      well &=
          !spot.in(key)
              .faultIf(
                  said.containsKey(key)
                      && !(number(said, key, -1) >= 0 && number(said, key, 2) <= 1),
                  "number",
                  "This must be a number from 0 to 1");
    }
    if (well && said.get("minimum") instanceof JsonObject minimum) {
      for (var of : minimum.entrySet()) {
        boolean fits =
            Blueprint.ITEMS.containsKey(of.getKey())
                && of.getValue() instanceof JsonNumber count
                && count.isIntegral()
                && count.intValue() >= 0;
        well &=
            !spot.in("minimum")
                .in(of.getKey())
                .faultIf(!fits, "minimum", "This must be an area and a count of items");
      }
    }
    if (well) {
      of(form).enough(bank, spot);
    }
  }

  private void enough(Map<String, JsonObject> bank, Faults.Spot spot) {
    spot.in("sittings")
        .faultIf(
            sittings != Blueprint.SITTINGS,
            "sittings",
            "There must be three sittings, as in the form for everybody");
    spot.in("items")
        .faultIf(
            items > Blueprint.MOST_A_SITTING * sittings,
            "sittings",
            "A sitting has at most seven items");
    spot.in("least")
        .faultIf(
            minimum.values().stream().mapToInt(Integer::intValue).sum() > least,
            "minimum",
            "The areas need more items than that");
    spot.in("items")
        .faultIf(items > bank.size(), "bank", "There are only " + bank.size() + " items");
    spot.in("least").faultIf(least > items, "least", "There are fewer items than that");
    minimum.forEach(
        (area, needed) -> {
          long there =
              bank.values().stream()
                  .filter(item -> FormCheck.text(item, "area").equals(area))
                  .count();
          spot.in("minimum")
              .in(area)
              .faultIf(there < needed, "bank", "There are only " + there + " items");
        });
    long observed =
        bank.values().stream().filter(item -> item.getBoolean("observed", false)).count();
    spot.in("items")
        .faultIf(
            observed < observed(),
            "observed",
            "There are only " + observed + " observed items for " + observed());
  }

  private int observed() {
    return (int) Math.ceil(Blueprint.OBSERVED * least);
  }

  /** The plan of a sound form: its bank by the model that the server scores by. */
  static JsonObject plan(JsonObject form, List<JsonObject> bank, Cuts cuts) {
    AdaptiveForm asked = of(form);
    List<AdaptivePlan.Entry> entries = new ArrayList<>();
    var difficulty = Json.createArrayBuilder();
    for (JsonObject item : bank) {
      double b = Plan.rounded(item.getJsonNumber("difficulty").doubleValue());
      difficulty.add(Plan.scaled(b));
      entries.add(
          new AdaptivePlan.Entry(
              item.getString("id"),
              item.getString("area"),
              item.getBoolean("observed"),
              Logistic.rasch(b)));
    }
    int[] minimums =
        AdaptivePlan.areas(entries).stream().mapToInt(area -> asked.minimum.get(area)).toArray();
    Design design =
        new Design(
            asked.least,
            asked.items,
            asked.certainty,
            asked.error,
            minimums,
            asked.observed(),
            asked.among);
    return Json.createObjectBuilder(AdaptivePlan.of(entries, design, asked.sittings, cuts))
        .add("model", Form.ENGINE)
        .add("difficulty", difficulty)
        .build();
  }
}
