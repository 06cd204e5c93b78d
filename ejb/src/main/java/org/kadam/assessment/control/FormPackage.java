package org.kadam.assessment.control;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kadam.course.control.Media;
import org.kadam.course.control.Pictures;
import org.kadam.json.CanonicalJson;
import org.kadam.language.Language;

/**
 * What phones get of a sound form: one structure with the items, their pictures and the {@link Plan
 * plan} to score them, and one text for each language. An adaptive form has the whole bank, and its
 * plan, by which items are chosen too, is a part of its own that the structure names. Pure; the
 * same draft always gives the same.
 *
 * @param texts by language
 * @param plan of an adaptive form
 */
public record FormPackage(
    JsonObject structure, Map<Language, JsonObject> texts, Optional<JsonObject> plan) {

  /** What an item has that no phone needs; the difficulty is in the plan. */
  private static final Set<String> NOT_ON_THE_PHONE = Set.of("difficulty", "spread", "competence");

  /** Builds it of a draft that {@link FormCheck} has found no fault in. */
  public static FormPackage of(FormDraft draft) {
    Map<String, JsonObject> all = new LinkedHashMap<>();
    draft
        .areas()
        .values()
        .forEach(
            area ->
                area.items()
                    .getJsonArray("items")
                    .getValuesAs(JsonObject.class)
                    .forEach(item -> all.put(item.getString("id"), item)));
    boolean adaptive = draft.form().containsKey(AdaptiveForm.KEY);
    List<JsonObject> picked = adaptive ? List.copyOf(all.values()) : fixed(draft, all);
    Map<Language, JsonObject> texts = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      texts.put(language, text(draft, picked, language));
    }
    Optional<JsonObject> plan =
        adaptive
            ? Optional.of(AdaptiveForm.plan(draft.form(), picked, cuts(draft.form())))
            : Optional.empty();
    return new FormPackage(structure(draft, picked, plan), texts, plan);
  }

  private static List<JsonObject> fixed(FormDraft draft, Map<String, JsonObject> all) {
    return draft.form().getJsonArray("sittings").getValuesAs(JsonArray.class).stream()
        .flatMap(sitting -> sitting.getValuesAs(JsonString::getString).stream())
        .map(all::get)
        .toList();
  }

  private static JsonObject structure(
      FormDraft draft, List<JsonObject> picked, Optional<JsonObject> plan) {
    var items = Json.createObjectBuilder();
    var pictures = Json.createObjectBuilder();
    Map<String, Double> difficulties = new LinkedHashMap<>();
    Set<String> observed = new HashSet<>();
    for (JsonObject item : picked) {
      String id = item.getString("id");
      items.add(id, without(item, NOT_ON_THE_PHONE));
      difficulties.put(id, item.getJsonNumber("difficulty").doubleValue());
      if (item.getBoolean("observed", false)) {
        observed.add(id);
      }
      Media media = draft.areas().get(item.getString("area")).media();
      Pictures.named(item).forEach(name -> pictures.add(name, media.published(name)));
    }
    JsonValue planned =
        plan.<JsonValue>map(
                part -> Json.createValue(CanonicalJson.sha256(CanonicalJson.bytes(part))))
            .orElseGet(() -> Plan.of(difficulties, observed, cuts(draft.form())));
    return Json.createObjectBuilder()
        .add("kind", "form")
        .add("id", draft.id())
        .add("minutes", draft.form().getInt("minutes"))
        .add("sittings", draft.form().getJsonArray("sittings"))
        .add("items", items)
        .add("plan", planned)
        .add("pictures", pictures)
        .build();
  }

  private static JsonObject text(FormDraft draft, List<JsonObject> picked, Language language) {
    var items = Json.createObjectBuilder();
    for (JsonObject item : picked) {
      JsonObject words = draft.areas().get(item.getString("area")).texts().get(language);
      items.add(item.getString("id"), words.getJsonObject(item.getString("id")));
    }
    return Json.createObjectBuilder(without(draft.texts().get(language), Set.of("review")))
        .add("kind", "text")
        .add("of", "form")
        .add("lang", language.tag())
        .add("items", items)
        .build();
  }

  /**
   * The cuts that a form states.
   *
   * @throws RuntimeException where they are none
   */
  static Cuts cuts(JsonObject form) {
    List<Double> at =
        form.getJsonArray("cuts").getValuesAs(JsonNumber.class).stream()
            .map(JsonNumber::doubleValue)
            .toList();
    return new Cuts(at, form.getInt("flagCut"));
  }

  static JsonObject without(JsonObject object, Set<String> keys) {
    var rest = Json.createObjectBuilder(object);
    keys.forEach(rest::remove);
    return rest.build();
  }
}
