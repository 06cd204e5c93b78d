package org.kadam.privacy.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.kadam.problem.Kind;
import org.kadam.problem.Problem;

/** A breach of personal data, written down without names, and who was told of it when. */
@Entity
@Table(name = "breach")
public class Breach {

  @Id private UUID id;
  private String happened;

  @Column(name = "happened_at")
  private Instant happenedAt;

  @Column(name = "found_at")
  private Instant foundAt;

  private int affected;
  private String done;

  @Column(name = "board_told_at")
  private Instant boardToldAt;

  @Column(name = "people_told_at")
  private Instant peopleToldAt;

  @Column(name = "written_at")
  private Instant writtenAt;

  protected Breach() {}

  /**
   * @param happenedAt since when, or null where that is not known
   * @param done what was done about it, or null
   * @throws Problem INVALID where it was found before it happened, or lies ahead
   */
  public Breach(
      String happened,
      Instant happenedAt,
      Instant foundAt,
      int affected,
      String done,
      Instant now) {
    if (foundAt.isAfter(now) || (happenedAt != null && happenedAt.isAfter(foundAt))) {
      throw new Problem(Kind.INVALID, "foundAt", "Found after it happened, and before now");
    }
    this.id = UUID.randomUUID();
    this.happened = happened;
    this.happenedAt = happenedAt;
    this.foundAt = foundAt;
    this.affected = affected;
    this.done = done;
    this.writtenAt = now;
  }

  /**
   * Somebody was told.
   *
   * @param board the authority; otherwise the people affected
   * @throws Problem CONFLICT where that was written down before, INVALID for a time that cannot be
   */
  public void told(boolean board, Instant at, Instant now) {
    if (at.isAfter(now) || at.isBefore(foundAt)) {
      throw new Problem(Kind.INVALID, "at", "After it was found, and before now");
    }
    if ((board ? boardToldAt : peopleToldAt) != null) {
      throw new Problem(Kind.CONFLICT, "That was written down already");
    }
    if (board) {
      boardToldAt = at;
    } else {
      peopleToldAt = at;
    }
  }

  public UUID id() {
    return id;
  }

  public String happened() {
    return happened;
  }

  public Instant happenedAt() {
    return happenedAt;
  }

  public Instant foundAt() {
    return foundAt;
  }

  public int affected() {
    return affected;
  }

  public String done() {
    return done;
  }

  public Instant boardToldAt() {
    return boardToldAt;
  }

  public Instant peopleToldAt() {
    return peopleToldAt;
  }
}
