package org.kadam.event.control;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.kadam.event.entity.Ledger;
import org.kadam.json.CanonicalJson;

/**
 * One event whose envelope is as it must be. Its body is an object of strings, whole numbers,
 * booleans, lists and objects, small enough to keep; what it means is for others to say, so a type
 * or a version that nobody knows yet is as good as another.
 *
 * @param contentHash 64 hexadecimal digits or null
 */
record Envelope(
    UUID id,
    String type,
    int v,
    UUID worker,
    UUID device,
    long seq,
    Instant at,
    String contentHash,
    JsonObject body) {

  private static final int DEEPEST = 6;
  private static final int LONGEST_TEXT = 4_000;
  private static final long LARGEST = 999_999_999_999_999L;
  private static final int LONGEST_TYPE = 64;
  private static final Pattern TYPE_FORM =
      Pattern.compile("[a-z][a-z0-9-]*(\\.[a-z][a-z0-9-]*){0,3}");
  private static final Set<String> KEYS =
      Set.of("id", "type", "v", "worker", "device", "seq", "at", "sentAt", "contentHash", "body");

  /** Why a value is no event, as a short code that the phone is told. */
  static final class Unfit extends Exception {
    private static final long serialVersionUID = 1L;

    Unfit(String reason) {
      super(reason, null, false, false);
    }
  }

  /**
   * Reads one value of a batch.
   *
   * @throws Unfit with the reason
   */
  static Envelope of(JsonValue value) throws Unfit {
    if (!(value instanceof JsonObject event)) {
      throw new Unfit("not-an-object");
    }
    if (!KEYS.containsAll(event.keySet())) {
      throw new Unfit("unknown-field");
    }
    UUID id = Read.uuid(event.get("id")).orElseThrow(() -> new Unfit("bad-id"));
    String type = type(event).orElseThrow(() -> new Unfit("bad-type"));
    long v = version(event).orElseThrow(() -> new Unfit("bad-v"));
    UUID worker = Read.uuid(event.get("worker")).orElseThrow(() -> new Unfit("bad-worker"));
    UUID device = Read.uuid(event.get("device")).orElseThrow(() -> new Unfit("bad-device"));
    long seq = Read.whole(event.get("seq"), 0, LARGEST).orElseThrow(() -> new Unfit("bad-seq"));
    Instant at = Read.time(event.get("at")).orElseThrow(() -> new Unfit("bad-at"));
    if (!(event.get("body") instanceof JsonObject body)) {
      throw new Unfit("bad-body");
    }
    fits(body, 1);
    return new Envelope(id, type, (int) v, worker, device, seq, at, contentHash(event), body);
  }

  /** As the ledger keeps it. */
  Ledger.Entry entry() {
    return new Ledger.Entry(
        id, type, v, worker, device, seq, at, contentHash, CanonicalJson.text(body));
  }

  /** The id that a value claims, if one can be read. */
  static Optional<UUID> claimedId(JsonValue value) {
    return value instanceof JsonObject event ? Read.uuid(event.get("id")) : Optional.empty();
  }

  /** The worker that a value claims, if one can be read. */
  static Optional<UUID> claimedWorker(JsonValue value) {
    return value instanceof JsonObject event ? Read.uuid(event.get("worker")) : Optional.empty();
  }

  /** The type that a value claims, if one can be read. */
  static Optional<String> claimedType(JsonValue value) {
    return value instanceof JsonObject event ? type(event) : Optional.empty();
  }

  /** The version that a value claims, if one can be read. */
  static Optional<Integer> claimedVersion(JsonValue value) {
    OptionalLong v = value instanceof JsonObject event ? version(event) : OptionalLong.empty();
    return v.isPresent() ? Optional.of((int) v.getAsLong()) : Optional.empty();
  }

  private static Optional<String> type(JsonObject event) {
    return Read.text(event.get("type"))
        .filter(t -> t.length() <= LONGEST_TYPE && TYPE_FORM.matcher(t).matches());
  }

  private static OptionalLong version(JsonObject event) {
    return Read.whole(event.get("v"), 1, Integer.MAX_VALUE);
  }

  private static String contentHash(JsonObject event) throws Unfit {
    JsonValue hash = event.get("contentHash");
    if (hash == null || hash.getValueType() == JsonValue.ValueType.NULL) {
      return null;
    }
    return Read.hash(hash).orElseThrow(() -> new Unfit("bad-content-hash"));
  }

  private static void fits(JsonValue value, int depth) throws Unfit {
    if (value instanceof JsonObject object) {
      deep(depth);
      for (var entry : object.entrySet()) {
        fits(entry.getKey());
        fits(entry.getValue(), depth + 1);
      }
    } else if (value instanceof JsonArray array) {
      deep(depth);
      for (JsonValue inner : array) {
        fits(inner, depth + 1);
      }
    } else if (value instanceof JsonString text) {
      fits(text.getString());
    } else if (value instanceof JsonNumber && Read.whole(value, -LARGEST, LARGEST).isEmpty()) {
      throw new Unfit("bad-number");
    }
  }

  private static void deep(int depth) throws Unfit {
    if (depth > DEEPEST) {
      throw new Unfit("too-deep");
    }
  }

  /** The store takes neither NUL nor half a character. */
  private static void fits(String text) throws Unfit {
    if (text.length() > LONGEST_TEXT) {
      throw new Unfit("too-long");
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean pair =
          Character.isHighSurrogate(c)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1));
      if (pair) {
        i++;
      } else if (c == 0 || Character.isSurrogate(c)) {
        throw new Unfit("bad-text");
      }
    }
  }
}
