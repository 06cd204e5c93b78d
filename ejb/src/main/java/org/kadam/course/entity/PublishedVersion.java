package org.kadam.course.entity;

import jakarta.json.JsonObject;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.ColumnTransformer;
import org.kadam.json.CanonicalJson;

/**
 * One published version of a course or of an assessment form: its manifest, which names every part.
 * Of each name one version is current; an older one stays, for the events that speak of it.
 */
@Entity
@Table(name = "published_version")
public class PublishedVersion {

  @Id private String hash;
  private String kind;
  private String name;
  private int version;

  @Convert(converter = ManifestColumn.class)
  @Column(columnDefinition = "jsonb")
  @ColumnTransformer(write = "cast(? as jsonb)")
  private JsonObject manifest;

  @Column(name = "published_at")
  private Instant publishedAt;

  private boolean current;

  protected PublishedVersion() {}

  /** A new version, current from now on. */
  public PublishedVersion(JsonObject manifest, Instant publishedAt) {
    this.hash = hash(manifest);
    this.kind = manifest.getString("kind");
    this.name = manifest.getString("id");
    this.version = manifest.getInt("version");
    this.manifest = manifest;
    this.publishedAt = publishedAt;
    this.current = true;
  }

  /** The name that a version with this manifest has. */
  public static String hash(JsonObject manifest) {
    return CanonicalJson.sha256(CanonicalJson.bytes(manifest));
  }

  public String hash() {
    return hash;
  }

  public JsonObject manifest() {
    return manifest;
  }

  public Instant publishedAt() {
    return publishedAt;
  }

  void current(boolean current) {
    this.current = current;
  }
}
