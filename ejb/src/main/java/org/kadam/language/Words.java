package org.kadam.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Words that the server itself says, such as those of {@code kadam/locale/server.<language>.yaml}:
 * flat keys, the same in every language, with {@code {name}} where a value goes in.
 */
public final class Words {

  private static final class Shipped {
    private static final Words WORDS = new Words("kadam/locale/server");
  }

  private final Map<Language, Map<String, String>> byLanguage = new LinkedHashMap<>();

  private Words(String files) {
    for (Language language : Language.values()) {
      byLanguage.put(language, read(files + "." + language.tag() + ".yaml"));
    }
  }

  /**
   * The words of a component of its own, read once by it.
   *
   * @param files where on the class path, such as {@code kadam/privacy/text}, without language
   */
  public static Words of(String files) {
    return new Words(files);
  }

  /** The words that ship with this server. */
  public static Words shipped() {
    return Shipped.WORDS;
  }

  /** A text without values. */
  public Texts text(String key) {
    return text(key, Map.of());
  }

  /**
   * A text with values in it; a value is a text itself, since names of things differ by language.
   *
   * @throws IllegalArgumentException for a key that one of the languages does not have
   */
  public Texts text(String key, Map<String, Texts> values) {
    return new Texts(
        in(Language.EN, key, values), in(Language.HI, key, values), in(Language.LO, key, values));
  }

  /** A text in one language, with values that are the same in every language. */
  public String say(Language language, String key, Map<String, String> values) {
    String text = found(language, key);
    for (var value : values.entrySet()) {
      text = text.replace("{" + value.getKey() + "}", value.getValue());
    }
    return text;
  }

  /** Whether every language has a text of this key. */
  public boolean has(String key) {
    return byLanguage.values().stream().allMatch(texts -> texts.containsKey(key));
  }

  /** The keys of one language, for the test that all have the same. */
  public SortedSet<String> keys(Language language) {
    return new TreeSet<>(byLanguage.get(language).keySet());
  }

  private String in(Language language, String key, Map<String, Texts> values) {
    String text = found(language, key);
    for (var value : values.entrySet()) {
      text = text.replace("{" + value.getKey() + "}", value.getValue().in(language));
    }
    return text;
  }

  private String found(Language language, String key) {
    String text = byLanguage.get(language).get(key);
    if (text == null) {
      throw new IllegalArgumentException("No " + language.tag() + " text of " + key);
    }
    return text;
  }

  private static Map<String, String> read(String path) {
    try (InputStream in = Words.class.getClassLoader().getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("The server's words are missing: " + path);
      }
      Map<String, String> texts = new LinkedHashMap<>();
      Object read = new Load(LoadSettings.builder().setLabel(path).build()).loadFromInputStream(in);
      ((Map<?, ?>) read).forEach((key, text) -> texts.put((String) key, (String) text));
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }
}
