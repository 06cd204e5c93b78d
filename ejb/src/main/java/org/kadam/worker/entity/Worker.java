package org.kadam.worker.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.kadam.language.Language;
import org.kadam.orgunit.entity.Department;

/**
 * Somebody on the roster, known by a code. Her name and phone number stand elsewhere ({@link
 * WorkerNames}), what is known about her device in the device component.
 */
@Entity
@Table(name = "worker")
public class Worker {

  @Id private UUID id;
  private String code;
  private String sex;

  @Column(name = "birth_year")
  private Integer birthYear;

  private String cadre;
  private String department;
  private String language;

  @Column(name = "chosen_language")
  private String chosenLanguage;

  @Column(name = "unit_id")
  private UUID unitId;

  @Column(name = "role_start")
  private LocalDate roleStart;

  private boolean active;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "changed_at")
  private Instant changedAt;

  protected Worker() {}

  public Worker(String code, Description described, Instant now) {
    this.id = UUID.randomUUID();
    this.code = code;
    this.createdAt = now;
    take(described, now);
  }

  /** What a roster says of her; sex, birth year and start may be null. */
  public record Description(
      Sex sex,
      Integer birthYear,
      Cadre cadre,
      Language language,
      UUID unitId,
      LocalDate roleStart,
      boolean active) {}

  /** Takes over what a roster says, and says whether anything is different now. */
  public boolean describe(Description described, Instant now) {
    return !described.equals(described()) && take(described, now);
  }

  private boolean take(Description described, Instant now) {
    sex = described.sex() == null ? null : described.sex().code();
    birthYear = described.birthYear();
    cadre = described.cadre().code();
    department = described.cadre().department().map(Department::code).orElse(null);
    language = described.language().tag();
    unitId = Objects.requireNonNull(described.unitId());
    roleStart = described.roleStart();
    active = described.active();
    changedAt = now;
    return true;
  }

  private Description described() {
    return new Description(
        sex().orElse(null),
        birthYear,
        cadre(),
        Language.of(language).orElseThrow(),
        unitId,
        roleStart,
        active);
  }

  /** Her own choice, which later rosters leave alone. */
  public void choose(Language chosen, Instant now) {
    chosenLanguage = chosen.tag();
    changedAt = now;
  }

  /** She has left, or has come back. */
  void active(boolean now, Instant at) {
    active = now;
    changedAt = at;
  }

  public UUID id() {
    return id;
  }

  /** The id the programme gave her, upper case; in lower case her name at the sign-in. */
  public String code() {
    return code;
  }

  public Optional<Sex> sex() {
    return Sex.of(sex);
  }

  public OptionalInt birthYear() {
    return birthYear == null ? OptionalInt.empty() : OptionalInt.of(birthYear);
  }

  public Cadre cadre() {
    return Cadre.of(cadre).orElseThrow();
  }

  /** Follows from the cadre; null for those who are in no line of command. */
  public Department department() {
    return cadre().department().orElse(null);
  }

  /** The language she chose, or else the roster's. */
  public Language language() {
    return Language.of(chosenLanguage == null ? language : chosenLanguage).orElseThrow();
  }

  /** The place she works in. */
  public UUID unitId() {
    return unitId;
  }

  /** Since when she has had this work, where that is known. */
  public Optional<LocalDate> roleStart() {
    return Optional.ofNullable(roleStart);
  }

  /** False once she has left: her record stays, her account is shut. */
  public boolean active() {
    return active;
  }
}
