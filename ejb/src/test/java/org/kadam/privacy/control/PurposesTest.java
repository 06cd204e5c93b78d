package org.kadam.privacy.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.Character.UnicodeScript;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kadam.language.Language;
import org.kadam.language.Texts;
import org.kadam.language.Words;
import org.kadam.orgunit.entity.Role;
import org.kadam.privacy.entity.Looks;

/** The purposes and their words as they ship. */
class PurposesTest {

  private static final Words WORDS = Purposes.words();

  @ParameterizedTest
  @EnumSource(Language.class)
  void every_language_has_the_same_keys(Language language) {
    assertEquals(WORDS.keys(Language.EN), WORDS.keys(language));
  }

  @Test
  @DisplayName("Every text is in the script of its language and in no neighbour's")
  void scripts() {
    for (String key : WORDS.keys(Language.EN)) {
      Texts text = WORDS.text(key);
      if (!key.equals("review")) {
        assertTrue(has(text.hi(), UnicodeScript.DEVANAGARI), key);
        assertTrue(has(text.lo(), UnicodeScript.LAO), key);
      }
      assertFalse(has(text.hi(), UnicodeScript.LAO), key);
      assertFalse(has(text.lo(), UnicodeScript.DEVANAGARI), key);
      assertFalse(has(text.lo(), UnicodeScript.THAI), key);
    }
  }

  private static boolean has(String text, UnicodeScript script) {
    return text.codePoints().anyMatch(c -> UnicodeScript.of(c) == script);
  }

  @Test
  @DisplayName("Every purpose says what, why, on what ground and for how long, with no hole left")
  void every_purpose_can_be_told() {
    for (Purpose purpose : Purposes.shipped().all()) {
      for (Texts text :
          List.of(purpose.what(), purpose.why(), purpose.onGround(), purpose.keeps())) {
        for (Language language : Language.values()) {
          assertFalse(text.in(language).contains("{"), purpose.id());
        }
      }
    }
    assertThrows(IllegalArgumentException.class, () -> Purposes.shipped().named("curiosity"));
  }

  @Test
  @DisplayName("Device facts, the pulse and peer help are asked for apart, each with its own text")
  void three_things_are_asked() {
    List<String> asked = Purposes.shipped().asked().stream().map(Purpose::id).toList();
    assertEquals(List.of("device", "pulse", "peer-help"), asked);
    for (String purpose : asked) {
      assertTrue(WORDS.text("consent." + purpose + ".title").en().endsWith("?"), purpose);
      assertTrue(WORDS.has("consent." + purpose + ".text"), purpose);
    }
  }

  @Test
  @DisplayName("What was seen longer ago than its period has been kept long enough")
  void a_period_is_counted_back() {
    Instant now = Instant.parse("2026-11-22T00:00:00Z");
    assertEquals(
        now.minus(Duration.ofDays(400)),
        Purposes.shipped().named("looks").limit(now).orElseThrow());
    assertTrue(Purposes.shipped().named("consents").limit(now).isEmpty());
    assertTrue(
        Purposes.shipped().named("looks").days() >= 365,
        "India's rules want logs for a year at least");
  }

  @Test
  @DisplayName(
      "A complaint is answered sooner than the 90 days that India allows, a breach in 72 h")
  void promises() {
    for (String kind : List.of("correction", "grievance", "erasure")) {
      assertTrue(Purposes.shipped().answerDays(kind) <= 90, kind);
    }
    assertEquals(Duration.ofHours(72), Purposes.shipped().breach());
  }

  @ParameterizedTest
  @EnumSource(Looks.Why.class)
  void every_reason_for_a_look_can_be_told(Looks.Why why) {
    assertTrue(WORDS.has("why." + why.code()), why.code());
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"WORKER"})
  void every_role_that_may_look_has_a_name(Role role) {
    assertTrue(WORDS.has("role." + role.code()), role.code());
  }
}
