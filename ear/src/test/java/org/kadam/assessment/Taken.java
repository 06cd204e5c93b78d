package org.kadam.assessment;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.kadam.it.Caller;
import org.kadam.it.Phone;

/** The published assessment, and a worker who takes it as her phone would send it. */
public final class Taken {

  /** What came of an item when she tried it. */
  public enum How {
    ALONE,
    WITH_HELP,
    NOT_DONE,
    NOT_DONE_WITH_HELP
  }

  private final Caller caller;
  private final Phone phone;
  private final String hash;
  private final JsonObject structure;
  private final String attempt = UUID.randomUUID().toString();

  private Taken(Caller caller) {
    this.caller = caller;
    this.phone = Phone.of(caller);
    JsonObject listed = caller.get("/api/courses").json().getJsonObject("assessment");
    hash = listed.getJsonObject("structure").getString("hash");
    structure = caller.get("/api/packages/" + hash).json();
  }

  private Taken(Taken before) {
    this.caller = before.caller;
    this.phone = before.phone;
    this.hash = before.hash;
    this.structure = before.structure;
  }

  /** Another attempt on the same phone. */
  public Taken again() {
    return new Taken(this);
  }

  /** A new attempt of a caller, who has seen the form and answered nothing. */
  public static Taken by(Caller caller) {
    return new Taken(caller);
  }

  public String attempt() {
    return attempt;
  }

  /**
   * What it is scored by, as the structure of a form for everybody has it; where phones choose,
   * made of the part that they choose by.
   */
  public JsonObject plan() {
    return structure.get("plan") instanceof JsonString
        ? asForEverybody(part())
        : structure.getJsonObject("plan");
  }

  /** What phones choose by. */
  public JsonObject part() {
    return caller.get("/api/packages/" + structure.getString("plan")).json();
  }

  private static JsonObject asForEverybody(JsonObject plan) {
    var right = Json.createObjectBuilder();
    var helped = Json.createObjectBuilder();
    var difficulty = Json.createObjectBuilder();
    int parts = plan.getInt("parts");
    List<String> ids = plan.getJsonArray("items").getValuesAs(JsonString::getString);
    for (int i = 0; i < ids.size(); i++) {
      right.add(ids.get(i), rest(plan.getJsonArray("rows").getJsonArray(i).getJsonArray(0), parts));
      JsonArray with = plan.getJsonArray("helped").getJsonArray(i);
      if (!with.isEmpty()) {
        helped.add(ids.get(i), rest(with, parts));
      }
      difficulty.add(ids.get(i), plan.getJsonArray("difficulty").get(i));
    }
    return Json.createObjectBuilder(plan)
        .add("right", right)
        .add("helped", helped)
        .add("difficulty", difficulty)
        .build();
  }

  /** What a row of second differences leaves, in ten thousand parts. */
  private static JsonArray rest(JsonArray row, double parts) {
    var rest = Json.createArrayBuilder();
    int slope = 0;
    int sum = 0;
    for (int q = 0; q < row.size(); q++) {
      slope += row.getInt(q);
      sum += slope;
      rest.add(10_000 * (1 - sum / parts));
    }
    return rest.build();
  }

  public Phone phone() {
    return phone;
  }

  /** The item ids in the order of the sittings. */
  public List<String> items() {
    return structure.getJsonArray("sittings").getValuesAs(JsonArray.class).stream()
        .flatMap(sitting -> sitting.getValuesAs(JsonString::getString).stream())
        .toList();
  }

  public boolean observed(String item) {
    return structure.getJsonObject("items").getJsonObject(item).getBoolean("observed");
  }

  /** The event of beginning a sitting, from 1. */
  public JsonObject sitting(int sitting) {
    return event("sitting.started", about().add("sitting", sitting).build());
  }

  /** The event of an answer. */
  public JsonObject answer(String item, How how) {
    return event(
        "item.answered",
        about()
            .add("item", item)
            .add("sitting", 1)
            .add("response", response(item, how == How.ALONE || how == How.WITH_HELP))
            .add("helped", how == How.WITH_HELP || how == How.NOT_DONE_WITH_HELP)
            .build());
  }

  /** The event of finishing. */
  public JsonObject finish() {
    return event("attempt.finished", about().build());
  }

  /** The same, but it happened so long ago. */
  public static JsonObject ago(JsonObject event, Duration time) {
    return Json.createObjectBuilder(event)
        .add("at", Instant.parse(event.getString("at")).minus(time).toString())
        .build();
  }

  private jakarta.json.JsonObjectBuilder about() {
    return Json.createObjectBuilder()
        .add("attempt", attempt)
        .add("form", structure.getString("id"));
  }

  private JsonObject event(String type, JsonObject body) {
    return Json.createObjectBuilder(phone.event(type, body)).add("contentHash", hash).build();
  }

  private JsonObject response(String id, boolean right) {
    JsonObject item = structure.getJsonObject("items").getJsonObject(id);
    if (item.getString("type").equals("phone")) {
      return Json.createObjectBuilder()
          .add("path", right ? item.getJsonArray("hint") : Json.createArrayBuilder().build())
          .add("hints", 0)
          .add("gaveUp", !right)
          .build();
    }
    List<String> answers = new ArrayList<>();
    for (JsonObject answer : item.getJsonArray("answers").getValuesAs(JsonObject.class)) {
      if (answer.getBoolean("right", false) == right) {
        answers.add(answer.getString("id"));
      }
    }
    return item.getString("type").equals("chat")
        ? Json.createObjectBuilder().add("answer", answers.get(0)).build()
        : Json.createObjectBuilder()
            .add(
                "answers",
                Json.createArrayBuilder(
                    right || answers.size() == 1 ? answers : answers.subList(0, 1)))
            .build();
  }

  /** Sends events; every one must be accepted. */
  public void send(List<JsonObject> events) {
    Caller.Answer answer = phone.send(caller, events);
    for (JsonObject result : answer.json().getJsonArray("results").getValuesAs(JsonObject.class)) {
      if (!result.getString("status").equals("accepted")) {
        throw new AssertionError(answer.text());
      }
    }
  }

  /** This attempt as the server tells of it to the caller; null as long as it does not. */
  public JsonObject shown() {
    for (JsonObject one :
        caller
            .get("/api/me/progress")
            .json()
            .getJsonArray("attempts")
            .getValuesAs(JsonObject.class)) {
      if (one.getString("attempt").equals(attempt)) {
        return one;
      }
    }
    return null;
  }

  /** Waits for something that the server does soon, but not at once. */
  public static void await(String what, BooleanSupplier there) {
    Instant end = Instant.now().plus(Duration.ofSeconds(60));
    while (!there.getAsBoolean()) {
      if (Instant.now().isAfter(end)) {
        throw new AssertionError("Waited in vain: " + what);
      }
      try {
        Thread.sleep(250);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }
}
