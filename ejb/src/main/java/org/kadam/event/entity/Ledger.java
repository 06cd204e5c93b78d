package org.kadam.event.entity;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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

  /**
   * An event's place in its row takes the lowest bits of its position, the row's number the rest.
   */
  private static final int PLACE_BITS = 9;

  /** Whose the events of nobody are, and the phone on which nobody did them. */
  private static final UUID NOBODY = new UUID(0, 0);

  private static final int LAST_PLACE = (1 << PLACE_BITS) - 1;

  // The gate is passed before the number is drawn: the row of the CTE comes first. The list is
  // kept as it came unless some of it was here already.
  private static final String ADD =
      """
      with gate as materialized (select pg_advisory_xact_lock_shared(?)),
      drawn as materialized (select nextval('ledger_number') as number from gate),
      fresh as (
        insert into event_id (id, position)
        select e.id, drawn.number << 9 | e.nth - 1
          from drawn, unnest(?::uuid[]) with ordinality as e (id, nth)
        on conflict (id) do nothing
        returning (position & 511)::integer as place),
      written as (
        insert into ledger (number, received_at, sent_at, worker_id, device, size, source, contents,
                            events)
        select drawn.number, ?, ?, ?, ?, told.size, ?, ?::bytea[],
               case when told.size = told.sent then told.events
                    else (select json_agg(case when f.place is not null then e.event end
                                          order by e.nth)
                            from json_array_elements(told.events) with ordinality e (event, nth)
                            left join fresh f on f.place = e.nth - 1) end
          from drawn,
               (select (select count(*) from fresh) as size, ?::bigint as sent, ?::json as events) as told
         where told.size > 0)
      select place from fresh
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
   * An event to be written, or as it was written: two are the same event if they are equal.
   *
   * @param contentHash 64 hexadecimal digits or null
   * @param body canonical JSON
   */
  public record Entry(
      UUID id,
      String type,
      int v,
      UUID worker,
      UUID device,
      long seq,
      Instant at,
      String contentHash,
      String body) {}

  /**
   * What came of one worker and one phone in one batch.
   *
   * @param source what vouches for the worker: {@code key}, {@code session} or {@code replay}
   * @param entries at most 500, no id twice, all of this worker and phone
   */
  public record Part(
      UUID worker,
      UUID device,
      String source,
      Instant sentAt,
      Instant receivedAt,
      List<Entry> entries) {}

  /** Writes what is not there yet; gives the ids that were not. Commit soon: readers wait. */
  public Set<UUID> add(Part part) {
    EventList list = EventList.of(part.entries(), part.sentAt());
    try (Connection connection = source.getConnection();
        PreparedStatement add = connection.prepareStatement(ADD)) {
      add.setLong(1, GATE);
      add.setArray(2, uuids(connection, part.entries().stream().map(Entry::id).toList()));
      add.setObject(3, utc(part.receivedAt()));
      add.setObject(4, utc(part.sentAt()));
      add.setObject(5, part.worker());
      add.setObject(6, part.device());
      add.setString(7, part.source());
      add.setObject(8, bytes(connection, list.contents()), Types.ARRAY);
      add.setInt(9, part.entries().size());
      add.setString(10, list.json());
      Set<UUID> added = new HashSet<>();
      try (ResultSet rows = add.executeQuery()) {
        while (rows.next()) {
          added.add(part.entries().get(rows.getInt(1)).id());
        }
      }
      return added;
    } catch (SQLException e) {
      throw new IllegalStateException("The ledger could not be written", e);
    }
  }

  /** Those of these events that are here; empty for what was erased. */
  public Map<UUID, Optional<Entry>> entries(Collection<UUID> ids) {
    String sql =
        "select e.id, l.worker_id, l.device, l.sent_at, l.contents,"
            + " json_build_array(l.events -> (e.position & 511)::integer)::text"
            + " from event_id e join ledger l on l.number = e.position >> 9 where e.id = any (?)";
    try (Connection connection = source.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setArray(1, uuids(connection, ids));
      Map<UUID, Optional<Entry>> entries = new HashMap<>();
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          UUID id = rows.getObject(1, UUID.class);
          UUID worker = rows.getObject(2, UUID.class);
          UUID device = rows.getObject(3, UUID.class);
          EventList list = new EventList(instant(rows, 4), contents(rows, 5), rows.getString(6));
          entries.put(id, list.read().get(0).map(told -> entry(id, worker, device, told)));
        }
      }
      return entries;
    } catch (SQLException e) {
      throw new IllegalStateException("The ledger could not be read", e);
    }
  }

  private static Entry entry(UUID id, UUID worker, UUID device, EventList.Told told) {
    return new Entry(
        id,
        told.type(),
        told.v(),
        worker,
        device,
        told.seq(),
        told.at(),
        told.contentHash(),
        told.canonicalBody());
  }

  /** How many events of a worker have come in. */
  public long count(UUID worker) {
    try (Connection connection = source.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "select coalesce(sum(size), 0) from ledger where worker_id = ?")) {
      select.setObject(1, worker);
      return first(select);
    } catch (SQLException e) {
      throw new IllegalStateException("The ledger could not be read", e);
    }
  }

  /** The last position of the last batch that can be seen; earlier ones may still come. */
  public long last() {
    try (Connection connection = source.getConnection()) {
      return last(connection);
    } catch (SQLException e) {
      throw new IllegalStateException("The ledger could not be read", e);
    }
  }

  private static long last(Connection connection) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("select coalesce(max(number), 0) from ledger")) {
      long number = first(select);
      return number == 0 ? 0 : number << PLACE_BITS | LAST_PLACE;
    }
  }

  /**
   * The position up to which nothing can come any more: waits until every writer who has drawn a
   * number has committed or given up. Writers wait meanwhile, so call it in a transaction of its
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

  /**
   * What a reader has yet to read.
   *
   * @param events how many, of the next 10,000 batches
   * @param since when the first of them came in
   */
  public record Waiting(long events, Optional<Instant> since) {}

  /** What comes after a position, settled or not. */
  public Waiting waiting(long after) {
    String sql =
        "select coalesce(sum(size), 0), min(received_at) from (select size, received_at"
            + " from ledger where number >= ? and size > 0 order by number limit 10000) l";
    try (Connection connection = source.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setLong(1, after + 1 >> PLACE_BITS);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        Instant since = row.getObject(2) == null ? null : instant(row, 2);
        return new Waiting(row.getLong(1), Optional.ofNullable(since));
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The ledger could not be read", e);
    }
  }

  /** The next events after a position, up to and with another, ascending, at most so many. */
  public List<LedgerEvent> read(long after, long upTo, int most) {
    // Of the first batch, some may have been read before.
    String sql =
        "select number, worker_id, device, sent_at, received_at, contents, events"
            + " from (select *, sum(size) over (order by number) - size as before"
            + " from (select * from ledger where number between ? and ? order by number limit ?) l) l"
            + " where before < ? order by number";
    try (Connection connection = source.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setLong(1, after + 1 >> PLACE_BITS);
      select.setLong(2, upTo >> PLACE_BITS);
      select.setInt(3, most + 1);
      select.setInt(4, most + LAST_PLACE);
      List<LedgerEvent> events = new ArrayList<>();
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next() && events.size() < most) {
          add(rows, after, upTo, events);
        }
      }
      return events.size() > most ? List.copyOf(events.subList(0, most)) : events;
    } catch (SQLException e) {
      throw new IllegalStateException("The ledger could not be read", e);
    }
  }

  private static void add(ResultSet row, long after, long upTo, List<LedgerEvent> events)
      throws SQLException {
    long begin = row.getLong(1) << PLACE_BITS;
    UUID worker = row.getObject(2, UUID.class);
    UUID device = row.getObject(3, UUID.class);
    Instant sentAt = instant(row, 4);
    Instant receivedAt = instant(row, 5);
    List<Optional<EventList.Told>> list =
        new EventList(sentAt, contents(row, 6), row.getString(7)).read();
    for (int i = 0; i < list.size(); i++) {
      long position = begin | i;
      if (position > after && position <= upTo && list.get(i).isPresent()) {
        EventList.Told told = list.get(i).get();
        events.add(
            new LedgerEvent(
                position,
                told.type(),
                told.v(),
                worker,
                device,
                told.seq(),
                LedgerEvent.corrected(told.at(), sentAt, receivedAt),
                told.contentHash(),
                told.body()));
      }
    }
  }

  /**
   * Forgets what a worker did, on which phones and when. There stay the ids, so that the same does
   * not come in again, and the days on which something came. Readers must be held off meanwhile.
   */
  public void erase(UUID worker) {
    String sql =
        "update ledger set worker_id = ?, device = ?, size = 0, contents = null,"
            + " events = (select json_agg(null::json) from json_array_elements(events)),"
            + " sent_at = date_trunc('day', received_at, 'UTC'),"
            + " received_at = date_trunc('day', received_at, 'UTC') where worker_id = ?";
    try (Connection connection = source.getConnection();
        PreparedStatement update = connection.prepareStatement(sql)) {
      update.setObject(1, NOBODY);
      update.setObject(2, NOBODY);
      update.setObject(3, worker);
      update.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("The ledger could not be written", e);
    }
  }

  private static long first(PreparedStatement select) throws SQLException {
    try (ResultSet row = select.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  private static Instant instant(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static List<byte[]> contents(ResultSet row, int column) throws SQLException {
    Array array = row.getArray(column);
    return array == null ? List.of() : Arrays.asList((byte[][]) array.getArray());
  }

  private static Array uuids(Connection connection, Collection<UUID> ids) throws SQLException {
    return connection.createArrayOf("uuid", ids.toArray());
  }

  private static Array bytes(Connection connection, List<byte[]> contents) throws SQLException {
    return contents.isEmpty()
        ? null
        : connection.createArrayOf("bytea", contents.toArray(byte[][]::new));
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
