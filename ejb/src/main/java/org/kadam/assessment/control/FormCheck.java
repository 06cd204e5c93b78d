package org.kadam.assessment.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kadam.assessment.itemtype.ItemTypes;
import org.kadam.course.cardtype.CardType;
import org.kadam.course.control.Faults;
import org.kadam.course.control.Shape;
import org.kadam.course.control.TextKeys;
import org.kadam.language.Language;

/**
 * Whether a form may be published. Reports every fault, by file and item: in each item and its
 * texts, and in how the form is picked from them. What passes can be scored, and played on a phone.
 */
@ApplicationScoped
public class FormCheck {

  private ItemTypes types;

  FormCheck() {
    // for the container's proxy
  }

  @Inject
  public FormCheck(ItemTypes types) {
    this.types = types;
  }

  /** Adds what is wrong with the draft to {@code faults}. */
  public void check(FormDraft draft, Faults faults) {
    faults.know(draft.lines());
    Map<String, JsonObject> items = new HashMap<>();
    AreaCheck areas = new AreaCheck(types, draft.modules(), items, faults);
    draft.areas().forEach(areas::check);
    form(draft.form(), items, faults.at(FormDraft.FILE, ""));
    for (Language language : Language.values()) {
      TextKeys.check(
          draft.texts().get(language),
          new CardType.Words(Set.of("title"), Set.of("review")),
          faults.at("item/form." + language.tag() + ".yaml", ""));
    }
  }

  private static void form(JsonObject form, Map<String, JsonObject> items, Faults.Spot spot) {
    Shape shape = new Shape().with("id", Shape.Of.ID).with("minutes", Shape.Of.COUNT);
    shape.fits(
        FormPackage.without(form, Set.of("cuts", "flagCut", "sittings", AdaptiveForm.KEY)), spot);
    cuts(form, spot);
    if (form.containsKey(AdaptiveForm.KEY)) {
      AdaptiveForm.check(form, items, spot.in(AdaptiveForm.KEY));
    }
    List<String> picked = sittings(form.get("sittings"), spot.in("sittings"));
    spot.in("sittings")
        .faultIf(new HashSet<>(picked).size() < picked.size(), "double", "An item is picked twice");
    Map<String, Integer> byArea = new HashMap<>();
    int observed = 0;
    for (String id : picked) {
      JsonObject item = items.get(id);
      if (!spot.in("sittings").faultIf(item == null, "item", "There is no item " + id)) {
        byArea.merge(text(item, "area"), 1, Integer::sum);
        observed += item.getBoolean("observed", false) ? 1 : 0;
      }
    }
    Blueprint.ITEMS.forEach(
        (area, count) ->
            spot.in("sittings")
                .faultIf(
                    !count.equals(byArea.getOrDefault(area, 0)),
                    "blueprint",
                    "Of area " + area + " there must be exactly " + count));
    spot.in("sittings")
        .faultIf(
            observed < Blueprint.OBSERVED * picked.size(),
            "observed",
            "Of " + picked.size() + " items only " + observed + " are observed");
  }

  private static void cuts(JsonObject form, Faults.Spot spot) {
    boolean numbers =
        form.get("cuts") instanceof JsonArray cuts
            && cuts.stream().allMatch(JsonNumber.class::isInstance)
            && form.get("flagCut") instanceof JsonNumber;
    if (spot.in("cuts").faultIf(!numbers, "cuts", "There must be cuts, and a flagCut among them")) {
      return;
    }
    try {
      FormPackage.cuts(form);
    } catch (IllegalArgumentException e) {
      spot.in("cuts").fault("cuts", e.getMessage());
    }
  }

  private static List<String> sittings(JsonValue value, Faults.Spot spot) {
    List<String> picked = new ArrayList<>();
    boolean well = value instanceof JsonArray all && all.size() == Blueprint.SITTINGS;
    if (value instanceof JsonArray all) {
      for (JsonValue sitting : all) {
        well &= sitting instanceof JsonArray ids && ids.size() == Blueprint.ITEMS_A_SITTING;
        if (sitting instanceof JsonArray ids) {
          ids.forEach(id -> picked.add(id instanceof JsonString text ? text.getString() : ""));
        }
      }
    }
    spot.faultIf(!well, "sittings", "There must be three sittings of five items");
    return picked;
  }

  static String text(JsonObject from, String key) {
    return from.get(key) instanceof JsonString text ? text.getString() : "";
  }
}
