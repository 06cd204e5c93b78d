package org.kadam.course.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The recording of a card's words in one language, named by the SHA-256 of its bytes. */
@Entity
@Table(name = "package_sound")
public class PackageSound {

  @Id private String hash;
  private byte[] opus;

  @Column(name = "published_at")
  private Instant publishedAt;

  protected PackageSound() {}

  public byte[] opus() {
    return opus.clone();
  }
}
