package org.kadam.worker.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/** An account elsewhere that belongs to a worker: an issuer vouches for a subject. */
@Entity
@Table(name = "identity")
@IdClass(Identity.Key.class)
public class Identity {

  @Id private String issuer;
  @Id private String subject;

  @Column(name = "worker_id")
  private UUID workerId;

  private Instant since;

  protected Identity() {}

  Identity(String issuer, String subject, UUID workerId, Instant since) {
    this.issuer = issuer;
    this.subject = subject;
    this.workerId = workerId;
    this.since = since;
  }

  UUID workerId() {
    return workerId;
  }

  String subject() {
    return subject;
  }

  void belongTo(UUID worker, Instant now) {
    workerId = worker;
    since = now;
  }

  /** Issuer and subject together are the key. */
  public static final class Key implements Serializable {
    private static final long serialVersionUID = 1L;
    private String issuer;
    private String subject;

    public Key() {}

    Key(String issuer, String subject) {
      this.issuer = issuer;
      this.subject = subject;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && issuer.equals(key.issuer) && subject.equals(key.subject);
    }

    @Override
    public int hashCode() {
      return 31 * issuer.hashCode() + subject.hashCode();
    }
  }
}
