package org.kadam.signin;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.services.messages.Messages;

@DisplayName("The words of the sign-in pages")
class WordsTest {
  private static final Path THEME = Path.of("src/main/theme/kadam/login");

  /** Latin letters that a reader of Hindi or Lao sees as they are. */
  private static final Map<String, Set<String>> LATIN =
      Map.of("hi", Set.of("KNT", "https"), "lo", Set.of("Kadam", "PIN", "HXY", "https"));

  @Test
  @DisplayName("are the same set in English, Hindi and Lao")
  void sameKeys() {
    assertEquals(keys("en"), keys("hi"));
    assertEquals(keys("en"), keys("lo"));
  }

  @Test
  @DisplayName("are there for all that our pages ask for")
  void pages() {
    Pattern asked = Pattern.compile("msg\\(\"([^\"]+)\"\\s*[),]|back(?: label=| )\"(\\w+)\"");
    Set<String> keys =
        files(THEME, ".ftl")
            .flatMap(page -> asked.matcher(read(page)).results())
            .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
            .collect(toCollection(TreeSet::new));
    assertTrue(keys.size() > 20, "only " + keys);
    keys.addAll(
        List.of(
            "requiredAction.UPDATE_PASSWORD",
            SignInFormFactory.ID + "-display-name",
            SignInFormFactory.ID + "-help-text"));
    keys.removeAll(keys("en"));
    assertEquals(Set.of(), keys);
  }

  @Test
  @DisplayName("are there for all that our own code says")
  void code() {
    Pattern said = Pattern.compile("\"((?:pin|firstPin)[A-Z]\\w+)\"");
    Set<String> keys =
        files(Path.of("src/main/java"), ".java")
            .flatMap(source -> said.matcher(read(source)).results())
            .map(found -> found.group(1))
            .collect(toCollection(TreeSet::new));
    assertTrue(keys.size() >= 6, "only " + keys);
    keys.removeAll(keys("en"));
    assertEquals(Set.of(), keys);
  }

  @Test
  @DisplayName("are there for every message of Keycloak that is not out of reach")
  void keycloak() {
    Set<String> messages =
        Arrays.stream(Messages.class.getFields())
            .map(WordsTest::constant)
            .collect(toCollection(TreeSet::new));
    assertTrue(messages.size() > 150, "only " + messages.size());
    messages.removeAll(keys("en"));
    assertEquals(outOfReach(), messages);
  }

  @ParameterizedTest
  @ValueSource(strings = {"hi", "lo"})
  @DisplayName("have no English left over")
  void noEnglish(String language) {
    Pattern latin = Pattern.compile("[A-Za-z]{2,}");
    words(language)
        .forEach(
            (key, text) -> {
              String shown = text.toString().replaceAll("\\{[^}]*choice,|\\{0\\}|[|}]", " ");
              Set<String> left =
                  latin.matcher(shown).results().map(MatchResult::group).collect(toSet());
              left.removeAll(LATIN.get(language));
              assertEquals(Set.of(), left, key + "=" + text);
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"hi", "lo"})
  @DisplayName("are in their own script")
  void ownScript(String language) {
    Pattern script = Pattern.compile(language.equals("hi") ? "\\p{IsDevanagari}" : "\\p{IsLao}");
    words(language)
        .forEach(
            (key, text) ->
                assertTrue(
                    key.equals("kadam") || script.matcher(text.toString()).find(),
                    key + "=" + text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "hi", "lo"})
  @DisplayName("can be filled in: no stray brace, no apostrophe that swallows what follows")
  void format(String language) {
    words(language)
        .forEach(
            (key, text) -> {
              assertFalse(text.toString().contains("'"), key + ": write ’");
              for (int missing = 1; missing <= 5; missing++) {
                String shown =
                    new MessageFormat(text.toString(), Locale.forLanguageTag(language))
                        .format(new Object[] {missing});
                assertFalse(shown.isBlank() || shown.contains("{"), key + "=" + shown);
              }
            });
  }

  @Test
  @DisplayName("of Lao can be broken into lines by a phone that does not know Lao")
  void lao() {
    Pattern unbroken = Pattern.compile("[\\u0e80-\\u0eff]{15,}");
    words("lo")
        .forEach(
            (key, text) -> assertFalse(unbroken.matcher(text.toString()).find(), key + "=" + text));
  }

  @Test
  @DisplayName("are the only ones: no page of ours has text, script or address of its own")
  void nothingInPages() {
    Pattern text = Pattern.compile(">([^<>$\\n]*[\\p{L}]{2,}[^<>$\\n]*)<");
    files(THEME, ".ftl")
        .forEach(
            page -> {
              String bare =
                  read(page)
                      .replaceAll("(?s)<#--.*?-->|<style>.*?</style>|</?[#@][^>]*>", "")
                      .replaceAll("\\$\\{[^}]*}", "");
              assertEquals(
                  List.of(), text.matcher(bare).results().map(r -> r.group(1)).toList(), page + "");
              assertFalse(bare.contains("<script") || bare.contains("src="), page + "");
            });
  }

  private static String constant(Field field) {
    try {
      return (String) field.get(null);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Set<String> outOfReach() {
    return read(Path.of("src/test/resources/out-of-reach.txt"))
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .collect(toCollection(TreeSet::new));
  }

  private static Set<String> keys(String language) {
    return new TreeSet<>(words(language).stringPropertyNames());
  }

  private static Properties words(String language) {
    Properties words = new Properties();
    Path file = THEME.resolve("messages/messages_" + language + ".properties");
    try (var reader = Files.newBufferedReader(file)) {
      words.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }

  private static Stream<Path> files(Path folder, String ending) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> file.toString().endsWith(ending)).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
