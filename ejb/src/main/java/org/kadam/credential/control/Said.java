package org.kadam.credential.control;

import java.time.LocalDate;
import org.kadam.language.Language;
import org.kadam.language.Notation;
import org.kadam.language.Texts;

/**
 * Everything that a certificate says, on paper and on the public page alike.
 *
 * @param name hers
 * @param course its title
 */
public record Said(String name, Texts course, LocalDate finishedOn) {

  /** The day in words. */
  String day(Language language) {
    return Notation.of(language, language == Language.LO ? "LA" : "IN").day(finishedOn);
  }

  /** Says nothing: a record is soon written to a log. */
  @Override
  public String toString() {
    return "What a certificate says";
  }
}
