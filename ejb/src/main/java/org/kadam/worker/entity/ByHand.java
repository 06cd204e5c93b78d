package org.kadam.worker.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/**
 * What somebody changed about a worker before the roster knew: who, and when. A later roster has
 * the last word.
 */
@Entity
@Table(name = "changed_by_hand")
public class ByHand {

  @Id
  @Column(name = "worker_id")
  private UUID workerId;

  @Column(name = "phone_at")
  private Instant phoneAt;

  @Column(name = "phone_by")
  private UUID phoneBy;

  @Column(name = "active_at")
  private Instant activeAt;

  @Column(name = "active_by")
  private UUID activeBy;

  protected ByHand() {}

  ByHand(UUID workerId) {
    this.workerId = workerId;
  }

  void phone(UUID by, Instant now) {
    phoneAt = now;
    phoneBy = by;
  }

  void active(UUID by, Instant now) {
    activeAt = now;
    activeBy = by;
  }
}
