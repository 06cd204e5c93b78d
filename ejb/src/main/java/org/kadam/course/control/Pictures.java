package org.kadam.course.control;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Set;
import java.util.TreeSet;

/** Which pictures a structure names: every {@code picture} that is a file, at any depth. */
public final class Pictures {

  private Pictures() {}

  /** The file names, sorted; safe to look up: only those of a picture's form. */
  public static Set<String> named(JsonValue structure) {
    Set<String> names = new TreeSet<>();
    collect(structure, names);
    return names;
  }

  private static void collect(JsonValue value, Set<String> names) {
    if (value instanceof JsonArray array) {
      array.forEach(inner -> collect(inner, names));
    } else if (value instanceof JsonObject object) {
      object.forEach(
          (key, inner) -> {
            if (key.equals("picture")) {
              files(inner, names);
            } else {
              collect(inner, names);
            }
          });
    }
  }

  private static void files(JsonValue picture, Set<String> names) {
    if (picture instanceof JsonString name && name.getString().matches("[a-z0-9-]+\\.svg")) {
      names.add(name.getString());
    } else if (picture instanceof JsonObject each) {
      each.values().forEach(inner -> files(inner, names));
    }
  }
}
