package org.kadam.course.control;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.kadam.language.Language;

/**
 * A course as it was written, before anybody has said that it is sound.
 *
 * @param folder where it stands, for the reports of faults
 * @param structure {@code course.yaml}
 * @param texts {@code text.<language>.yaml}
 * @param pictures the SVG of each picture that a card names and that is there
 */
public record CourseDraft(
    String folder,
    JsonObject structure,
    Map<Language, JsonObject> texts,
    Map<String, String> pictures) {

  /**
   * Reads the files of a course.
   *
   * @throws Faults.Broken if one of them cannot be read
   */
  public static CourseDraft read(ContentFiles files, String course) {
    String folder = "course/" + course;
    JsonObject structure = files.yaml(folder + "/course.yaml");
    Map<Language, JsonObject> texts = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      texts.put(language, files.yaml(folder + "/text." + language.tag() + ".yaml"));
    }
    Map<String, String> pictures = new TreeMap<>();
    for (String name : Pictures.named(structure)) {
      files.text(folder + "/media/" + name).ifPresent(svg -> pictures.put(name, svg));
    }
    return new CourseDraft(folder, structure, texts, pictures);
  }

  /** The id that the structure states; empty if it states none. */
  public String id() {
    return structure.get("id") instanceof JsonString id ? id.getString() : "";
  }
}
