package org.kadam.assessment.control;

import java.util.Locale;

/** What came of an item. */
public enum Outcome {
  /** She did it by herself. */
  DONE,
  /**
   * Somebody helped her. That says neither that she can nor that she cannot, so a model of two
   * outcomes leaves it out; it is shown, and never a mark against her.
   */
  HELPED,
  /** She tried by herself, and it did not work out. */
  NOT_DONE;

  /** As the database and the API spell it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The outcome of a code. */
  public static Outcome of(String code) {
    for (Outcome outcome : values()) {
      if (outcome.code().equals(code)) {
        return outcome;
      }
    }
    throw new IllegalArgumentException("There is no outcome " + code);
  }
}
