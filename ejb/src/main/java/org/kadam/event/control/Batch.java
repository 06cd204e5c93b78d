package org.kadam.event.control;

import jakarta.json.Json;
import jakarta.json.JsonArray;
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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.kadam.problem.Kind;
import org.kadam.problem.Problem;

/**
 * What a phone sends at once. What is one has a device, a time of sending and at most 500 values in
 * its list of events; the values themselves have not been looked at.
 *
 * @param device the phone's own name
 * @param sentAt when it was sent, by the phone's clock
 */
public record Batch(UUID device, Instant sentAt, List<JsonValue> events) {

  /** The most bytes of one batch. */
  public static final int LARGEST = 256 * 1024;

  /** The most events of one batch. */
  public static final int MOST_EVENTS = 500;

  /** Deeper than this nests no batch of ours; each event has a tighter limit of its own. */
  private static final int DEEPEST = 32;

  /** Longer than this is no number of ours. */
  private static final int LONGEST_NUMBER = 40;

  private static final Set<String> KEYS = Set.of("device", "sentAt", "events");

  // One key twice could mean one thing to the phone and another to us.
  private static final JsonReaderFactory READERS =
      Json.createReaderFactory(Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE));

  /**
   * Reads the bytes of a batch.
   *
   * @throws Problem TOO_LARGE above the limits; INVALID, with the place, for what is not UTF-8, not
   *     JSON or not a batch
   */
  public static Batch parse(byte[] raw) {
    if (raw.length > LARGEST) {
      throw new Problem(Kind.TOO_LARGE, "A batch has at most 256 KB");
    }
    JsonObject batch = read(text(raw));
    if (!KEYS.equals(batch.keySet())) {
      throw new Problem(Kind.INVALID, "A batch has exactly the keys device, sentAt and events");
    }
    UUID device =
        Read.uuid(batch.get("device"))
            .orElseThrow(() -> new Problem(Kind.INVALID, "device", "This must be a UUID"));
    Instant sentAt =
        Read.time(batch.get("sentAt"))
            .orElseThrow(() -> new Problem(Kind.INVALID, "sentAt", "This must be an ISO time"));
    if (!(batch.get("events") instanceof JsonArray events)) {
      throw new Problem(Kind.INVALID, "events", "This must be a list");
    }
    if (events.size() > MOST_EVENTS) {
      throw new Problem(Kind.TOO_LARGE, "events", "A batch has at most 500 events");
    }
    return new Batch(device, sentAt, events);
  }

  private static String text(byte[] raw) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(raw)).toString();
    } catch (CharacterCodingException e) {
      throw new Problem(Kind.INVALID, "The batch is not UTF-8");
    }
  }

  private static JsonObject read(String text) {
    measure(text);
    try (var reader = READERS.createReader(new StringReader(text))) {
      JsonValue value = reader.readValue();
      if (value instanceof JsonObject object) {
        return object;
      }
      throw new Problem(Kind.INVALID, "A batch is an object");
    } catch (JsonParsingException e) {
      var place = e.getLocation();
      throw new Problem(
          Kind.INVALID,
          "Not JSON at line " + place.getLineNumber() + ", column " + place.getColumnNumber());
    } catch (JsonException e) {
      throw new Problem(Kind.INVALID, "Not JSON, or one key twice");
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
