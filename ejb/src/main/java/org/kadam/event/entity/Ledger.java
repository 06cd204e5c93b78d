package org.kadam.event.entity;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.kadam.problem.Kind;
import org.kadam.problem.Problem;

/**
 * The ledger itself. Written in one statement a batch, so plain SQL: an entity for each event would
 * cost more than the event. All within the caller's transaction.
 */
@ApplicationScoped
public class Ledger {

  /** The gate between those who write and those who want to know what is settled. */
  private static final long GATE = 0x4b61_6461_6d02L;

  private static final String LOCK_NOT_AVAILABLE = "55P03";

  // The gate is passed before any position is drawn: the row of the CTE comes first.
  private static final String ADD =
      """
      with gate as materialized (select pg_advisory_xact_lock_shared(?))
      insert into event (id, type, v, worker_id, device, seq, at, corrected_at, content_hash,
                         body, digest, sent_at, received_at, source)
      select e.id, e.type, e.v, e.worker_id, e.device, e.seq, e.at, e.corrected_at,
             decode(e.content_hash, 'hex'), e.body::jsonb, decode(e.digest, 'hex'), ?, ?, e.source
        from gate, unnest(?::uuid[], ?::text[], ?::int[], ?::uuid[], ?::uuid[], ?::bigint[],
                          ?::timestamptz[], ?::timestamptz[], ?::text[], ?::text[], ?::text[],
                          ?::text[])
          as e (id, type, v, worker_id, device, seq, at, corrected_at, content_hash, body, digest,
                source)
      on conflict (id) do nothing
      returning id
      """;

  @Resource(lookup = "java:jboss/datasources/KadamDS")
  private DataSource source;

  Ledger() {
    // for the container
  }

  /** For use without a container. */
  public Ledger(DataSource source) {
    this.source = source;
  }

  /**
   * An event to be written.
   *
   * @param contentHash 32 bytes or null
   * @param digest 32 bytes
   * @param body JSON that PostgreSQL takes as {@code jsonb}
   * @param source what vouches for the worker: {@code key}, {@code session} or {@code replay}
   */
  public record Entry(
      UUID id,
      String type,
      int v,
      UUID worker,
      UUID device,
      long seq,
      Instant at,
      Instant correctedAt,
      byte[] contentHash,
      byte[] digest,
      String body,
      String source) {}

  /** Writes what is not there yet; gives the ids that were not. Commit soon: readers wait. */
  public Set<UUID> add(List<Entry> entries, Instant sentAt, Instant receivedAt) {
    try (Connection connection = source.getConnection();
        PreparedStatement add = connection.prepareStatement(ADD)) {
      add.setLong(1, GATE);
      add.setObject(2, utc(sentAt));
      add.setObject(3, utc(receivedAt));
      add.setArray(4, array(connection, "uuid", entries, Entry::id));
      add.setArray(5, array(connection, "text", entries, Entry::type));
      add.setArray(6, array(connection, "int4", entries, Entry::v));
      add.setArray(7, array(connection, "uuid", entries, Entry::worker));
      add.setArray(8, array(connection, "uuid", entries, Entry::device));
      add.setArray(9, array(connection, "int8", entries, Entry::seq));
      add.setArray(10, array(connection, "timestamptz", entries, e -> e.at().toString()));
      add.setArray(11, array(connection, "timestamptz", entries, e -> e.correctedAt().toString()));
      add.setArray(12, array(connection, "text", entries, e -> hex(e.contentHash())));
      add.setArray(13, array(connection, "text", entries, Entry::body));
      add.setArray(14, array(connection, "text", entries, e -> hex(e.digest())));
      add.setArray(15, array(connection, "text", entries, Entry::source));
      Set<UUID> added = new HashSet<>();
      try (ResultSet rows = add.executeQuery()) {
        while (rows.next()) {
          added.add(rows.getObject(1, UUID.class));
        }
      }
      return added;
    } catch (SQLException e) {
      throw new IllegalStateException("The ledger could not be written", e);
    }
  }

