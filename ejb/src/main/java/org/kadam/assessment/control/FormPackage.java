package org.kadam.assessment.control;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kadam.course.control.Media;
import org.kadam.course.control.Pictures;
import org.kadam.language.Language;

/**
 * What phones get of a sound form: one structure with the items, their pictures and the {@link Plan
 * plan} to score them, and one text for each language. Pure; the same draft always gives the same.
 *
 * @param texts by language
 */
public record FormPackage(JsonObject structure, Map<Language, JsonObject> texts) {

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
    List<JsonObject> picked =
        draft.form().getJsonArray("sittings").getValuesAs(JsonArray.class).stream()
            .flatMap(sitting -> sitting.getValuesAs(JsonString::getString).stream())
            .map(all::get)
            .toList();
    Map<Language, JsonObject> texts = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      texts.put(language, text(draft, picked, language));
    }
    return new FormPackage(structure(draft, picked), texts);
  }

  private static JsonObject structure(FormDraft draft, List<JsonObject> picked) {
    var items = Json.createObjectBuilder();
    var pictures = Json.createObjectBuilder();
    Map<String, Double> difficulties = new LinkedHashMap<>();
    for (JsonObject item : picked) {
      String id = item.getString("id");
      items.add(id, without(item, NOT_ON_THE_PHONE));
      difficulties.put(id, item.getJsonNumber("difficulty").doubleValue());
      Media media = draft.areas().get(item.getString("area")).media();
      Pictures.named(item).forEach(name -> pictures.add(name, media.published(name)));
    }
    return Json.createObjectBuilder()
        .add("kind", "form")
        .add("id", draft.id())
        .add("minutes", draft.form().getInt("minutes"))
        .add("sittings", draft.form().getJsonArray("sittings"))
        .add("items", items)
        .add("plan", Plan.of(difficulties, cuts(draft.form())))
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
