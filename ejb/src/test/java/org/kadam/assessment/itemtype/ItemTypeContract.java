package org.kadam.assessment.itemtype;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kadam.course.cardtype.CardTypes;
import org.kadam.course.control.Faults;

/** What every item type keeps to; the test of each type implements this. */
interface ItemTypeContract {

  static JsonObject json(String text) {
    try (var reader = Json.createReader(new StringReader(text.replace('\'', '"')))) {
      return reader.readObject();
    }
  }

  ItemType type();

  /** A sound item. */
  JsonObject item();

  /** Answers that do what it asks. */
  List<JsonObject> right();

  /** Answers that do not. */
  List<JsonObject> wrong();

  /** Things that are no answer to it. */
  List<JsonObject> unreadable();

  /** The item with everything of its own taken out. */
  default JsonObject broken() {
    return Json.createObjectBuilder()
        .add("id", item().getString("id"))
        .add("type", type().name())
        .build();
  }

  private List<Faults.Fault> faults(JsonObject item) {
    Faults faults = new Faults();
    type().check(item, faults.at("items.yaml", item.getString("id")));
    return faults.found();
  }

  @Test
  default void it_is_drawn_as_the_card_of_the_same_name() {
    assertTrue(CardTypes.builtIn().named(type().name()).isPresent());
    assertEquals(type().name(), item().getString("type"));
  }

  @Test
  default void a_sound_item_has_no_faults_and_a_broken_one_is_named() {
    assertEquals(List.of(), faults(item()));
    assertFalse(faults(broken()).isEmpty());
    assertTrue(faults(broken()).stream().allMatch(f -> f.place().startsWith("an-item")));
  }

  @Test
  default void no_text_is_both_needed_and_only_possible() {
    var words = type().words(item());
    assertTrue(words.needed().contains("title"));
    assertTrue(Collections.disjoint(words.needed(), words.possible()));
  }

  @Test
  default void what_does_it_is_done_and_what_does_not_is_not() {
    right().forEach(answer -> assertTrue(type().done(item(), answer), answer.toString()));
    wrong().forEach(answer -> assertFalse(type().done(item(), answer), answer.toString()));
  }

  @Test
  default void what_is_no_answer_is_refused_rather_than_counted_as_wrong() {
    for (JsonObject answer : unreadable()) {
      assertThrows(
          IllegalArgumentException.class,
          () -> type().done(item(), answer),
          () -> "taken for an answer: " + answer);
    }
    assertThrows(
        IllegalArgumentException.class, () -> type().done(item(), JsonValue.EMPTY_JSON_OBJECT));
  }
}
