package org.kadam.course.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.kadam.json.CanonicalJson;

/**
 * One thing that phones fetch: the structure of a module or form, or its text in one language.
 * Named by the SHA-256 of its canonical JSON, compressed once, never changed.
 */
@Entity
@Table(name = "package_part")
public class PackagePart {

  @Id private String hash;
  private String kind;
  private byte[] gzip;
  private int bytes;

  @Column(name = "published_at")
  private Instant publishedAt;

  protected PackagePart() {}

  /** A new part of canonical JSON bytes. */
  public PackagePart(String kind, byte[] canonical, Instant publishedAt) {
    this.hash = CanonicalJson.sha256(canonical);
    this.kind = kind;
    this.gzip = compress(canonical);
    this.bytes = gzip.length;
    this.publishedAt = publishedAt;
  }

  public String hash() {
    return hash;
  }

  /** {@code module}, {@code form} or {@code text}. */
  public String kind() {
    return kind;
  }

  /** The canonical JSON, compressed. */
  public byte[] gzip() {
    return gzip.clone();
  }

  /** How many bytes a phone pays for. */
  public int bytes() {
    return bytes;
  }

  /** The part as phones are told of it. */
  Packages.Part told() {
    return new Packages.Part(hash, bytes);
  }

  /** The canonical JSON. */
  public byte[] plain() {
    try (var in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] compress(byte[] plain) {
    var out = new ByteArrayOutputStream();
    try (var zip = new Smallest(out)) {
      zip.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static final class Smallest extends GZIPOutputStream {
    Smallest(ByteArrayOutputStream out) throws IOException {
      super(out);
      def.setLevel(Deflater.BEST_COMPRESSION);
    }
  }
}
