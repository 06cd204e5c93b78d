package org.kadam.assessment.control;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.kadam.course.control.ContentFiles;
import org.kadam.course.control.Media;
import org.kadam.course.control.Shelf;
import org.kadam.language.Language;

/**
 * A form and the items it is picked from as they were written, before anybody has said that they
 * are sound.
 *
 * @param form {@code item/form.yaml}
 * @param texts {@code item/form.<language>.yaml}
 * @param areas the items of each area of the framework
 * @param modules what can be learnt next, as {@code course/module}
 */
public record FormDraft(
    JsonObject form,
    Map<Language, JsonObject> texts,
    Map<String, Area> areas,
    Set<String> modules) {

  /** Where the form stands. */
  public static final String FILE = "item/form.yaml";

  /**
   * The items of one area.
   *
   * @param items {@code items.yaml}
   * @param texts {@code text.<language>.yaml}
   * @param media the pictures that the items name
   */
  public record Area(JsonObject items, Map<Language, JsonObject> texts, Media media) {}

  /**
   * Reads the files.
   *
   * @throws org.kadam.course.control.Faults.Broken if one of them cannot be read
   */
  public static FormDraft read(ContentFiles files) {
    Map<String, Area> areas = new TreeMap<>();
    for (String area : Blueprint.ITEMS.keySet()) {
      JsonObject items = files.yaml(items(area));
      Media media = Media.read(files, "item/" + area + "/media", items);
      areas.put(area, new Area(items, texts(files, "item/" + area + "/text."), media));
    }
    return new FormDraft(files.yaml(FILE), texts(files, "item/form."), areas, modules(files));
  }

  static String items(String area) {
    return "item/" + area + "/items.yaml";
  }

  static String text(String area, Language language) {
    return "item/" + area + "/text." + language.tag() + ".yaml";
  }

  /** The id that the form states; empty if it states none. */
  public String id() {
    return form.get("id") instanceof JsonString id ? id.getString() : "";
  }

  private static Map<Language, JsonObject> texts(ContentFiles files, String before) {
    Map<Language, JsonObject> texts = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      texts.put(language, files.yaml(before + language.tag() + ".yaml"));
    }
    return texts;
  }

  private static Set<String> modules(ContentFiles files) {
    Set<String> modules = new HashSet<>();
    for (String course : Shelf.courses(files)) {
      files
          .yaml("course/" + course + "/course.yaml")
          .getJsonArray("modules")
          .getValuesAs(JsonObject.class)
          .forEach(module -> modules.add(course + "/" + module.getString("id")));
    }
    return modules;
  }
}
