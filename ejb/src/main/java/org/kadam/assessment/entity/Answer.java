package org.kadam.assessment.entity;

import java.time.Instant;
import java.util.Comparator;
import org.kadam.assessment.control.Outcome;

/**
 * An answer to one item of an attempt, scored.
 *
 * @param at when it happened, to the millisecond
 * @param seq the phone's count of the event that told of it
 * @param formHash the structure whose key scored it, 64 hexadecimal digits
 */
public record Answer(Outcome outcome, Instant at, long seq, String formHash) {

  /**
   * Which of several answers to one item was first: the phone's own count decides, since its clock
   * may have been set in between; the rest only breaks the ties that two phones can make.
   */
  static final Comparator<Answer> ORDER =
      Comparator.comparingLong(Answer::seq)
          .thenComparing(Answer::at)
          .thenComparing(Answer::outcome)
          .thenComparing(Answer::formHash);
}
