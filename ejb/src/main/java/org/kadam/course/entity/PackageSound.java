package org.kadam.course.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.kadam.json.CanonicalJson;

/** The recording of a card's words in one language, named by the SHA-256 of its bytes. */
@Entity
@Table(name = "package_sound")
public class PackageSound {

  @Id private String hash;
  private byte[] opus;

  @Column(name = "published_at")
  private Instant publishedAt;

  protected PackageSound() {}

  /** A new one of these bytes. */
  PackageSound(byte[] opus, Instant publishedAt) {
    this.hash = CanonicalJson.sha256(opus);
    this.opus = opus.clone();
    this.publishedAt = publishedAt;
  }

  String hash() {
    return hash;
  }

  /** When it was first published. */
  public Instant publishedAt() {
    return publishedAt;
  }

  public byte[] opus() {
    return opus.clone();
  }
}
