package org.kadam.assessment.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import org.kadam.assessment.control.Outcome;

/** An answer to one item of an attempt, scored. */
@Embeddable
public class Answer {

  /**
   * Which of several answers to one item was first: the phone's own count decides, since its clock
   * may have been set in between; time and id only break the ties that two phones can make.
   */
  static final Comparator<Answer> ORDER =
      Comparator.<Answer>comparingLong(answer -> answer.seq)
          .thenComparing(answer -> answer.at)
          .thenComparing(answer -> answer.eventId.toString());

  private String outcome;
  private Instant at;
  private long seq;

  @Column(name = "event_id")
  private UUID eventId;

  @Column(name = "form_hash")
  private String formHash;

  protected Answer() {}

  /**
   * @param at when it happened
   * @param seq the phone's count of the event that told of it
   * @param formHash the structure whose key scored it
   */
  public Answer(Outcome outcome, Instant at, long seq, UUID eventId, String formHash) {
    this.outcome = outcome.code();
    this.at = at;
    this.seq = seq;
    this.eventId = eventId;
    this.formHash = formHash;
  }

  Outcome outcome() {
    return Outcome.of(outcome);
  }

  Instant at() {
    return at;
  }

  String formHash() {
    return formHash;
  }
}
