package org.kadam.assessment.control;

import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kadam.assessment.itemtype.ItemType;
import org.kadam.assessment.itemtype.ItemTypes;
import org.kadam.course.cardtype.CardType;
import org.kadam.course.control.Faults;
import org.kadam.course.control.Shape;
import org.kadam.course.control.TextKeys;
import org.kadam.language.Language;

/**
 * The part of {@link FormCheck} that looks at items, area by area.
 *
 * @param modules what can be learnt next
 * @param items the items met so far, by id; it grows
 */
record AreaCheck(
    ItemTypes types, Set<String> modules, Map<String, JsonObject> items, Faults faults) {

  /** What an item has beside what its type asks for. */
  private static final Set<String> OF_EVERY_ITEM =
      Set.of("version", "area", "competence", "difficulty", "spread", "observed", "module");

  private static final CardType.Words NONE = new CardType.Words(Set.of(), Set.of());

  /** No item that is of use to anybody is harder or easier than this many logits. */
  private static final double HARDEST = 5;

  /** Nobody is surer of a difficulty; a spread of 0 would let no answer ever correct it. */
  private static final double SUREST = 0.01;

  /** Checks the items of one area, their texts and their pictures. */
  void check(String name, FormDraft.Area area) {
    Faults.Spot spot = faults.at(FormDraft.items(name), "");
    if (!new Shape().with("items", Shape.Of.OBJECTS).fits(area.items(), spot)) {
      return;
    }
    int before = faults.found().size();
    Set<String> needed = new LinkedHashSet<>();
    Set<String> possible = new LinkedHashSet<>(Set.of("review"));
    for (JsonObject item : area.items().getJsonArray("items").getValuesAs(JsonObject.class)) {
      String id = item.get("id") instanceof JsonString text ? text.getString() : "";
      Faults.Spot here = spot.in(id.isEmpty() ? "an item without id" : id);
      here.faultIf(items.putIfAbsent(id, item) != null, "double", "This id is there twice");
      CardType.Words words = item(name, item, here);
      words.needed().forEach(key -> needed.add(id + "." + key));
      words.possible().forEach(key -> possible.add(id + "." + key));
    }
    if (faults.found().size() == before) {
      CardType.Words words = new CardType.Words(needed, possible);
      for (Language language : Language.values()) {
        TextKeys.check(
            area.texts().get(language), words, faults.at(FormDraft.text(name, language), ""));
      }
    }
    area.media().check(area.items(), faults);
  }

  private CardType.Words item(String area, JsonObject item, Faults.Spot spot) {
    for (String key : OF_EVERY_ITEM) {
      spot.in(key).faultIf(!item.containsKey(key), "missing", "This key must be there");
    }
    spot.in("area")
        .faultIf(
            !area.equals(FormCheck.text(item, "area")),
            "area",
            "The item is in the folder of " + area);
    number(item, "difficulty", -HARDEST, HARDEST, spot);
    number(item, "spread", SUREST, HARDEST, spot);
    new Shape()
        .maybe("version", Shape.Of.COUNT)
        .maybe("observed", Shape.Of.FLAG)
        .fits(only(item, Set.of("version", "observed")), spot);
    spot.in("module")
        .faultIf(
            !modules.contains(FormCheck.text(item, "module")),
            "module",
            "There is no such module to learn");
    if (spot.in("competence")
        .faultIf(
            !(item.get("competence") instanceof JsonObject), "shape", "This must be a mapping")) {
      return NONE;
    }
    new Shape()
        .with("code", Shape.Of.TEXT)
        .with("framework", Shape.Of.TEXT)
        .fits(item.getJsonObject("competence"), spot.in("competence"));
    Optional<ItemType> type = types.named(FormCheck.text(item, "type"));
    if (spot.in("type").faultIf(type.isEmpty(), "type", "There is no such item type")) {
      return NONE;
    }
    spot.in("observed")
        .faultIf(
            item.getBoolean("observed", false) && !type.get().observed(),
            "observed",
            "Nothing is observed in an item of this type");
    return words(FormPackage.without(item, OF_EVERY_ITEM), type.get(), spot);
  }

  private static CardType.Words words(JsonObject card, ItemType type, Faults.Spot spot) {
    int before = spot.faults().found().size();
    type.check(card, spot);
    if (spot.faults().found().size() > before) {
      return NONE;
    }
    CardType.Words words = type.words(card);
    Set<String> needed = new LinkedHashSet<>(words.needed());
    needed.add("can");
    return new CardType.Words(needed, words.possible());
  }

  private static JsonObject only(JsonObject item, Set<String> keys) {
    var some = Json.createObjectBuilder();
    keys.stream().filter(item::containsKey).forEach(key -> some.add(key, item.get(key)));
    return some.build();
  }

  private static void number(
      JsonObject item, String key, double least, double most, Faults.Spot spot) {
    double value = item.get(key) instanceof JsonNumber number ? number.doubleValue() : Double.NaN;
    spot.in(key)
        .faultIf(
            !(value >= least && value <= most),
            "number",
            "This must be a number of logits from " + least + " to " + most);
  }
}
