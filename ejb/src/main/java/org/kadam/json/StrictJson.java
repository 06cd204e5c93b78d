package org.kadam.json;

import jakarta.json.Json;
import jakarta.json.JsonConfig;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParsingException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.kadam.problem.Kind;
import org.kadam.problem.Problem;

/**
 * Reads an object that came from outside: UTF-8, nothing twice, nothing that costs much to read.
 */
public final class StrictJson {

  /** Deeper than this nests nothing of ours; each event has a tighter limit of its own. */
  private static final int DEEPEST = 32;

  /** Longer than this is no number of ours. */
  private static final int LONGEST_NUMBER = 40;

  // One key twice could mean one thing to the phone and another to us.
  private static final JsonReaderFactory READERS =
      Json.createReaderFactory(Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE));

  private StrictJson() {}

  /**
   * Reads exactly one object.
   *
   * @throws Problem INVALID, with the place
   */
  public static JsonObject object(byte[] raw) {
    String text = text(raw);
    measure(text);
    try (var reader = READERS.createReader(new StringReader(text))) {
      JsonValue value = reader.readValue();
      if (value instanceof JsonObject object) {
        return object;
      }
      throw new Problem(Kind.INVALID, "This must be an object");
    } catch (JsonParsingException e) {
      var place = e.getLocation();
      throw new Problem(
          Kind.INVALID,
          "Not JSON at line " + place.getLineNumber() + ", column " + place.getColumnNumber());
    } catch (JsonException e) {
      throw new Problem(Kind.INVALID, "Not JSON, or one key twice");
    }
  }

  private static String text(byte[] raw) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(raw)).toString();
    } catch (CharacterCodingException e) {
      throw new Problem(Kind.INVALID, "This is not UTF-8");
    }
  }

  /**
   * Refuses, before anything is built of it, what would cost much to build; and what follows after
   * the end, which the reader would not see.
   */
  private static void measure(String text) {
    int depth = 0;
    int number = 0;
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted) {
        if (c == '\\') {
          i++;
        } else if (c == '"') {
          quoted = false;
        }
        continue;
      }
      number = c >= '0' && c <= '9' ? number + 1 : 0;
      switch (c) {
        case '"' -> quoted = true;
        case '{', '[' -> depth++;
        case '}', ']' -> {
          depth--;
          if (depth <= 0 && !text.substring(i + 1).isBlank()) {
            throw new Problem(Kind.INVALID, "Something follows after character " + (i + 1));
          }
        }
        default -> {
          // nothing that nests
        }
      }
      if (depth > DEEPEST || number > LONGEST_NUMBER) {
        String what = depth > DEEPEST ? "Nested too deep" : "A number is too long";
        throw new Problem(Kind.INVALID, what + " at character " + (i + 1));
      }
    }
  }
}
