package org.kadam.event.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** A worker's key on the device of a helper, and how long it may be used there. */
@Entity
@Table(name = "helped_phone")
public class HelpedPhone {

  /** Clocks are put right by what they said at sending; a little is always left. */
  private static final Duration SLACK = Duration.ofMinutes(2);

  @Id
  @Column(name = "key_id")
  private UUID keyId;

  @Column(name = "helper_id")
  private UUID helperId;

  private Instant since;
  private Instant until;

  protected HelpedPhone() {}

  public HelpedPhone(UUID keyId, UUID helperId, Instant since, Instant until) {
    this.keyId = keyId;
    this.helperId = helperId;
    this.since = since;
    this.until = until;
  }

  public UUID keyId() {
    return keyId;
  }

  /** Whether something could be done with it at a time, by a clock that has been put right. */
  public boolean covers(Instant at) {
    return !at.isBefore(since.minus(SLACK)) && !at.isAfter(until.plus(SLACK));
  }

  void goOn(UUID helper, Instant longer) {
    helperId = helper;
    until = longer;
  }
}
