package org.kadam.course.cardtype;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kadam.course.control.Faults;

/** What every card type keeps. Its own test gives it and a sound card. */
interface CardTypeContract {

  CardType type();

  /** A sound card of this type, as JSON. */
  String sound();

  static JsonObject json(String text) {
    return Json.createReader(new StringReader(text)).readObject();
  }

  static List<Faults.Fault> faults(CardType type, JsonObject card) {
    Faults faults = new Faults();
    type.check(card, faults.at("course.yaml", "card"));
    return faults.found();
  }

  @Test
  default void the_type_is_found_by_its_name_and_the_name_is_that_of_its_cards() {
    assertEquals(type().name(), json(sound()).getString("type"));
    assertTrue(CardTypes.builtIn().named(type().name()).isPresent());
  }

  @Test
  default void a_sound_card_has_no_faults() {
    assertEquals(List.of(), faults(type(), json(sound())));
  }

  @Test
  default void every_card_has_a_title() {
    assertTrue(type().words(json(sound())).needed().contains("title"));
  }

  @Test
  default void a_text_is_either_needed_or_possible() {
    var words = type().words(json(sound()));
    assertTrue(words.needed().stream().noneMatch(words.possible()::contains));
  }

  @Test
  default void without_any_of_its_keys_or_with_a_key_of_another_kind_a_card_is_refused() {
    JsonObject card = json(sound());
    for (String key : card.keySet()) {
      var without = Json.createObjectBuilder(card).remove(key).build();
      assertFalse(faults(type(), without).isEmpty(), "without " + key);
      for (JsonValue wrong : List.of(JsonValue.NULL, Json.createValue(-7), json("{\"\":[0]}"))) {
        var changed = Json.createObjectBuilder(card).add(key, wrong).build();
        assertFalse(faults(type(), changed).isEmpty(), key + " as " + wrong);
      }
    }
  }

  @Test
  default void a_key_that_it_does_not_know_is_refused() {
    var more = Json.createObjectBuilder(json(sound())).add("surprise", true).build();
    assertFalse(faults(type(), more).isEmpty());
  }

  @Test
  default void the_same_card_needs_the_same_texts() {
    assertEquals(type().words(json(sound())), type().words(json(sound())));
  }
}
