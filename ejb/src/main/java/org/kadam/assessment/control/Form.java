package org.kadam.assessment.control;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.kadam.course.control.Faults;

/**
 * A published form: its items with their difficulties, and the cuts between levels. Read from the
 * very package that phones have, so that an attempt is scored by what the worker had before her,
 * whatever is published afterwards.
 *
 * @param id the stable id
 * @param items by id
 */
public record Form(String id, Map<String, Item> items, Cuts cuts) {

  /** Names the model and the way to score; grows when the same answers would score otherwise. */
  public static final String ENGINE = "rasch-eap-1";

  public Form {
    items = Map.copyOf(items);
  }

  /**
   * Reads the structure of a published form.
   *
   * @throws Faults.Broken if its plan is scored by another engine than this one, or lacks an item
   */
  public static Form of(JsonObject structure) {
    check(structure);
    JsonObject plan = structure.getJsonObject("plan");
    JsonObject difficulties = plan.getJsonObject("difficulty");
    Map<String, Item> items = new LinkedHashMap<>();
    structure
        .getJsonObject("items")
        .forEach(
            (id, value) -> {
              JsonObject item = value.asJsonObject();
              double difficulty = Plan.unscaled(difficulties.getJsonNumber(id));
              items.put(
                  id,
                  new Item(
                      id,
                      item.getString("type"),
                      difficulty,
                      item.getBoolean("observed", false),
                      item));
            });
    List<Double> cuts =
        plan.getJsonArray("cuts").getValuesAs(JsonNumber.class).stream()
            .map(Plan::unscaled)
            .toList();
    return new Form(structure.getString("id"), items, new Cuts(cuts, plan.getInt("flagCut")));
  }

  private static void check(JsonObject structure) {
    Faults faults = new Faults();
    String id = structure.getString("id", "");
    Faults.Spot spot = faults.at("published form " + id, "plan");
    JsonObject plan =
        structure.get("plan") instanceof JsonObject there ? there : JsonValue.EMPTY_JSON_OBJECT;
    String model = plan.getString("model", "");
    spot.in("model")
        .faultIf(
            !ENGINE.equals(model),
            "version",
            "This plan is for " + model + ", and what scores here is " + ENGINE);
    if (plan.get("difficulty") instanceof JsonObject difficulties) {
      for (String item : structure.getJsonObject("items").keySet()) {
        spot.in("difficulty")
            .in(item)
            .faultIf(
                !(difficulties.get(item) instanceof JsonNumber),
                "missing",
                "An item without a difficulty cannot be scored");
      }
    } else {
      spot.in("difficulty").fault("missing", "This key must be there");
    }
    faults.refuse();
  }

  /**
   * What the answers come to: items done and not done count, those done with help do not. Empty
   * where no answer counts: the prior alone is no result.
   */
  public Optional<Ability> ability(Map<String, Outcome> outcomes) {
    List<double[]> rows = new ArrayList<>();
    // Always in one order: the same answers give the same result to the last bit.
    new TreeMap<>(outcomes)
        .forEach(
            (id, outcome) -> {
              Item item = items.get(id);
              if (item != null && outcome != Outcome.HELPED) {
                rows.add(item.row(outcome == Outcome.DONE ? 1 : 0, Grid.STANDARD));
              }
            });
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(cuts.ability(Posterior.of(Grid.STANDARD, rows)));
  }

  /** The items that came to one of these, the easiest first. */
  public List<Item> with(Set<Outcome> any, Map<String, Outcome> outcomes) {
    return items.values().stream()
        .filter(item -> outcomes.containsKey(item.id()) && any.contains(outcomes.get(item.id())))
        .sorted(Comparator.comparingDouble(Item::difficulty).thenComparing(Item::id))
        .toList();
  }
}
