package org.kadam.support.control;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kadam.language.Language;
import org.kadam.language.Words;

class ReasonsTest {

  private static final Words WORDS = Words.shipped();

  /** Every fact that a rule of ours can name, and what is offered for it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "device.none.title",
        "device.none.text",
        "device.none.fact",
        "device.shared.title",
        "device.shared.text",
        "device.shared.fact",
        "device.basic.title",
        "device.basic.text",
        "device.basic.fact",
        "skill.title",
        "skill.text",
        "skill.not-done.fact",
        "skill.helped.fact",
        "skill.unsure.fact",
        "source.roster",
        "source.assessment"
      })
  void there_are_words_for_every_reason_in_every_language(String key) {
    assertTrue(WORDS.has("flag." + key));
  }

  @Test
  void a_fact_about_a_task_leaves_room_for_its_name() {
    for (String key : List.of("flag.skill.not-done.fact", "flag.skill.helped.fact")) {
      for (Language language : Language.values()) {
        assertTrue(WORDS.text(key).in(language).contains("{task}"), key + " in " + language);
      }
    }
  }

  @Test
  void an_offer_asks_and_does_not_say() {
    for (String key :
        List.of("device.none.title", "device.shared.title", "device.basic.title", "skill.title")) {
      for (Language language : Language.values()) {
        assertTrue(WORDS.text("flag." + key).in(language).endsWith("?"), key + " in " + language);
      }
    }
  }

  @Test
  void no_reason_holds_a_number_about_her() {
    WORDS.keys(Language.EN).stream()
        .filter(key -> key.startsWith("flag.") && key.endsWith(".fact"))
        .forEach(key -> assertFalse(WORDS.text(key).en().matches(".*[0-9].*"), key));
  }
}
