package org.kadam.assessment.control;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is to take the place of the experts' guesses in a form: difficulties that answers have told,
 * and cuts that a panel has set.
 *
 * @param items by id
 * @param cuts in logits, ascending; null to leave them
 */
public record Proposal(Map<String, Estimated> items, List<Double> cuts) {

  private static final double PLACES = 10_000;

  /**
   * What was estimated of an item.
   *
   * @param version which wording and task it was; it says nothing of another
   * @param difficulty in logits, with its standard error
   */
  public record Estimated(int version, double difficulty, double error) {}

  public Proposal {
    items = Map.copyOf(items);
    cuts = cuts == null ? null : List.copyOf(cuts);
  }

  /**
   * The draft with these cuts, and with these difficulties where it has the very items; the rest as
   * it was written.
   */
  public FormDraft in(FormDraft draft) {
    Map<String, FormDraft.Area> areas = new TreeMap<>();
    draft
        .areas()
        .forEach(
            (name, area) ->
                areas.put(name, new FormDraft.Area(in(area.items()), area.texts(), area.media())));
    return new FormDraft(
        cutsIn(draft.form()), draft.texts(), areas, draft.modules(), draft.lines());
  }

  private JsonObject cutsIn(JsonObject form) {
    if (cuts == null) {
      return form;
    }
    var each = Json.createArrayBuilder();
    cuts.forEach(cut -> each.add(rounded(cut)));
    return Json.createObjectBuilder(form).add("cuts", each).build();
  }

  private JsonObject in(JsonObject area) {
    var items = Json.createArrayBuilder();
    for (JsonObject item : area.getJsonArray("items").getValuesAs(JsonObject.class)) {
      Estimated estimated = this.items.get(item.getString("id", ""));
      boolean same = estimated != null && estimated.version() == item.getInt("version", 0);
      items.add(
          same
              ? Json.createObjectBuilder(item)
                  .add("difficulty", rounded(estimated.difficulty()))
                  .add("spread", rounded(estimated.error()))
                  .build()
              : item);
    }
    return Json.createObjectBuilder(area).add("items", items).build();
  }

  /** As it is published: to the ten-thousandth. */
  public static double rounded(double logits) {
    return Math.round(logits * PLACES) / PLACES;
  }

  /** Whether a draft is of the very items, in the same versions, as a published form. */
  public static boolean sameItems(FormDraft draft, Form published) {
    Map<String, Integer> drafted = new HashMap<>();
    FormPackage.of(draft)
        .structure()
        .getJsonObject("items")
        .forEach((id, item) -> drafted.put(id, item.asJsonObject().getInt("version", 1)));
    Map<String, Integer> out = new HashMap<>();
    published.items().forEach((id, item) -> out.put(id, item.version()));
    return drafted.equals(out);
  }
}
