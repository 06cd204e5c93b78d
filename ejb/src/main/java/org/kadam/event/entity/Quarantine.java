package org.kadam.event.entity;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** What came in and could not be accepted, kept whole until somebody has looked at it. */
@ApplicationScoped
public class Quarantine {

  @Resource(lookup = "java:jboss/datasources/KadamDS")
  private DataSource source;

  Quarantine() {
    // for the container
  }

  /** For use without a container. */
  public Quarantine(DataSource source) {
    this.source = source;
  }

  /**
   * Something to be kept.
   *
   * @param id the id it claims, or null
   * @param worker the worker it claims, or null
   * @param type the type it claims, or null
   * @param v the version it claims, or null
   * @param reason a short code
   * @param raw JSON text
   * @param key the key that it names, known or not, or null
   * @param session who was signed in, or null
   */
  public record Case(
      UUID id,
      UUID worker,
      String type,
      Integer v,
      String reason,
      String raw,
      UUID key,
      UUID session) {}

  /** Keeps these; the same thing for the same reason only once. */
  public void keep(List<Case> cases, Instant sentAt, Instant receivedAt) {
    String sql =
        "insert into quarantine (event_id, worker_claimed, type, v, reason, raw, digest, key_id,"
            + " session_worker, sent_at, received_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            + " on conflict (digest, reason) do nothing";
    try (Connection connection = source.getConnection();
        PreparedStatement insert = connection.prepareStatement(sql)) {
      for (Case one : cases) {
        String raw = storable(one.raw());
        insert.setObject(1, one.id());
        insert.setObject(2, one.worker());
        insert.setString(3, one.type());
        insert.setObject(4, one.v(), Types.INTEGER);
        insert.setString(5, one.reason());
        insert.setString(6, raw);
        insert.setBytes(7, sha256(raw));
        insert.setObject(8, one.key());
        insert.setObject(9, one.session());
        insert.setObject(10, sentAt.atOffset(ZoneOffset.UTC));
        insert.setObject(11, receivedAt.atOffset(ZoneOffset.UTC));
        insert.addBatch();
      }
      insert.executeBatch();
    } catch (SQLException e) {
      throw new IllegalStateException("The quarantine could not be written", e);
    }
  }

  /** The same JSON with escapes for what the store does not take: NUL and half characters. */
  private static String storable(String json) {
    StringBuilder out = new StringBuilder(json.length());
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      boolean pair =
          Character.isHighSurrogate(c)
              && i + 1 < json.length()
              && Character.isLowSurrogate(json.charAt(i + 1));
      if (pair) {
        out.append(c).append(json.charAt(++i));
      } else if (c == 0 || Character.isSurrogate(c)) {
        out.append(String.format("\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
