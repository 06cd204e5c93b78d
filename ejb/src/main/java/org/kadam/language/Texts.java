package org.kadam.language;

/** One text in every language of Kadam; none may be missing or blank. */
public record Texts(String en, String hi, String lo) {

  public Texts {
    if (blank(en) || blank(hi) || blank(lo)) {
      throw new IllegalArgumentException("A text is missing in one of the languages: " + en);
    }
  }

  private static boolean blank(String text) {
    return text == null || text.isBlank();
  }

  public String in(Language language) {
    return switch (language) {
      case EN -> en;
      case HI -> hi;
      case LO -> lo;
    };
  }
}
