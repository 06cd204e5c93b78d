package org.kadam.support.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

  private static final String FORM = PlainText.class.getAnnotation(Pattern.class).regexp();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "I share it with my son.\nEvenings only.",
        "फ़ोन शाम को मिलता है, क्षमा करें",
        "प्रत्\u200dयेक \u200cक",
        "ໂທລະ\u200bສັບ​ເຕັມ",
        "<b>not markup</b> & \"quotes\" '; drop table flag; --",
        "🙏"
      })
  void what_people_write_is_welcome(String text) {
    assertTrue(text.matches(FORM));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a\u0000b", "\u001b[31m", "a\rb", "a\tb", "\u0085", "\u202Etxt.exe", "\u2066x"})
  void what_only_machines_write_is_not(String text) {
    assertFalse(text.matches(FORM));
  }

  @Test
  void five_hundred_characters_and_no_more() {
    assertEquals(500, PlainText.class.getAnnotation(Size.class).max());
  }
}
