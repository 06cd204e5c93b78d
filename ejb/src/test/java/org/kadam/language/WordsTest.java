package org.kadam.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.Character.UnicodeScript;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kadam.problem.Kind;
import org.kadam.worker.entity.Cadre;

/** The server's words as they ship. */
class WordsTest {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^}]*}");

  /** An English word: not a number, nor an abbreviation such as ICDS that stays as it is. */
  private static final Pattern WORD = Pattern.compile("\\p{Ll}");

  private static final Words WORDS = Words.shipped();

  @ParameterizedTest
  @EnumSource(Language.class)
  void every_language_has_the_same_keys(Language language) {
    assertEquals(WORDS.keys(Language.EN), WORDS.keys(language));
  }

  @TestFactory
  Stream<DynamicTest> every_text_has_the_same_places_for_values() {
    return each(
        (key, text) -> {
          assertEquals(placeholders(text.en()), placeholders(text.hi()), "Hindi");
          assertEquals(placeholders(text.en()), placeholders(text.lo()), "Lao");
        });
  }

  @TestFactory
  Stream<DynamicTest> every_text_is_in_the_script_of_its_language_and_in_no_neighbours() {
    return each(
        (key, text) -> {
          boolean words = WORD.matcher(PLACEHOLDER.matcher(text.en()).replaceAll("")).find();
          if (words && !key.equals("review")) {
            assertTrue(has(text.hi(), UnicodeScript.DEVANAGARI), "Hindi");
            assertTrue(has(text.lo(), UnicodeScript.LAO), "Lao");
          }
          assertFalse(
              has(text.en(), UnicodeScript.DEVANAGARI) || has(text.en(), UnicodeScript.LAO));
          assertFalse(has(text.hi(), UnicodeScript.LAO));
          assertFalse(has(text.lo(), UnicodeScript.DEVANAGARI));
          assertFalse(has(text.lo(), UnicodeScript.THAI), "Thai looks like Lao to a hurried eye");
        });
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void every_problem_says_what_it_is_and_what_to_do_next(Kind kind) {
    String key = "problem." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    assertTrue(WORDS.has(key + ".title"), key);
    assertTrue(WORDS.has(key + ".next"), key);
  }

  @ParameterizedTest
  @EnumSource(Cadre.class)
  void every_cadre_has_a_name(Cadre cadre) {
    assertTrue(WORDS.has("cadre." + cadre.code()), cadre.code());
  }

  @Test
  void a_value_is_put_in_by_language() {
    Texts task = new Texts("muting a group", "ग्रुप की आवाज़ बंद करना", "ປິດສຽງກຸ່ມ");
    Texts told = WORDS.text("flag.skill.helped.fact", Map.of("task", task));
    assertTrue(told.en().endsWith(": muting a group"), told.en());
    assertTrue(told.hi().endsWith(": ग्रुप की आवाज़ बंद करना"), told.hi());
    assertTrue(told.lo().endsWith(": ປິດສຽງກຸ່ມ"), told.lo());
  }

  @Test
  void a_key_that_nobody_wrote_is_refused() {
    assertFalse(WORDS.has("flag.nobody"));
    assertThrows(IllegalArgumentException.class, () -> WORDS.text("flag.nobody"));
  }

  private interface Check {
    void of(String key, Texts text);
  }

  private static Stream<DynamicTest> each(Check check) {
    return WORDS.keys(Language.EN).stream()
        .map(key -> DynamicTest.dynamicTest(key, () -> check.of(key, WORDS.text(key))));
  }

  private static SortedSet<String> placeholders(String text) {
    SortedSet<String> found = new TreeSet<>();
    PLACEHOLDER.matcher(text).results().forEach(match -> found.add(match.group()));
    return found;
  }

  private static boolean has(String text, UnicodeScript script) {
    return text.codePoints().anyMatch(c -> UnicodeScript.of(c) == script);
  }
}
