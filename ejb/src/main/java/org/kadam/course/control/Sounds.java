package org.kadam.course.control;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.kadam.json.CanonicalJson;

/**
 * The recordings that the texts of a course name. A card may have one in one language and none in
 * another: they come as they are recorded.
 *
 * @param folder where they stand, for the reports of faults
 * @param files the bytes of each that is there, by file name
 */
public record Sounds(String folder, Map<String, byte[]> files) {

  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{0,59}\\.opus");
  private static final Pattern KEY = Pattern.compile("modules\\.[^.]+\\.cards\\.[^.]+\\.sound");
  private static final int LONGEST = 90;

  /** 20 kbit/s, and what every file has at its beginning. */
  private static final int A_SECOND = 2_500;

  private static final int HEADS = 1_500;

  /** Whether a text's key names a recording. */
  static boolean isKey(String key) {
    return KEY.matcher(key).matches();
  }

  /** Reads what there is of the recordings that these texts name. */
  static Sounds read(ContentFiles from, String folder, Iterable<JsonObject> texts) {
    Map<String, byte[]> files = new TreeMap<>();
    for (JsonObject text : texts) {
      each(
          text,
          (key, name) -> {
            if (NAME.matcher(name).matches()) {
              from.bytes(folder + "/" + name).ifPresent(bytes -> files.put(name, bytes));
            }
          });
    }
    return new Sounds(folder, files);
  }

  /** Adds what is wrong with the recordings that a text names. */
  void check(JsonObject text, Faults.Spot spot) {
    each(
        text,
        (key, name) -> {
          Faults.Spot here = spot.in(key);
          if (!here.faultIf(
                  !NAME.matcher(name).matches(), "shape", "This must be a file such as a-b.hi.opus")
              && !here.faultIf(!files.containsKey(name), "missing", "There is no such recording")) {
            one(files.get(name), here);
          }
        });
  }

  private static void one(byte[] file, Faults.Spot spot) {
    Optional<OggOpus> read = OggOpus.read(file);
    if (spot.faultIf(read.isEmpty(), "sound", "The recording is not whole Ogg Opus")) {
      return;
    }
    OggOpus opus = read.get();
    spot.faultIf(opus.channels() != 1, "sound", "The recording must have one channel");
    spot.faultIf(
        opus.seconds() > LONGEST, "long", "The recording is longer than " + LONGEST + " seconds");
    spot.faultIf(
        file.length > HEADS + opus.samples() * A_SECOND / 48_000,
        "large",
        "The recording takes more than 20 kbit/s");
    spot.faultIf(
        !opus.comments().isEmpty(), "sound", "Something is written in it: " + opus.comments());
  }

  /** A recording as phones are told of it: its name, its bytes on the wire, its seconds. */
  JsonObject told(String name) {
    byte[] file = files.get(name);
    return jakarta.json.Json.createObjectBuilder()
        .add("hash", CanonicalJson.sha256(file))
        .add("bytes", file.length)
        .add("seconds", OggOpus.read(file).orElseThrow().seconds())
        .build();
  }

  private static void each(JsonObject text, BiConsumer<String, String> named) {
    Map<String, JsonValue> leaves = TextKeys.leaves(text);
    leaves.forEach(
        (key, value) -> {
          if (isKey(key) && value instanceof JsonString name) {
            named.accept(key, name.getString());
          }
        });
  }
}
