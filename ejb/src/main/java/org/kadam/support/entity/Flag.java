package org.kadam.support.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.kadam.problem.Kind;
import org.kadam.problem.Problem;
import org.kadam.support.rule.Fact;
import org.kadam.support.rule.Rule;

/**
 * An offer of help to one worker. She answers first; only after her yes does her helper see it and
 * decide; until then she can take her answer back. A no leads to nothing, and nobody above her
 * learns of it.
 */
@Entity
@Table(name = "flag")
public class Flag {

  /** How long an offer stands if nothing happens; then things are looked at anew. */
  static final Duration LIFE = Duration.ofDays(120);

  /** How long an offer stands at least, even if its reason seems gone: facts waver. */
  static final Duration LEAST_LIFE = Duration.ofDays(14);

  /** How long the same rule keeps quiet after a no, or after a helper called it wrong. */
  static final Duration QUIET = Duration.ofDays(90);

  /** Where an offer stands. */
  public enum State {
    OFFERED,
    ACCEPTED,
    DECLINED,
    CONTESTED,
    CONFIRMED,
    NOT_NOW,
    WRONG;

    /** The states that a helper sees: after the worker's yes. */
    public static final Set<State> HELPERS = Set.of(ACCEPTED, CONFIRMED, NOT_NOW, WRONG);

    /** As the database and the API spell it. */
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static State of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
  }

  @Id private UUID id;

  @Column(name = "worker_id")
  private UUID workerId;

  private String rule;

  @Column(name = "rule_version")
  private int ruleVersion;

  private String kind;

  @Convert(converter = FactsColumn.class)
  @Column(columnDefinition = "jsonb")
  @ColumnTransformer(write = "cast(? as jsonb)")
  private List<Fact> facts;

  @Column(name = "raised_at")
  private Instant raisedAt;

  private String state;
  private String note;

  @Column(name = "answered_at")
  private Instant answeredAt;

  @Column(name = "decided_at")
  private Instant decidedAt;

  @Column(name = "decided_by")
  private UUID decidedBy;

  @Column(name = "decision_reason")
  private String decisionReason;

  @Column(name = "expires_at")
  private Instant expiresAt;

  @Column(name = "ended_at")
  private Instant endedAt;

  protected Flag() {}

  /** A new offer, for facts that a rule names. */
  public Flag(UUID workerId, Rule rule, List<Fact> facts, Instant now) {
    this.id = UUID.randomUUID();
    this.workerId = workerId;
    this.rule = rule.name();
    this.ruleVersion = rule.version();
    this.kind = rule.need().code();
    this.facts = List.copyOf(facts);
    this.raisedAt = now;
    this.state = State.OFFERED.code();
    this.expiresAt = now.plus(LIFE);
  }

  /**
   * The worker answers: accepts, declines or contests. The same answer again changes nothing.
   *
   * @param note what she adds, or null
   * @throws Problem CONFLICT where she has answered otherwise, or the offer is over
   */
  public void answer(State answer, String note, Instant now) {
    standing(now);
    if (state() == answer) {
      return;
    }
    refuseUnless(state() == State.OFFERED, "It was answered already; take that back first");
    this.state = answer.code();
    this.note = note;
    this.answeredAt = now;
  }

  /**
   * The worker takes her answer back.
   *
   * @throws Problem CONFLICT where her helper has decided, or the offer is over
   */
  public void undo(Instant now) {
    standing(now);
    refuseUnless(decidedAt == null, "It was decided already");
    this.state = State.OFFERED.code();
    this.note = null;
    this.answeredAt = null;
  }

  /**
   * The helper decides: confirms, not now, or wrong. A "not now" can become another decision later;
   * the same decision again changes nothing.
   *
   * @param reason why, or null
   * @throws Problem CONFLICT where it was decided otherwise, or the offer is over
   */
  public void decide(State decision, String reason, UUID by, Instant now) {
    standing(now);
    if (state() == decision) {
      return;
    }
    refuseUnless(state() == State.ACCEPTED || state() == State.NOT_NOW, "It was decided already");
    this.state = decision.code();
    this.decisionReason = reason;
    this.decidedBy = by;
    this.decidedAt = now;
  }

  private void standing(Instant now) {
    refuseUnless(stands(now), "This offer is over");
  }

  private static void refuseUnless(boolean fine, String reason) {
    if (!fine) {
      throw new Problem(Kind.CONFLICT, reason);
    }
  }

  /** Whether the offer still stands. */
  public boolean stands(Instant now) {
    return endedAt == null && now.isBefore(expiresAt);
  }

  /** Whether it stands only in the books: its time is over, but nobody has ended it. */
  public boolean isExpired(Instant now) {
    return endedAt == null && !now.isBefore(expiresAt);
  }

  /** Whether it may end because its reason is gone. */
  public boolean mayEnd(Instant now) {
    return endedAt == null && !now.isBefore(raisedAt.plus(LEAST_LIFE));
  }

  /** Whether, because of it, the same rule does not offer again yet. */
  public boolean keepsQuiet(Instant now) {
    Instant no =
        switch (state()) {
          case DECLINED, CONTESTED -> answeredAt;
          case WRONG -> decidedAt;
          default -> null;
        };
    return stands(now) || (no != null && now.isBefore(no.plus(QUIET)));
  }

  public UUID id() {
    return id;
  }

  public UUID workerId() {
    return workerId;
  }

  public String rule() {
    return rule;
  }

  public int ruleVersion() {
    return ruleVersion;
  }

  /** What is offered: {@code device} or {@code skill}. */
  public String kind() {
    return kind;
  }

  /** The reasons, the weightiest first. */
  public List<Fact> facts() {
    return facts;
  }

  public Instant raisedAt() {
    return raisedAt;
  }

  public State state() {
    return State.of(state);
  }

  /** What she added to her answer. */
  public Optional<String> note() {
    return Optional.ofNullable(note);
  }

  public Optional<Instant> answeredAt() {
    return Optional.ofNullable(answeredAt);
  }

  public Optional<Instant> decidedAt() {
    return Optional.ofNullable(decidedAt);
  }

  /** Why her helper decided as she did. */
  public Optional<String> decisionReason() {
    return Optional.ofNullable(decisionReason);
  }

  /** Where it stands in a list that is ordered by time. */
  public Flags.Place place() {
    return new Flags.Place(raisedAt, id);
  }

  Instant expiresAt() {
    return expiresAt;
  }
}