  /** The digests of those of these events that are here. */
  public Map<UUID, byte[]> digests(Collection<UUID> ids) {
    try (Connection connection = source.getConnection();
        PreparedStatement select =
            connection.prepareStatement("select id, digest from event where id = any (?)")) {
      select.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
      Map<UUID, byte[]> digests = new HashMap<>();
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          digests.put(rows.getObject(1, UUID.class), rows.getBytes(2));
        }
      }
      return digests;
    } catch (SQLException e) {
      throw new IllegalStateException("The ledger could not be read", e);
    }
  }

  /** How many events of a worker have come in. */
  public long count(UUID worker) {
    try (Connection connection = source.getConnection();
        PreparedStatement select =
            connection.prepareStatement("select count(*) from event where worker_id = ?")) {
      select.setObject(1, worker);
      return first(select);
    } catch (SQLException e) {
      throw new IllegalStateException("The ledger could not be read", e);
    }
  }

  /** The position of the last event that can be seen; earlier ones may still come. */
  public long last() {
    try (Connection connection = source.getConnection()) {
      return last(connection);
    } catch (SQLException e) {
      throw new IllegalStateException("The ledger could not be read", e);
    }
  }

  private static long last(Connection connection) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("select coalesce(max(position), 0) from event")) {
      return first(select);
    }
  }

  /**
   * The position up to which nothing can come any more: waits until every writer who has drawn a
   * position has committed or given up. Writers wait meanwhile, so call it in a transaction of its
   * own; it gives up after half a second.
   *
   * @throws Problem BUSY if a writer did not let go in that time
   */
  public long settled() {
    try (Connection connection = source.getConnection();
        PreparedStatement patience =
            connection.prepareStatement("select set_config('lock_timeout', '500ms', true)");
        PreparedStatement gate = connection.prepareStatement("select pg_advisory_xact_lock(?)")) {
      patience.execute();
      gate.setLong(1, GATE);
      gate.execute();
      // A statement of its own: it must not see the world as it was before the wait.
      return last(connection);
    } catch (SQLException e) {
      if (LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
        throw new Problem(Kind.BUSY, "Writers did not let go of the ledger");
      }
      throw new IllegalStateException("The ledger could not be read", e);
    }
  }

  /** The next events after a position, up to and with another, ascending, at most so many. */
  public List<LedgerEvent> read(long after, long upTo, int most) {
    String sql =
        "select position, id, type, v, worker_id, device, seq, corrected_at,"
            + " encode(content_hash, 'hex'), body::text from event"
            + " where position > ? and position <= ? order by position limit ?";
    try (Connection connection = source.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setLong(1, after);
      select.setLong(2, upTo);
      select.setInt(3, most);
      List<LedgerEvent> events = new ArrayList<>();
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          events.add(event(rows));
        }
      }
      return events;
    } catch (SQLException e) {
      throw new IllegalStateException("The ledger could not be read", e);
    }
  }

  private static LedgerEvent event(ResultSet row) throws SQLException {
    return new LedgerEvent(
        row.getLong(1),
        row.getObject(2, UUID.class),
        row.getString(3),
        row.getInt(4),
        row.getObject(5, UUID.class),
        row.getObject(6, UUID.class),
        row.getLong(7),
        row.getObject(8, OffsetDateTime.class).toInstant(),
        row.getString(9),
        json(row.getString(10)));
  }

  private static JsonObject json(String text) {
    try (var reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }

  private static long first(PreparedStatement select) throws SQLException {
    try (ResultSet row = select.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  private static Array array(
      Connection connection, String type, List<Entry> entries, Function<Entry, Object> column)
      throws SQLException {
    return connection.createArrayOf(type, entries.stream().map(column).toArray());
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static String hex(byte[] bytes) {
    return bytes == null ? null : HexFormat.of().formatHex(bytes);
  }
}
