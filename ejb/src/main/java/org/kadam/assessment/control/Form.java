package org.kadam.assessment.control;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.kadam.assessment.control.adaptive.AdaptivePlan;

/**
 * A published form: its items with their difficulties, and the cuts between levels. Read from the
 * very package that phones have, so that an attempt is scored by what the worker had before her,
 * whatever is published afterwards.
 *
 * @param id the stable id
 * @param engine the model and the way to score that it was published for
 * @param items by id: those that everybody gets, or the bank that phones choose from
 * @param length how many answers make an attempt whole
 */
public record Form(String id, String engine, Map<String, Item> items, Cuts cuts, int length) {

  /** Names the model and the way to score; grows when the same answers would score otherwise. */
  public static final String ENGINE = "rasch-eap-2";

  /** The way of before: to it what was done with help says nothing. */
  private static final String HELP_SAYS_NOTHING = "rasch-eap-1";

  /** All that were ever published. */
  private static final Set<String> ENGINES = Set.of(HELP_SAYS_NOTHING, ENGINE);

  public Form {
    items = Map.copyOf(items);
  }

  /**
   * Reads the structure of a published form that has its plan in it.
   *
   * @throws IllegalArgumentException if it is scored by another engine than this one
   */
  public static Form of(JsonObject structure) {
    return of(structure, structure.getJsonObject("plan"));
  }

  /**
   * Reads the structure of a published form, and the plan that it names.
   *
   * @throws IllegalArgumentException if it is scored by another engine than this one, or if the
   *     plan is of another version
   */
  public static Form of(JsonObject structure, JsonObject plan) {
    String engine = plan.getString("model");
    if (!ENGINES.contains(engine)) {
      throw new IllegalArgumentException("This form is scored by " + engine);
    }
    boolean adaptive = AdaptivePlan.KIND.equals(plan.getString("kind", ""));
    Map<String, JsonNumber> difficulties = adaptive ? inOrder(plan) : each(plan);
    Map<String, Item> items = new LinkedHashMap<>();
    structure
        .getJsonObject("items")
        .forEach(
            (id, value) -> {
              JsonObject item = value.asJsonObject();
              double difficulty = Plan.unscaled(difficulties.get(id));
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
    return new Form(
        structure.getString("id"),
        engine,
        items,
        new Cuts(cuts, plan.getInt("flagCut")),
        adaptive ? plan.getInt("most") : items.size());
  }

  private static Map<String, JsonNumber> inOrder(JsonObject plan) {
    List<String> ids = AdaptivePlan.read(plan).items();
    Map<String, JsonNumber> each = new HashMap<>();
    for (int i = 0; i < ids.size(); i++) {
      each.put(ids.get(i), plan.getJsonArray("difficulty").getJsonNumber(i));
    }
    return each;
  }

  private static Map<String, JsonNumber> each(JsonObject plan) {
    Map<String, JsonNumber> each = new HashMap<>();
    plan.getJsonObject("difficulty").forEach((id, b) -> each.put(id, (JsonNumber) b));
    return each;
  }

  /** What help says; empty where it says nothing. */
  private Optional<Help> help() {
    return engine.equals(HELP_SAYS_NOTHING) ? Optional.empty() : cuts.help();
  }

  /**
   * What the answers come to: items done and not done alone count, and of observed tasks those done
   * with help. Empty where nothing was done or tried alone: help can only speak for her, and with
   * nothing to set against it the answer would be how often somebody was there.
   */
  public Optional<Ability> ability(Map<String, Outcome> outcomes) {
    List<double[]> rows = new ArrayList<>();
    // Always in one order: the same answers give the same result to the last bit.
    new TreeMap<>(outcomes)
        .forEach(
            (id, outcome) -> {
              Item item = items.get(id);
              if (item != null) {
                item.row(outcome, help(), Grid.STANDARD).ifPresent(rows::add);
              }
            });
    boolean alone =
        outcomes.entrySet().stream()
            .anyMatch(one -> items.containsKey(one.getKey()) && one.getValue().alone());
    return alone ? Optional.of(cuts.ability(Posterior.of(Grid.STANDARD, rows))) : Optional.empty();
  }

  /** The items that came to one of these, the easiest first. */
  public List<Item> with(Set<Outcome> any, Map<String, Outcome> outcomes) {
    return items.values().stream()
        .filter(item -> outcomes.containsKey(item.id()) && any.contains(outcomes.get(item.id())))
        .sorted(Comparator.comparingDouble(Item::difficulty).thenComparing(Item::id))
        .toList();
  }
}
