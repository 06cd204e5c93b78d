package org.kadam.equity.control;

import java.util.HashMap;
import java.util.Map;
import org.kadam.language.Language;
import org.kadam.language.Texts;
import org.kadam.language.Words;

/** The server's words in one language, with values that are in that language already. */
final class Wording {

  private Wording() {}

  static String of(Language language, String key, Map<String, String> values) {
    Map<String, Texts> texts = new HashMap<>();
    values.forEach((name, value) -> texts.put(name, new Texts(value, value, value)));
    return Words.shipped().text(key, texts).in(language);
  }
}
