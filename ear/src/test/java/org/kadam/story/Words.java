package org.kadam.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the screens say in one language, read from the files that trainers edit. */
final class Words {

  private static final Pattern LINE = Pattern.compile("([\\w.\\-]+): \"(.*)\"");

  private final Map<String, String> texts = new HashMap<>();

  private Words() {}

  static Words of(String language) {
    Words words = new Words();
    for (String part : new String[] {"ui", "office", "admin", "mine", "server"}) {
      words.read(
          Path.of(System.getProperty("root"), "content/locale", part + "." + language + ".yaml"));
    }
    return words;
  }

  private void read(Path file) {
    try {
      for (String line : Files.readAllLines(file)) {
        Matcher found = LINE.matcher(line);
        if (found.matches()) {
          texts.put(found.group(1), found.group(2).replace("\\\"", "\""));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text of a key, with holes filled by pairs of name and value. */
  String t(String key, Object... filling) {
    String text = texts.get(key);
    if (text == null) {
      throw new IllegalArgumentException("No words for " + key);
    }
    for (int i = 0; i < filling.length; i += 2) {
      text = text.replace("{" + filling[i] + "}", filling[i + 1].toString());
    }
    return text;
  }

  /** All texts, to look for words of another language. */
  Map<String, String> all() {
    return Map.copyOf(texts);
  }

  /** A text as a reader sees it: where Lao may be broken is not seen. */
  static String seen(String text) {
    return text.replace("\u200b", "").replaceAll("\\s+", " ").trim();
  }
}
