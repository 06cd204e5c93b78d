package org.kadam.course.control;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.EnumMap;
import java.util.Map;
import org.kadam.language.Language;

/**
 * A course as it was written, before anybody has said that it is sound.
 *
 * @param folder where it stands, for the reports of faults
 * @param structure {@code course.yaml}
 * @param texts {@code text.<language>.yaml}
 * @param media the pictures that the cards name
 * @param sounds the recordings that the texts name
 * @param lines where each place of it stands
 */
public record CourseDraft(
    String folder,
    JsonObject structure,
    Map<Language, JsonObject> texts,
    Media media,
    Sounds sounds,
    Lines lines) {

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
    String media = folder + "/media";
    return new CourseDraft(
        folder,
        structure,
        texts,
        Media.read(files, media, structure),
        Sounds.read(files, media, texts.values()),
        Lines.of(files));
  }

  /** The id that the structure states; empty if it states none. */
  public String id() {
    return structure.get("id") instanceof JsonString id ? id.getString() : "";
  }
}
