package org.kadam.story;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.kadam.it.Caller;

/** What is published, in one language: the cards of modules and the tasks of the assessment. */
final class Shelf {

  /** A card, or a task of the assessment: how it works and what it says. */
  record Card(String id, JsonObject how, JsonObject says) {

    String type() {
      return how.getString("type");
    }

    /** The type, and what sets some cards of it apart. */
    String kind() {
      boolean pictures = how.toString().contains("\"picture\":") && type().equals("choice");
      return type()
          + (how.toString().contains("\"then\":") ? "-twice" : pictures ? "-pictures" : "");
    }

    String title() {
      return Words.seen(says.getString("title"));
    }

    /** The places, from 0, of the answers that are right. */
    List<Integer> right() {
      return right(how.getJsonArray("answers").getValuesAs(JsonObject.class));
    }

    /** Which of the answers is picked where one is: one that is right, or one that is not. */
    int picked(boolean rightly) {
      List<Integer> right = right();
      return rightly ? right.get(0) : right.contains(0) ? answers() - 1 : 0;
    }

    /** What can be sent after what was picked; nothing in a conversation of one step. */
    List<JsonObject> then(boolean rightly) {
      JsonObject answer = how.getJsonArray("answers").getJsonObject(picked(rightly));
      return answer.containsKey("then")
          ? answer.getJsonArray("then").getValuesAs(JsonObject.class)
          : List.of();
    }

    static List<Integer> right(List<JsonObject> answers) {
      return java.util.stream.IntStream.range(0, answers.size())
          .filter(i -> answers.get(i).getBoolean("right", answers.get(i).getBoolean("good", false)))
          .boxed()
          .toList();
    }

    int answers() {
      return how.getJsonArray("answers").size();
    }

    /** A shortest way through a task on the simulated phone, as ids of controls. */
    List<String> way() {
      return strings(how.getJsonArray("hint"));
    }

    /** Whether a control of the simulated phone must be held down. */
    boolean held(String control) {
      return how.getJsonObject("screens").values().stream()
          .map(JsonValue::asJsonObject)
          .flatMap(screen -> screen.getJsonArray("controls").stream())
          .map(JsonValue::asJsonObject)
          .anyMatch(
              c -> c.getString("id").equals(control) && c.getString("look").equals("message"));
    }
  }

  private final Caller caller;
  private final String language;
  private final JsonObject catalogue;

  private Shelf(Caller caller, String language) {
    this.caller = caller;
    this.language = language;
    catalogue = caller.get("/api/courses").json();
  }

  static Shelf of(Caller caller, String language) {
    return new Shelf(caller, language);
  }

  private JsonObject course(String id) {
    return catalogue.getJsonArray("courses").getValuesAs(JsonObject.class).stream()
        .filter(c -> c.getString("id").equals(id))
        .findFirst()
        .orElseThrow();
  }

  /** The courses' ids, in their order. */
  List<String> courses() {
    return catalogue.getJsonArray("courses").getValuesAs(JsonObject.class).stream()
        .map(course -> course.getString("id"))
        .toList();
  }

  /** The modules' ids, in their order. */
  List<String> modules(String course) {
    return course(course).getJsonArray("modules").getValuesAs(JsonObject.class).stream()
        .map(m -> m.getString("id"))
        .toList();
  }

  String title(JsonObject published) {
    return Words.seen(published.getJsonObject("title").getString(language));
  }

  String titleOfCourse(String course) {
    return title(course(course));
  }

  String titleOfModule(String course, String module) {
    return title(entry(course, module));
  }

  private JsonObject entry(String course, String module) {
    return course(course).getJsonArray("modules").getValuesAs(JsonObject.class).stream()
        .filter(m -> m.getString("id").equals(module))
        .findFirst()
        .orElseThrow();
  }

  /** The name of the part that says how a module works. */
  String structure(String course, String module) {
    return entry(course, module).getJsonObject("structure").getString("hash");
  }

  List<Card> cards(String course, String module) {
    JsonObject entry = entry(course, module);
    JsonObject texts = text(entry).getJsonObject("cards");
    return structure(entry).getJsonArray("cards").getValuesAs(JsonObject.class).stream()
        .map(
            card -> new Card(card.getString("id"), card, texts.getJsonObject(card.getString("id"))))
        .toList();
  }

  /** All of the assessment's tasks, by their ids. */
  Map<String, Card> tasks() {
    JsonObject entry = catalogue.getJsonObject("assessment");
    JsonObject texts = text(entry).getJsonObject("items");
    return structure(entry).getJsonObject("items").entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                item ->
                    new Card(
                        item.getKey(),
                        item.getValue().asJsonObject(),
                        texts.getJsonObject(item.getKey()))));
  }

  /** What phones choose the assessment's tasks by. */
  JsonObject plan() {
    String named = structure(catalogue.getJsonObject("assessment")).getString("plan");
    return caller.get("/api/packages/" + named).json();
  }

  /** The tasks that are easier than this, in logits. */
  Set<String> easierThan(double difficulty) {
    JsonObject plan = plan();
    List<String> ids = strings(plan.getJsonArray("items"));
    return java.util.stream.IntStream.range(0, ids.size())
        .filter(i -> plan.getJsonArray("difficulty").getInt(i) < 10_000 * difficulty)
        .mapToObj(ids::get)
        .collect(Collectors.toSet());
  }

  String titleOfAssessment() {
    return title(catalogue.getJsonObject("assessment"));
  }

  private JsonObject structure(JsonObject published) {
    return part(published.getJsonObject("structure"));
  }

  private JsonObject text(JsonObject published) {
    return part(published.getJsonObject("text").getJsonObject(language));
  }

  private JsonObject part(JsonObject named) {
    return caller.get("/api/packages/" + named.getString("hash")).json();
  }

  static List<String> strings(jakarta.json.JsonArray array) {
    return array.getValuesAs(JsonString.class).stream().map(JsonString::getString).toList();
  }
}
