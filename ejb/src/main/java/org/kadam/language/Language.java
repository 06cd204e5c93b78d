package org.kadam.language;

import java.util.Locale;
import java.util.Optional;

/**
 * The languages of Kadam; {@link #tag()} is the BCP 47 tag, also the suffix of the content's files.
 */
public enum Language {
  EN,
  HI,
  LO;

  public String tag() {
    return name().toLowerCase(Locale.ROOT);
  }

  public Locale locale() {
    return Locale.forLanguageTag(tag());
  }

  /**
   * The language of a tag such as {@code hi} or {@code hi-IN}; empty where Kadam does not have it.
   */
  public static Optional<Language> of(String tag) {
    if (tag == null || tag.length() < 2) {
      return Optional.empty();
    }
    for (Language language : values()) {
      if (language.tag().equals(tag.substring(0, 2).toLowerCase(Locale.ROOT))
          && (tag.length() == 2 || tag.charAt(2) == '-' || tag.charAt(2) == '_')) {
        return Optional.of(language);
      }
    }
    return Optional.empty();
  }
}
