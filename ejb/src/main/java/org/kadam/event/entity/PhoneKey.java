package org.kadam.event.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The key of one worker on one phone. What it signed she did. */
@Entity
@Table(name = "phone_key")
public class PhoneKey {

  @Id private UUID id;

  @Column(name = "worker_id")
  private UUID workerId;

  private UUID device;
  private String thumbprint;

  @Column(name = "public_key")
  private byte[] publicKey;

  @Column(name = "registered_at")
  private Instant registeredAt;

  protected PhoneKey() {}

  /** A key as it is registered. */
  public PhoneKey(
      UUID id,
      UUID workerId,
      UUID device,
      String thumbprint,
      byte[] publicKey,
      Instant registeredAt) {
    this.id = id;
    this.workerId = workerId;
    this.device = device;
    this.thumbprint = thumbprint;
    this.publicKey = publicKey.clone();
    this.registeredAt = registeredAt;
  }

  /** The id in a header; empty for what is none. */
  public static Optional<UUID> id(String text) {
    try {
      return Optional.ofNullable(text).map(UUID::fromString);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  public UUID id() {
    return id;
  }

  public UUID workerId() {
    return workerId;
  }

  /** X.509 SubjectPublicKeyInfo. */
  public byte[] publicKey() {
    return publicKey.clone();
  }
}
