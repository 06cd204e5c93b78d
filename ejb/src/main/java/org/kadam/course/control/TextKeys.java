package org.kadam.course.control;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.TreeMap;
import org.kadam.course.cardtype.CardType;

/**
 * Checks that a text file has each key that is needed, no other, and nothing blank. Keys are paths
 * with dots.
 */
public final class TextKeys {

  private TextKeys() {}

  /** Reports the keys of {@code text} that are missing, unused or without words. */
  public static void check(JsonObject text, CardType.Words words, Faults.Spot spot) {
    Map<String, JsonValue> leaves = leaves(text);
    for (String key : words.needed()) {
      spot.in(key).faultIf(!leaves.containsKey(key), "missing", "This text is missing");
    }
    leaves.forEach(
        (key, value) -> {
          if (!words.needed().contains(key) && !words.possible().contains(key)) {
            spot.in(key).fault("unused", "Nothing uses this text");
          } else if (!(value instanceof JsonString said) || said.getString().isBlank()) {
            spot.in(key).fault("shape", "This must be a text");
          }
        });
  }

  /** The values that hold no further keys, by path. */
  public static Map<String, JsonValue> leaves(JsonObject text) {
    Map<String, JsonValue> leaves = new TreeMap<>();
    collect(text, "", leaves);
    return leaves;
  }

  private static void collect(JsonObject text, String path, Map<String, JsonValue> leaves) {
    text.forEach(
        (key, value) -> {
          if (value instanceof JsonObject inner) {
            collect(inner, path + key + ".", leaves);
          } else {
            leaves.put(path + key, value);
          }
        });
  }
}
