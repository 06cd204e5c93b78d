package org.kadam.exchange.control;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.kadam.event.control.Batch;
import org.kadam.exchange.entity.Sheet;

/**
 * What a sheet of paper tells the ledger: the same events as a phone's. All their ids follow from
 * the sheet's code, so that entering a sheet twice adds nothing.
 */
public final class SheetEvents {

  private final Sheet sheet;
  private final List<SheetQuestion> questions;
  private final Instant at;
  private final UUID device;
  private final List<JsonValue> events = new ArrayList<>();

  private SheetEvents(Sheet sheet, List<SheetQuestion> questions, Instant at) {
    this.sheet = sheet;
    this.questions = questions;
    this.at = at;
    this.device = id("device");
  }

  /**
   * The batch that holds them.
   *
   * @param answers the chosen answers by question; questions that she left out are missing
   * @param helped the questions with which somebody helped her
   * @param at when she answered
   */
  public static Batch of(
      Sheet sheet,
      List<SheetQuestion> questions,
      Map<String, List<String>> answers,
      Set<String> helped,
      Instant at,
      Instant now) {
    SheetEvents made = new SheetEvents(sheet, questions, at);
    if (sheet.printed().kind().equals("form")) {
      made.attempt(answers, helped);
    } else {
      made.cards(answers);
    }
    return new Batch(made.device, now, made.events);
  }

  private void attempt(Map<String, List<String>> answers, Set<String> helped) {
    String form = sheet.printed().name();
    String attempt = id("attempt").toString();
    for (SheetQuestion question : questions) {
      List<String> chosen = answers.get(question.id());
      if (chosen != null) {
        add(
            "item.answered " + question.id(),
            Json.createObjectBuilder()
                .add("attempt", attempt)
                .add("form", form)
                .add("item", question.id())
                .add("sitting", question.sitting())
                .add("response", response(question, chosen))
                .add("helped", helped.contains(question.id())));
      }
    }
    add("attempt.finished", Json.createObjectBuilder().add("attempt", attempt).add("form", form));
  }

  private void cards(Map<String, List<String>> answers) {
    String[] place = sheet.printed().name().split("/");
    for (SheetQuestion question : questions) {
      List<String> chosen = answers.get(question.id());
      if (chosen != null) {
        add(
            "card.done " + question.id(),
            Json.createObjectBuilder()
                .add("course", place[0])
                .add("module", place[1])
                .add("card", question.id())
                .add("outcome", response(question, chosen)));
      }
    }
  }

  private static JsonObject response(SheetQuestion question, List<String> chosen) {
    return question.type().equals("chat")
        ? Json.createObjectBuilder().add("answer", chosen.get(0)).build()
        : Json.createObjectBuilder().add("answers", Json.createArrayBuilder(chosen)).build();
  }

  /**
   * @param name the type, and what tells events of one type apart
   */
  private void add(String name, JsonObjectBuilder body) {
    events.add(
        Json.createObjectBuilder()
            .add("id", id(name).toString())
            .add("type", name.split(" ")[0])
            .add("v", 1)
            .add("worker", sheet.workerId().toString())
            .add("device", device.toString())
            .add("seq", events.size() + 1)
            .add("at", at.toString())
            .add("contentHash", sheet.printed().structure())
            .add("body", body)
            .build());
  }

  /** A UUID of version 7 that follows from the sheet and a name. */
  private UUID id(String name) {
    try {
      byte[] from = (sheet.code() + " " + name).getBytes(StandardCharsets.UTF_8);
      ByteBuffer hash = ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(from));
      long high = sheet.madeAt().toEpochMilli() << 16 | 0x7000 | hash.getLong() & 0x0fff;
      return new UUID(high, 1L << 63 | hash.getLong() & 0x3fff_ffff_ffff_ffffL);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
