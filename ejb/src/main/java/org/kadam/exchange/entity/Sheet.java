package org.kadam.exchange.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A sheet of paper with questions for one worker; a helper enters what she answered. */
@Entity
@Table(name = "sheet")
public class Sheet {

  @Id private String code;

  @Column(name = "worker_id")
  private UUID workerId;

  private String kind;
  private String name;
  private String structure;
  private String text;

  @Column(name = "made_by")
  private UUID madeBy;

  @Column(name = "made_at")
  private Instant madeAt;

  @Column(name = "entered_by")
  private UUID enteredBy;

  @Column(name = "entered_at")
  private Instant enteredAt;

  protected Sheet() {}

  public Sheet(String code, UUID workerId, Printed printed, UUID madeBy, Instant madeAt) {
    this.code = code;
    this.workerId = workerId;
    this.kind = printed.kind();
    this.name = printed.name();
    this.structure = printed.structure();
    this.text = printed.text();
    this.madeBy = madeBy;
    this.madeAt = madeAt;
  }

  /**
   * What was printed.
   *
   * @param kind {@code form} or {@code module}
   * @param name the form's id, or the course's and the module's with a slash between
   * @param structure the published part with the questions
   * @param text the published part with the words
   */
  public record Printed(String kind, String name, String structure, String text) {}

  public String code() {
    return code;
  }

  public UUID workerId() {
    return workerId;
  }

  public Printed printed() {
    return new Printed(kind, name, structure, text);
  }

  public Instant madeAt() {
    return madeAt;
  }

  /** When the answers were entered; empty as long as they are not. */
  public Optional<Instant> enteredAt() {
    return Optional.ofNullable(enteredAt);
  }

  void entered(UUID by, Instant now) {
    if (enteredAt == null) {
      enteredBy = by;
      enteredAt = now;
    }
  }
}
