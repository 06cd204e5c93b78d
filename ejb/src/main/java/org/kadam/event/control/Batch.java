package org.kadam.event.control;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.kadam.json.StrictJson;
import org.kadam.problem.Kind;
import org.kadam.problem.Problem;

/**
 * What a phone sends at once. What is one has a device, a time of sending and at most 500 values in
 * its two lists; the values themselves have not been looked at.
 *
 * @param device the phone's own name
 * @param sentAt when it was sent, by the phone's clock
 * @param events events in the clear, which the signature of the batch or the session vouches for
 * @param sealed sealed entries, each of which vouches for itself
 */
public record Batch(UUID device, Instant sentAt, List<JsonValue> events, List<JsonValue> sealed) {

  /** The most bytes of one batch. */
  public static final int LARGEST = 256 * 1024;

  /** The most events of one batch, sealed ones counted. */
  public static final int MOST_EVENTS = 500;

  private static final Set<String> KEYS = Set.of("device", "sentAt", "events", "sealed");

  /** A batch in the clear. */
  public Batch(UUID device, Instant sentAt, List<JsonValue> events) {
    this(device, sentAt, events, List.of());
  }

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
    JsonObject batch = StrictJson.object(raw);
    if (!KEYS.containsAll(batch.keySet())
        || !(batch.containsKey("events") || batch.containsKey("sealed"))) {
      throw new Problem(
          Kind.INVALID, "A batch has the keys device, sentAt and events, sealed or both");
    }
    UUID device =
        Read.uuid(batch.get("device"))
            .orElseThrow(() -> new Problem(Kind.INVALID, "device", "This must be a UUID"));
    Instant sentAt =
        Read.time(batch.get("sentAt"))
            .orElseThrow(() -> new Problem(Kind.INVALID, "sentAt", "This must be an ISO time"));
    List<JsonValue> events = list(batch, "events");
    List<JsonValue> sealed = list(batch, "sealed");
    if (events.size() + sealed.size() > MOST_EVENTS) {
      throw new Problem(Kind.TOO_LARGE, "events", "A batch has at most 500 events");
    }
    return new Batch(device, sentAt, events, sealed);
  }

  private static List<JsonValue> list(JsonObject batch, String key) {
    JsonValue value = batch.getOrDefault(key, JsonValue.EMPTY_JSON_ARRAY);
    if (value instanceof JsonArray list) {
      return list;
    }
    throw new Problem(Kind.INVALID, key, "This must be a list");
  }
}
