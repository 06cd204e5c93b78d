package org.kadam.assessment.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.kadam.assessment.control.Ability;
import org.kadam.assessment.control.Form;
import org.kadam.assessment.control.Outcome;

/**
 * One time that a worker took a form. Told what happened in any order, and any number of times, it
 * comes to the same: of answers to one item the first counts, of finishes the earliest.
 */
@Entity
@Table(name = "attempt")
@IdClass(Attempt.Key.class)
public class Attempt {

  @Id
  @Column(name = "worker_id")
  private UUID worker;

  @Id private UUID attempt;
  @Id private String form;

  @Column(name = "started_at")
  private Instant startedAt;

  @Column(name = "finished_at")
  private Instant finishedAt;

  private int answered;

  @Column(name = "form_hash")
  private String formHash;

  private Double ability;
  private Double se;
  private Integer level;

  @Column(name = "likely_low")
  private Integer likelyLow;

  @Column(name = "likely_high")
  private Integer likelyHigh;

  @Column(name = "p_below")
  private Double below;

  @Column(name = "scored_at")
  private Instant scoredAt;

  private String engine;

  @Convert(converter = Answers.class)
  private Map<String, Answer> answers = new HashMap<>();

  protected Attempt() {}

  /** An attempt of which something is known to have happened at a time. */
  public Attempt(Key key, Instant at) {
    this.worker = key.worker;
    this.attempt = key.attempt;
    this.form = key.form;
    this.startedAt = at;
  }

  /** Something of it happened at this time. */
  public void happened(Instant at) {
    startedAt = at.isBefore(startedAt) ? at : startedAt;
  }

  /** She finished it. */
  public void finished(Instant at) {
    happened(at);
    finishedAt = finishedAt == null || at.isBefore(finishedAt) ? at : finishedAt;
  }

  /** She answered an item. */
  public void answered(String item, Answer answer) {
    happened(answer.at());
    Answer first = answers.get(item);
    if (first == null || Answer.ORDER.compare(answer, first) < 0) {
      answers.put(item, answer);
    }
  }

  /**
   * Works out the result, if it is time for one: when she has finished, or has answered as many
   * items as there are to be.
   *
   * @param forms the published form of a hash that an answer named
   * @return whether there is a result
   */
  public boolean score(Function<String, Form> forms) {
    Optional<Answer> last = answers.values().stream().max(Answer.ORDER);
    formHash = last.map(Answer::formHash).orElse(null);
    Optional<Form> by = last.map(answer -> forms.apply(answer.formHash()));
    Map<String, Outcome> outcomes = outcomes();
    by.ifPresent(found -> outcomes.keySet().retainAll(found.items().keySet()));
    answered = outcomes.size();
    boolean whole = by.isPresent() && answered >= by.get().length();
    Optional<Ability> result =
        finishedAt != null || whole
            ? by.flatMap(found -> found.ability(outcomes))
            : Optional.empty();
    ability = result.map(Ability::mean).orElse(null);
    se = result.map(Ability::sd).orElse(null);
    level = result.map(Ability::level).orElse(null);
    likelyLow = result.map(Ability::lowest).orElse(null);
    likelyHigh = result.map(Ability::highest).orElse(null);
    below = result.map(Ability::below).orElse(null);
    engine = result.flatMap(any -> by.map(Form::engine)).orElse(null);
    scoredAt = result.map(any -> doneAt()).orElse(null);
    return result.isPresent();
  }

  private Instant doneAt() {
    return finishedAt != null
        ? finishedAt
        : answers.values().stream().map(Answer::at).max(Comparator.naturalOrder()).orElseThrow();
  }

  public Key key() {
    return new Key(worker, attempt, form);
  }

  public Instant startedAt() {
    return startedAt;
  }

  public boolean isFinished() {
    return finishedAt != null;
  }

  /** How many items of the form have an answer. */
  public int answered() {
    return answered;
  }

  /** What came of each item, by id. */
  public Map<String, Outcome> outcomes() {
    Map<String, Outcome> outcomes = new HashMap<>();
    answers.forEach((item, answer) -> outcomes.put(item, answer.outcome()));
    return outcomes;
  }

  /** The published structure it is scored by; empty before the first answer. */
  public Optional<String> formHash() {
    return Optional.ofNullable(formHash);
  }

  /** The result, once there is one. */
  public Optional<Ability> result() {
    return scoredAt == null
        ? Optional.empty()
        : Optional.of(new Ability(ability, se, level, likelyLow, likelyHigh, below));
  }

  /** When there was a result. */
  public Optional<Instant> scoredAt() {
    return Optional.ofNullable(scoredAt);
  }

  /** Worker, attempt and form together are the key. */
  public static final class Key implements Serializable {
    private static final long serialVersionUID = 1L;
    private UUID worker;
    private UUID attempt;
    private String form;

    public Key() {}

    public Key(UUID worker, UUID attempt, String form) {
      this.worker = worker;
      this.attempt = attempt;
      this.form = form;
    }

    public UUID worker() {
      return worker;
    }

    public UUID attempt() {
      return attempt;
    }

    public String form() {
      return form;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key
          && worker.equals(key.worker)
          && attempt.equals(key.attempt)
          && form.equals(key.form);
    }

    @Override
    public int hashCode() {
      return Objects.hash(worker, attempt, form);
    }
  }
}
