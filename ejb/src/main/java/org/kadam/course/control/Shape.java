package org.kadam.course.control;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Which keys an object of the content has and of what kind their values are. What fits can be read
 * afterwards without asking again.
 */
public final class Shape {

  private static final Pattern ID_FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");
  private static final Pattern TIME_FORM = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");
  private static final Pattern PICTURE_FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}\\.svg");

  /** The kinds of value, each with the words for "must be …". */
  public enum Of {
    ID("a short id of letters, digits and hyphens", v -> matches(ID_FORM, v)),
    TEXT("a text", v -> v instanceof JsonString s && !s.getString().isBlank()),
    TIME("a time such as \"22:31\"", v -> matches(TIME_FORM, v)),
    COUNT(
        "a whole number from 1 to 1000",
        v ->
            v instanceof JsonNumber n
                && n.isIntegral()
                && n.bigDecimalValue().precision() <= 4
                && n.intValue() >= 1
                && n.intValue() <= 1000),
    FLAG("true or false", v -> v.equals(JsonValue.TRUE) || v.equals(JsonValue.FALSE)),
    IDS("a list of ids", v -> all(v, inner -> matches(ID_FORM, inner))),
    TEXTS("a list of texts", v -> all(v, inner -> inner instanceof JsonString)),
    OBJECTS("a list of mappings", v -> all(v, inner -> inner instanceof JsonObject)),
    OBJECT("a mapping", v -> v instanceof JsonObject),
    PICTURE(
        "a picture such as a-b.svg, or one for each language",
        v ->
            matches(PICTURE_FORM, v)
                || (v instanceof JsonObject o
                    && o.keySet().equals(Set.of("en", "hi", "lo"))
                    && o.values().stream().allMatch(inner -> matches(PICTURE_FORM, inner))));

    private final String words;
    private final Predicate<JsonValue> fits;

    Of(String words, Predicate<JsonValue> fits) {
      this.words = words;
      this.fits = fits;
    }

    private static boolean matches(Pattern pattern, JsonValue value) {
      return value instanceof JsonString s && pattern.matcher(s.getString()).matches();
    }

    private static boolean all(JsonValue value, Predicate<JsonValue> fits) {
      return value instanceof JsonArray array && array.stream().allMatch(fits);
    }
  }

  private final Map<String, Of> required = new LinkedHashMap<>();
  private final Map<String, Of> optional = new LinkedHashMap<>();

  public Shape with(String key, Of of) {
    required.put(key, of);
    return this;
  }

  public Shape maybe(String key, Of of) {
    optional.put(key, of);
    return this;
  }

  /** Reports every key that is missing, unknown or of another kind; says whether all is well. */
  public boolean fits(JsonObject object, Faults.Spot spot) {
    boolean well = true;
    for (String key : required.keySet()) {
      well &= !spot.in(key).faultIf(!object.containsKey(key), "missing", "This key must be there");
    }
    for (var entry : object.entrySet()) {
      Of of = required.getOrDefault(entry.getKey(), optional.get(entry.getKey()));
      if (of == null) {
        spot.in(entry.getKey()).fault("unknown", "There is no such key here");
        well = false;
      } else if (!of.fits.test(entry.getValue())) {
        spot.in(entry.getKey()).fault("shape", "This must be " + of.words);
        well = false;
      }
    }
    return well;
  }
}
