package org.kadam.assessment.itemtype;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.kadam.course.cardtype.CardType;
import org.kadam.course.cardtype.CardTypes;

/** What several item types ask alike. */
final class Items {

  private static final CardTypes CARDS = CardTypes.builtIn();

  private Items() {}

  /** The type of card that an item of this name is drawn as. */
  static CardType card(String name) {
    return CARDS.named(name).orElseThrow();
  }

  static List<JsonObject> answers(JsonObject item) {
    return item.getJsonArray("answers").getValuesAs(JsonObject.class);
  }

  /** The ids of the answers that are the key. */
  static Set<String> key(JsonObject item) {
    Set<String> key = new LinkedHashSet<>();
    for (JsonObject answer : answers(item)) {
      if (answer.getBoolean("right", false)) {
        key.add(answer.getString("id"));
      }
    }
    return key;
  }

  /** An answer's id, if the item has an answer of that id. */
  static String known(JsonObject item, JsonValue id) {
    if (id instanceof JsonString text
        && answers(item).stream().anyMatch(a -> a.getString("id").equals(text.getString()))) {
      return text.getString();
    }
    throw new IllegalArgumentException("The item has no such answer");
  }

  /** The ids of all answers. */
  static List<String> ids(JsonObject item) {
    return answers(item).stream().map(answer -> answer.getString("id")).toList();
  }

  /**
   * The texts of a card with the reasons of these names; texts that only teaching needs may be
   * there.
   */
  static CardType.Words withReasons(
      List<String> reasons, CardType.Words card, Predicate<String> teaching) {
    Set<String> needed = new LinkedHashSet<>();
    Set<String> possible = new LinkedHashSet<>(card.possible());
    card.needed().forEach(text -> (teaching.test(text) ? possible : needed).add(text));
    reasons.forEach(reason -> needed.add("rationale." + reason));
    return new CardType.Words(needed, possible);
  }
}
