package org.kadam.assessment.control;

import java.util.Locale;

/** What came of an item. */
public enum Outcome {
  /** She did it by herself. */
  DONE,
  /**
   * It was done, and somebody helped her. Of an observed task this says that she does it at least
   * with help, see {@link ItemModel#withHelp}; of a question it says nothing, since nobody knows
   * whose answer it is. It is shown, and never a mark against her.
   */
  HELPED,
  /** She tried by herself, and it did not work out. */
  NOT_DONE,
  /** Somebody helped her, and yet it did not work out: neither for nor against her. */
  HELPED_NOT_DONE;

  /**
   * What came of it.
   *
   * @param done whether it was done
   * @param helped whether somebody helped her
   */
  public static Outcome of(boolean done, boolean helped) {
    return helped ? done ? HELPED : HELPED_NOT_DONE : done ? DONE : NOT_DONE;
  }

  /** Whether she did or tried it by herself. */
  public boolean alone() {
    return this == DONE || this == NOT_DONE;
  }

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
