package org.kadam.exchange.control;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kadam.language.Language;
import org.kadam.language.Words;

/**
 * A question as it can stand on paper: one that is answered by choosing. What has to be done on a
 * phone is not asked there.
 *
 * @param id the item's or the card's
 * @param type {@code choice} or {@code chat}
 * @param sitting in which sitting of the form it stands, from 1; 0 in a module
 * @param many whether several answers may be chosen
 * @param title the question
 * @param lead what comes before it, or null
 * @param said what has been said so far in a chat, line by line; empty otherwise
 */
public record SheetQuestion(
    String id,
    String type,
    int sitting,
    boolean many,
    String title,
    String lead,
    List<String> said,
    List<Option> options) {

  private static final Set<String> ON_PAPER = Set.of("choice", "chat");

  /** An answer that can be chosen. */
  public record Option(String id, String letter, String label) {}

  public SheetQuestion {
    said = List.copyOf(said);
    options = List.copyOf(options);
  }

  /** The questions of a published form, in its order. */
  public static List<SheetQuestion> ofForm(JsonObject structure, JsonObject text) {
    List<SheetQuestion> questions = new ArrayList<>();
    List<JsonArray> sittings = structure.getJsonArray("sittings").getValuesAs(JsonArray.class);
    for (int i = 0; i < sittings.size(); i++) {
      for (String id : sittings.get(i).getValuesAs(JsonString::getString)) {
        JsonObject item = structure.getJsonObject("items").getJsonObject(id);
        add(questions, id, item, text.getJsonObject("items").getJsonObject(id), i + 1, me(text));
      }
    }
    return questions;
  }

  /** The questions of a published module, in its order. */
  public static List<SheetQuestion> ofModule(JsonObject structure, JsonObject text) {
    List<SheetQuestion> questions = new ArrayList<>();
    for (JsonObject card : structure.getJsonArray("cards").getValuesAs(JsonObject.class)) {
      String id = card.getString("id");
      add(questions, id, card, text.getJsonObject("cards").getJsonObject(id), 0, me(text));
    }
    return questions;
  }

  /** The worker herself, who has no name in a chat. */
  private static String me(JsonObject text) {
    Language language = Language.of(text.getString("lang")).orElseThrow();
    return Words.shipped().say(language, "sheet.me", Map.of());
  }

  private static void add(
      List<SheetQuestion> questions,
      String id,
      JsonObject asked,
      JsonObject words,
      int sitting,
      String me) {
    String type = asked.getString("type");
    if (!ON_PAPER.contains(type) || !fitsOnPaper(asked)) {
      return;
    }
    questions.add(
        new SheetQuestion(
            id,
            type,
            sitting,
            asked.getBoolean("many", false),
            words.getString("title"),
            words.getString("lead", null),
            said(asked, words, me),
            options(asked, words.getJsonObject("answers"))));
  }

  /** A question about a picture is not one without it, and paper does not go on after an answer. */
  private static boolean fitsOnPaper(JsonObject asked) {
    return !asked.containsKey("picture")
        && asked.getJsonArray("answers").getValuesAs(JsonObject.class).stream()
            .noneMatch(answer -> answer.containsKey("picture") || answer.containsKey("then"));
  }

  private static List<Option> options(JsonObject asked, JsonObject labels) {
    List<Option> options = new ArrayList<>();
    for (JsonObject answer : asked.getJsonArray("answers").getValuesAs(JsonObject.class)) {
      String id = answer.getString("id");
      String letter = String.valueOf((char) ('A' + options.size()));
      String label =
          labels.get(id) instanceof JsonString plain
              ? plain.getString()
              : labels.getJsonObject(id).getString("label");
      options.add(new Option(id, letter, label));
    }
    return options;
  }

  private static List<String> said(JsonObject asked, JsonObject words, String me) {
    List<String> said = new ArrayList<>();
    if (asked.getString("type").equals("chat")) {
      List<JsonObject> opening = asked.getJsonArray("opening").getValuesAs(JsonObject.class);
      for (int i = 0; i < opening.size(); i++) {
        String from = opening.get(i).getString("from");
        String who =
            from.equals("me")
                ? me
                : words.containsKey("people")
                    ? words.getJsonObject("people").getString(from, "")
                    : "";
        String line = words.getJsonObject("opening").getString(String.valueOf(i + 1));
        String at = opening.get(i).getString("at", "");
        said.add((who.isEmpty() ? "" : who + " ") + (at.isEmpty() ? "" : at) + ": " + line);
      }
    }
    return said;
  }

  /** Whether these may be the answers: known ones, and one unless several may be. */
  public boolean takes(List<String> chosen) {
    List<String> known = options.stream().map(Option::id).toList();
    return !chosen.isEmpty()
        && known.containsAll(chosen)
        && Set.copyOf(chosen).size() == chosen.size()
        && (many || chosen.size() == 1);
  }
}
