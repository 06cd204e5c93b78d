package org.kadam.worker.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What is still to be told to the sign-in about one worker: a row of the outbox, not the account
 * itself, which the sign-in keeps, nor the {@link Identity} that joins the two.
 */
@Entity
@Table(name = "account")
public class Account {

  /** Where a worker's account stands. */
  public enum State {
    WAITING,
    MADE,
    FAILED;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<State> of(String code) {
      return Stream.of(values()).filter(state -> state.code().equals(code)).findFirst();
    }
  }

  private static final int USUAL = 100;
  private static final int AT_ONCE = 10;
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

  @Id
  @Column(name = "worker_id")
  private UUID workerId;

  private String state;
  private long wanted;

  @Column(name = "first_pin")
  private String firstPin;

  @Column(name = "pin_permanent")
  private boolean pinPermanent;

  private int priority;
  private int tries;

  @Column(name = "last_error")
  private String lastError;

  @Column(name = "next_try")
  private Instant nextTry;

  @Column(name = "made_at")
  private Instant madeAt;

  @Column(name = "pin_made_by")
  private UUID pinMadeBy;

  @Column(name = "pin_made_at")
  private Instant pinMadeAt;

  protected Account() {}

  Account(UUID workerId, String firstPin, Instant now) {
    this.workerId = workerId;
    this.firstPin = firstPin;
    this.priority = USUAL;
    this.state = State.WAITING.code();
    this.nextTry = now;
  }

  /**
   * Takes a first PIN from a roster, unless the account was ever made: by then she has chosen her
   * own. Says whether this was news.
   */
  boolean offer(String pin, Instant now) {
    if (!wouldTake(pin)) {
      return false;
    }
    firstPin = pin;
    want(now);
    return true;
  }

  /** Whether this first PIN would be news. */
  boolean wouldTake(String pin) {
    return madeAt == null && pin != null && !pin.equals(firstPin) && !pinPermanent;
  }

  /** Something of the roster has changed that the sign-in has to know. */
  void want(Instant now) {
    wanted++;
    state = State.WAITING.code();
    tries = 0;
    nextTry = now;
  }

  /** A printed account of a demonstration: made before all others, with a PIN that stays. */
  void print(String pin, Instant now) {
    nextTry = now;
    firstPin = pin;
    pinPermanent = true;
    priority = 0;
  }

  /** Somebody waits for it. */
  void hurry(Instant now) {
    want(now);
    priority = Math.min(priority, AT_ONCE);
  }

  /**
   * Drops the roster's first PIN and says whether it could: not while somebody may be bringing it
   * over under a lease.
   */
  boolean dropFirstPin(Instant now, Duration lease) {
    boolean leased = nextTry.isAfter(now) && !nextTry.isAfter(now.plus(lease));
    if (firstPin != null && leased) {
      return false;
    }
    firstPin = null;
    return true;
  }

  /** Somebody made her a PIN, so she has an account; a roster's first PIN comes too late now. */
  void pinMade(UUID by, Instant now) {
    if (madeAt == null) {
      madeAt = now;
      want(now);
    }
    pinMadeBy = by;
    pinMadeAt = now;
  }

  /** Leases the row to whoever is bringing it over. */
  void lease(Instant until) {
    nextTry = until;
  }

  /**
   * The sign-in says what the roster said at {@code version}, and knows {@code pin}, if any; more
   * may have come since.
   */
  void made(long version, String pin, Instant now) {
    firstPin = Objects.equals(firstPin, pin) ? null : firstPin;
    madeAt = now;
    tries = 0;
    lastError = null;
    nextTry = now;
    if (wanted == version) {
      state = State.MADE.code();
      priority = USUAL;
    }
  }

  /** A try failed; the next comes after 2, 4, 8 … seconds, at most ten minutes. */
  void failed(String error, Instant now) {
    tries++;
    state = State.FAILED.code();
    lastError = error;
    Duration wait = Duration.ofSeconds(1L << Math.min(tries, 10));
    nextTry = now.plus(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT);
  }

  UUID workerId() {
    return workerId;
  }

  long wanted() {
    return wanted;
  }

  Optional<String> firstPin() {
    return Optional.ofNullable(firstPin);
  }

  boolean pinPermanent() {
    return pinPermanent;
  }

  Accounts.Line line(String workerCode) {
    return new Accounts.Line(workerCode, state, tries, lastError, nextTry, madeAt);
  }
}
