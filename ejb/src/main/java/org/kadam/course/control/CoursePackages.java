package org.kadam.course.control;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.kadam.language.Language;

/**
 * What phones get of a sound course: for each module one structure with its pictures, and one text
 * for each language. Pure; the same draft always gives the same content.
 */
public final class CoursePackages {

  /** The content of one module's parts, before it is spelled, named and stored. */
  public record Module(JsonObject structure, Map<Language, JsonObject> texts) {}

  private CoursePackages() {}

  /** The modules in their order. */
  public static List<Module> modules(CourseDraft draft) {
    return draft.structure().getJsonArray("modules").getValuesAs(JsonObject.class).stream()
        .map(module -> new Module(structure(draft, module), texts(draft, module.getString("id"))))
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

  private static Map<Language, JsonObject> texts(CourseDraft draft, String module) {
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
                      .add("cards", words.getJsonObject("cards"))
                      .build());
            });
    return texts;
  }
}
