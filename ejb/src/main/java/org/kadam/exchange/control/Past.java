package org.kadam.exchange.control;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.kadam.event.control.Batch;

/**
 * What an invented worker's phone would have sent: the first modules of the course, one every
 * second day, and then the assessment, a sitting a day. Everything follows from the row and the
 * published content, so the same row always gives the same events.
 *
 * @param code the worker's code
 * @param modules how many modules she finished
 * @param answers for each item in the order of the sittings 1 (done alone), h (with help) or 0 (not
 *     done); empty where she was not assessed
 * @param finishedOn the day of the last event
 */
public record Past(String code, int modules, String answers, LocalDate finishedOn) {

  private static final LocalTime EARLIEST = LocalTime.of(5, 30);
  private static final int WITHIN_MINUTES = 300;

  /** Where the events of a worker are put together. */
  private static final class Phone {
    private final List<JsonValue> events = new ArrayList<>();
    private final String code;
    private final UUID worker;
    private final UUID device;
    private Instant at = Instant.EPOCH;

    Phone(String code, UUID worker) {
      this.code = code;
      this.worker = worker;
      this.device = id(Instant.EPOCH, code + " device");
    }

    /** Lets time pass until a day and an hour that follow from the worker's code. */
    void wake(LocalDate day) {
      int minutes = Math.floorMod((code + day).hashCode(), WITHIN_MINUTES);
      at = day.atTime(EARLIEST).plusMinutes(minutes).toInstant(ZoneOffset.UTC);
    }

    void does(Duration after, String type, String contentHash, JsonObjectBuilder body) {
      at = at.plus(after);
      int seq = events.size();
      events.add(
          Json.createObjectBuilder()
              .add("id", id(at, code + " " + seq).toString())
              .add("type", type)
              .add("v", 1)
              .add("worker", worker.toString())
              .add("device", device.toString())
              .add("seq", seq)
              .add("at", at.toString())
              .add("contentHash", contentHash)
              .add("body", body)
              .build());
    }
  }

  /**
   * The batch that holds all of it, sent when the last of it was done.
   *
   * @param course the manifest of the published course
   * @param formHash the name of the form's structure
   * @param form the structure of the published form
   */
  public Batch batch(UUID worker, JsonObject course, String formHash, JsonObject form) {
    Phone phone = new Phone(code, worker);
    List<JsonArray> sittings =
        answers.isEmpty() ? List.of() : form.getJsonArray("sittings").getValuesAs(JsonArray.class);
    learn(phone, course, sittings.size());
    if (!sittings.isEmpty()) {
      answer(phone, sittings, formHash, form);
    }
    return new Batch(phone.device, phone.at, phone.events);
  }

  private void learn(Phone phone, JsonObject course, int sittings) {
    var listed = course.getJsonArray("modules").getValuesAs(JsonObject.class);
    int count = Math.min(modules, listed.size());
    for (int i = 0; i < count; i++) {
      JsonObject module = listed.get(i);
      String hash = module.getString("structure");
      phone.wake(finishedOn.minusDays(sittings + 2L * (count - 1 - i)));
      phone.does(Duration.ZERO, "module.started", hash, about(course, module));
      phone.does(Duration.ofSeconds(260), "module.finished", hash, about(course, module));
    }
  }

  private static JsonObjectBuilder about(JsonObject course, JsonObject module) {
    return Json.createObjectBuilder()
        .add("course", course.getString("id"))
        .add("module", module.getString("id"));
  }

  private void answer(Phone phone, List<JsonArray> sittings, String hash, JsonObject form) {
    String attempt = id(Instant.EPOCH, code + " attempt").toString();
    int item = 0;
    for (int i = 0; i < sittings.size(); i++) {
      phone.wake(finishedOn.minusDays(sittings.size() - 1L - i));
      phone.does(Duration.ZERO, "sitting.started", hash, of(attempt, form).add("sitting", i + 1));
      for (String id : sittings.get(i).getValuesAs(JsonString::getString)) {
        char outcome = answers.charAt(item++);
        phone.does(
            Duration.ofSeconds(45),
            "item.answered",
            hash,
            of(attempt, form)
                .add("item", id)
                .add("sitting", i + 1)
                .add("response", response(form.getJsonObject("items").getJsonObject(id), outcome))
                .add("helped", outcome == 'h'));
      }
    }
    phone.does(Duration.ofSeconds(5), "attempt.finished", hash, of(attempt, form));
  }

  private static JsonObjectBuilder of(String attempt, JsonObject form) {
    return Json.createObjectBuilder().add("attempt", attempt).add("form", form.getString("id"));
  }

  /** A response that the key of the item scores as the outcome says. */
  private static JsonObject response(JsonObject item, char outcome) {
    boolean done = outcome != '0';
    return switch (item.getString("type")) {
      case "phone" ->
          Json.createObjectBuilder()
              .add("path", done ? item.getJsonArray("hint") : JsonValue.EMPTY_JSON_ARRAY)
              .add("hints", 0)
              .add("gaveUp", !done)
              .build();
      case "chat" -> Json.createObjectBuilder().add("answer", ids(item, done).get(0)).build();
      case "choice" -> {
        List<String> chosen = done ? ids(item, true) : ids(item, false).subList(0, 1);
        yield Json.createObjectBuilder().add("answers", Json.createArrayBuilder(chosen)).build();
      }
      default -> throw new IllegalArgumentException("No past of items " + item.getString("type"));
    };
  }

  private static List<String> ids(JsonObject item, boolean right) {
    return item.getJsonArray("answers").getValuesAs(JsonObject.class).stream()
        .filter(answer -> answer.getBoolean("right", false) == right)
        .map(answer -> answer.getString("id"))
        .toList();
  }

  /** A UUID of version 7 whose random part follows from a name. */
  private static UUID id(Instant at, String name) {
    try {
      ByteBuffer hash =
          ByteBuffer.wrap(
              MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8)));
      long high = at.toEpochMilli() << 16 | 0x7000 | hash.getLong() & 0x0fff;
      return new UUID(high, 1L << 63 | hash.getLong() & 0x3fff_ffff_ffff_ffffL);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
