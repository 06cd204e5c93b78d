package org.kadam.course.control;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kadam.language.Language;

/**
 * What phones get of a sound course: for each module one structure with its pictures, and one text
 * for each language. Pure; the same draft always gives the same content.
 */
public final class CoursePackages {

  /**
   * The content of one module's parts, before it is spelled, named and stored.
   *
   * @param sounds the recordings that its texts name, by hash
   */
  public record Module(
      JsonObject structure, Map<Language, JsonObject> texts, Map<String, byte[]> sounds) {}

  private CoursePackages() {}

  /** The modules in their order. */
  public static List<Module> modules(CourseDraft draft) {
    return draft.structure().getJsonArray("modules").getValuesAs(JsonObject.class).stream()
        .map(
            module -> {
              Map<String, byte[]> sounds = new TreeMap<>();
              var texts = texts(draft, module.getString("id"), sounds);
              return new Module(structure(draft, module), texts, sounds);
            })
        .toList();
  }

  private static JsonObject structure(CourseDraft draft, JsonObject module) {
    var pictures = Json.createObjectBuilder();
    for (String name : Pictures.named(module)) {
      pictures.add(name, draft.media().published(name));
    }
    return Json.createObjectBuilder()
        .add("kind", "module")
        .add("course", draft.id())
        .add("module", module.getString("id"))
        .add("minutes", module.getInt("minutes"))
        .add("cards", module.getJsonArray("cards"))
        .add("pictures", pictures)
        .build();
  }

  private static Map<Language, JsonObject> texts(
      CourseDraft draft, String module, Map<String, byte[]> sounds) {
    Map<Language, JsonObject> texts = new EnumMap<>(Language.class);
    draft
        .texts()
        .forEach(
            (language, text) -> {
              JsonObject words = text.getJsonObject("modules").getJsonObject(module);
              texts.put(
                  language,
                  Json.createObjectBuilder()
                      .add("kind", "text")
                      .add("of", module)
                      .add("lang", language.tag())
                      .add("title", words.getString("title"))
                      .add("summary", words.getString("summary"))
                      .add("cards", cards(draft, words.getJsonObject("cards"), sounds))
                      .build());
            });
    return texts;
  }

  /** The words of the cards; where one names a recording, what a phone has to know of it. */
  private static JsonObject cards(CourseDraft draft, JsonObject cards, Map<String, byte[]> sounds) {
    var out = Json.createObjectBuilder();
    cards.forEach(
        (id, value) -> {
          JsonObject card = value.asJsonObject();
          if (card.containsKey("sound")) {
            String name = card.getString("sound");
            JsonObject told = draft.sounds().told(name);
            sounds.put(told.getString("hash"), draft.sounds().files().get(name));
            out.add(id, Json.createObjectBuilder(card).add("sound", told));
          } else {
            out.add(id, card);
          }
        });
    return out.build();
  }
}
