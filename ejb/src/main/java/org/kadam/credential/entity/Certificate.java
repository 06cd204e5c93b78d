package org.kadam.credential.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.kadam.language.Texts;

/** That a worker has finished a course. Once made it never changes; it goes when she is erased. */
@Entity
@Table(name = "certificate")
public class Certificate {

  @Id private String code;

  @Column(name = "worker_id")
  private UUID workerId;

  private String course;

  @Column(name = "title_en")
  private String titleEn;

  @Column(name = "title_hi")
  private String titleHi;

  @Column(name = "title_lo")
  private String titleLo;

  @Column(name = "finished_on")
  private LocalDate finishedOn;

  protected Certificate() {}

  /** 22 characters of base64url. */
  public String code() {
    return code;
  }

  public UUID workerId() {
    return workerId;
  }

  public String course() {
    return course;
  }

  /** What the course was called when it was issued. */
  public Texts title() {
    return new Texts(titleEn, titleHi, titleLo);
  }

  /** The day of its last module, where she works. */
  public LocalDate finishedOn() {
    return finishedOn;
  }
}
