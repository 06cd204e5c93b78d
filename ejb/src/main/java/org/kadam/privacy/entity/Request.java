package org.kadam.privacy.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.kadam.privacy.control.NameKeys;
import org.kadam.problem.Kind;
import org.kadam.problem.Problem;

/** Something a worker asks about her data: answered once, by a due date. Its words are sealed. */
@Entity
@Table(name = "request")
public class Request {

  private static final String TEXT = "request";
  private static final String ANSWER = "answer";

  /** The state of one that waits. */
  public static final String OPEN = "open";

  @Id private UUID id;

  @Column(name = "worker_id")
  private UUID workerId;

  private String kind;

  @Column(name = "text_box")
  private byte[] textBox;

  private String state;

  @Column(name = "asked_at")
  private Instant askedAt;

  @Column(name = "due_on")
  private LocalDate dueOn;

  @Column(name = "answer_box")
  private byte[] answerBox;

  @Column(name = "answered_at")
  private Instant answeredAt;

  @Column(name = "answered_by")
  private UUID answeredBy;

  protected Request() {}

  /**
   * A new one.
   *
   * @param kind correction, grievance or erasure
   * @param text what she wrote, or null
   */
  public Request(
      UUID workerId, String kind, String text, LocalDate dueOn, NameKeys keys, Instant now) {
    this.id = UUID.randomUUID();
    this.workerId = workerId;
    this.kind = kind;
    this.textBox = keys.seal(workerId, TEXT, text);
    this.state = OPEN;
    this.askedAt = now;
    this.dueOn = dueOn;
  }

  /**
   * An answer.
   *
   * @throws Problem CONFLICT where there is one already
   */
  public void answer(boolean done, String answer, UUID by, NameKeys keys, Instant now) {
    if (!state.equals(OPEN)) {
      throw new Problem(Kind.CONFLICT, "It was answered already");
    }
    state = done ? "done" : "refused";
    answerBox = keys.seal(workerId, ANSWER, answer);
    answeredBy = by;
    answeredAt = now;
  }

  void reseal(NameKeys keys) {
    textBox = keys.isCurrent(textBox) ? textBox : keys.seal(workerId, TEXT, text(keys));
    answerBox = keys.isCurrent(answerBox) ? answerBox : keys.seal(workerId, ANSWER, answer(keys));
  }

  String text(NameKeys keys) {
    return keys.open(workerId, TEXT, textBox);
  }

  String answer(NameKeys keys) {
    return keys.open(workerId, ANSWER, answerBox);
  }

  public UUID id() {
    return id;
  }

  public UUID workerId() {
    return workerId;
  }

  public String kind() {
    return kind;
  }

  public String state() {
    return state;
  }

  public Instant askedAt() {
    return askedAt;
  }

  public LocalDate dueOn() {
    return dueOn;
  }

  public Optional<Instant> answeredAt() {
    return Optional.ofNullable(answeredAt);
  }
}
