package org.kadam.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kadam.event.control.Projecting;
import org.kadam.event.control.Projection;
import org.kadam.event.entity.Checkpoints;
import org.kadam.event.entity.Ledger;
import org.kadam.event.entity.LedgerEvent;
import org.kadam.event.entity.Months;
import org.kadam.event.upcaster.Upcaster;
import org.kadam.event.upcaster.Upcasters;
import org.kadam.it.Kadam;
import org.postgresql.ds.PGSimpleDataSource;

/** The ledger's tables by themselves, on a database of their own. */
class LedgerIT {

  private static final Instant SENT = Instant.parse("2026-11-22T10:00:00Z");
  private static final Instant RECEIVED = Instant.parse("2026-11-22T10:00:05Z");

  private final UUID worker = UUID.randomUUID();
  private final UUID device = UUID.randomUUID();
  private final String name = "ledger_" + UUID.randomUUID().toString().replace("-", "");
  private PGSimpleDataSource source;

  @BeforeEach
  void make() throws SQLException {
    owner("create database " + name + " owner kadam");
    source = new PGSimpleDataSource();
    source.setURL("jdbc:postgresql://127.0.0.1:" + Kadam.postgres() + "/" + name);
    source.setUser("kadam");
    source.setPassword("kadam");
  }

  @AfterEach
  void drop() throws SQLException {
    owner("drop database " + name);
  }

  private static void owner(String sql) throws SQLException {
    String url = "jdbc:postgresql://127.0.0.1:" + Kadam.postgres() + "/postgres";
    try (Connection connection = DriverManager.getConnection(url, "postgres", "postgres");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private void migrate(String to) {
    Flyway.configure()
        .dataSource(source)
        .locations("classpath:db/migration")
        .target(to)
        .load()
        .migrate();
  }

  private void run(String sql) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private String ask(String sql) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }

  private Ledger.Entry entry(UUID id, int n) {
    String hash = n % 3 == 1 ? null : ("" + n % 3).repeat(64);
    return new Ledger.Entry(
        id, "card.done", 1, worker, device, n, SENT.minusSeconds(n), hash, "{\"n\":" + n + "}");
  }

  private Ledger.Part part(Instant receivedAt, List<Ledger.Entry> entries) {
    return new Ledger.Part(worker, device, "key", SENT, receivedAt, entries);
  }

  /** A new id that a phone would make at a moment. */
  private static UUID idOf(String moment) {
    UUID random = UUID.randomUUID();
    long high = Instant.parse(moment).toEpochMilli() << 16 | 0x7000L;
    return new UUID(high, random.getLeastSignificantBits());
  }

  @Test
  void what_a_release_before_had_received_is_moved_whole_and_read_on_from_the_same_place()
      throws SQLException {
    migrate("8");
    run(
        """
        insert into event (seq, at, sent_at, received_at, corrected_at, v, id, worker_id, device,
                           type, source, content_hash, digest, body)
        select n, timestamptz '2026-11-01 00:00:00.123+00' + n * interval '1 second',
               timestamptz '2026-11-02' + n / 20 * interval '1 hour',
               timestamptz '2026-11-03 00:00:00.001+00' + n / 20 * interval '1 hour', now(),
               1 + n % 2,
               case when n % 7 = 0 then gen_random_uuid()
                    else (lpad(to_hex(1793000000000 + n * 1000), 12, '0') || '70008000'
                          || lpad(to_hex(n), 12, '0'))::uuid end,
               ('00000000-0000-0000-0000-00000000000' || n % 3)::uuid,
               ('00000000-0000-0000-0000-00000000000' || n % 2)::uuid, 'card.done', 'key',
               case when n % 5 > 1 then sha256(('x' || n % 2)::bytea) end, sha256('a'),
               jsonb_build_object('n', n, 'x', null, 'text', 'ह"')
          from generate_series(1, 3000) n;
        update event
           set corrected_at = greatest(least(received_at, at + (received_at - sent_at)), 'epoch');
        insert into projection
        values ('a', 1234, now()), ('b', 3000, now()), ('c', 0, now());
        insert into projection_fault values ('a', 777, 'x', now());
        create table before as select * from event;
        insert into attempt (worker_id, attempt, form, started_at, answered)
        values ('00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000002',
                'f', now(), 2);
        insert into attempt_answer
        select worker_id, attempt, form, item, outcome, '2026-11-22T10:00:00.123Z', seq, attempt,
               hash
          from attempt,
               (values ('reply', 'not-done', 36, repeat('b', 64)),
                       ('data-off', 'done', 0, repeat('a', 64))) a (item, outcome, seq, hash)
        """);
    migrate("latest");
    String columns =
        "id, worker_id, device, type, v, seq, at, sent_at, received_at, corrected_at, source,"
            + " content_hash, body";
    assertEquals(
        "0",
        ask(
            "select count(*) from (select %s from before except all select %s from event) e"
                .formatted(columns, columns)));
    assertEquals("3000", ask("select count(*) from event"));
    for (String name : List.of("a", "b", "c")) {
      String at = Map.of("a", "1234", "b", "3000", "c", "0").get(name);
      assertEquals(
          "0",
          ask(
              "select count(*) from event e join before b using (id) where (b.position <= %s) <>"
                      .formatted(at)
                  + " (e.position <= (select position from projection where name = '%s'))"
                      .formatted(name)));
    }
    assertEquals(
        "777",
        ask(
            "select b.position from projection_fault f join event e using (position)"
                + " join before b using (id)"));
    assertEquals(
        "a".repeat(64)
            + " "
            + "b".repeat(64)
            + "\ndata-off done 0 mwro18jf 0\nreply not-done 10 mwro18jf 1",
        ask("select answers from attempt"));
    Ledger ledger = new Ledger(source);
    assertEquals(3000, ledger.read(0, ledger.last(), 5000).size());
    UUID next = UUID.randomUUID();
    long last = ledger.last();
    assertEquals(Set.of(next), ledger.add(part(RECEIVED, List.of(entry(next, 1)))));
    assertEquals(1, ledger.read(last, ledger.last(), 10).size());
  }

  @Test
  void an_id_of_any_time_is_kept_once_and_goes_to_its_month_when_that_is_made()
      throws SQLException {
    migrate("latest");
    Ledger ledger = new Ledger(source);
    List<UUID> ids = new ArrayList<>();
    for (String moment :
        List.of(
            "1970-01-01T00:00:00Z",
            "2026-11-30T23:59:59.999Z",
            "2030-06-01T00:00:00Z",
            "2030-06-30T23:59:59.999Z",
            "2030-07-01T00:00:00Z",
            "9999-01-01T00:00:00Z")) {
      ids.add(idOf(moment));
    }
    List<Ledger.Entry> entries = ids.stream().map(id -> entry(id, ids.indexOf(id))).toList();
    Instant later = Instant.parse("2030-06-15T00:00:00Z");
    assertEquals(Set.copyOf(ids), ledger.add(part(later, entries)));
    assertEquals("5", ask("select count(*) from event_id_other"));
    assertEquals("1", ask("select count(*) from ledger_other"));
    new Months(source).make(later, 0, 0);
    new Months(source).make(later, 0, 0);
    assertEquals("3", ask("select count(*) from event_id_other"));
    assertEquals("2", ask("select count(*) from event_id_2030_06"));
    assertEquals("1", ask("select count(*) from ledger_2030_06"));
    assertEquals(Set.of(), ledger.add(part(RECEIVED, entries)));
    assertEquals(6, ledger.count(worker));
    assertEquals(6, ledger.read(0, ledger.last(), 100).size());
    assertEquals("6", ask("select count(*) from event"));
  }

  @Test
  void any_window_of_reading_gives_the_same_and_what_came_before_is_not_read_twice()
      throws SQLException {
    migrate("latest");
    Ledger ledger = new Ledger(source);
    List<UUID> ids = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      ids.add(UUID.randomUUID());
    }
    Map<UUID, Ledger.Entry> all = new HashMap<>();
    ids.forEach(id -> all.put(id, entry(id, ids.indexOf(id))));
    List<Ledger.Entry> some =
        ids.stream().filter(id -> all.get(id).seq() % 3 == 0).map(all::get).toList();
    ledger.add(part(RECEIVED, some));
    ledger.add(part(RECEIVED, ids.stream().map(all::get).toList()));
    ledger.add(part(RECEIVED, some));
    assertEquals(60, ledger.count(worker));
    List<Long> order = ledger.read(0, ledger.last(), 1000).stream().map(LedgerEvent::seq).toList();
    assertEquals(60, Set.copyOf(order).size());
    for (int most : new int[] {1, 7, 20, 59, 60}) {
      List<Long> read = new ArrayList<>();
      long after = 0;
      for (List<LedgerEvent> next = ledger.read(after, ledger.last(), most);
          !next.isEmpty();
          next = ledger.read(after, ledger.last(), most)) {
        assertTrue(next.size() <= most);
        next.forEach(event -> read.add(event.seq()));
        after = next.get(next.size() - 1).position();
      }
      assertEquals(order, read, "windows of " + most);
    }
    assertEquals(Optional.of(all.get(ids.get(5))), ledger.entries(ids).get(ids.get(5)));
  }

  @Test
  void what_was_erased_leaves_its_ids_and_does_not_come_in_again() throws SQLException {
    migrate("latest");
    Ledger ledger = new Ledger(source);
    UUID id = UUID.randomUUID();
    ledger.add(part(RECEIVED, List.of(entry(id, 1))));
    ledger.erase(worker);
    assertEquals(Set.of(), ledger.add(part(RECEIVED, List.of(entry(id, 1)))));
    assertEquals(Map.of(id, Optional.empty()), ledger.entries(List.of(id)));
    assertEquals(List.of(), ledger.read(0, ledger.last(), 10));
    assertEquals(0, ledger.count(worker));
    assertEquals(
        "0",
        ask(
            "select count(*) from ledger where ledger::text like '%%%s%%' or ledger::text like '%%%s%%'"
                .formatted(worker, device)));
  }

  /** Keeps what it understands of what was seen, as some release does. */
  private static final class Seen implements Projection {
    private final int release;
    private final Set<String> kept = new TreeSet<>();

    Seen(int release) {
      this.release = release;
    }

    @Override
    public String name() {
      return "seen";
    }

    @Override
    public int version() {
      return release;
    }

    @Override
    public void apply(List<LedgerEvent> events) {
      for (LedgerEvent event : events) {
        if (event.type().equals("moon.seen") && event.v() == release) {
          kept.add(event.body().getString(release == 1 ? "said" : "words"));
        }
      }
    }

    @Override
    public void clear() {
      kept.clear();
    }
  }

  /** What release 2 adds. */
  private record Words() implements Upcaster {

    @Override
    public String type() {
      return "moon.seen";
    }

    @Override
    public int from() {
      return 1;
    }

    @Override
    public JsonObject up(JsonObject body) {
      return body.containsKey("said")
          ? Json.createObjectBuilder().add("words", body.getString("said") + "!").build()
          : body;
    }
  }

  private Ledger.Entry moon(int v, String body) {
    UUID id = UUID.randomUUID();
    return new Ledger.Entry(id, "moon.seen", v, worker, device, v, SENT, null, body);
  }

  @Test
  void what_a_release_does_not_know_is_read_after_the_upgrade_and_old_versions_in_new_words()
      throws SQLException {
    migrate("latest");
    Ledger ledger = new Ledger(source);
    Checkpoints checkpoints = new Checkpoints(source);
    ledger.add(
        part(
            RECEIVED,
            List.of(
                moon(1, "{\"said\":\"full\"}"),
                moon(2, "{\"words\":\"half\"}"),
                moon(3, "{\"later\":true}"),
                entry(UUID.randomUUID(), 4))));
    Projecting before = new Projecting(ledger, checkpoints, new Upcasters(List.of()));
    Seen one = new Seen(1);
    assertTrue(before.behind(one));
    assertEquals(OptionalInt.of(4), before.step(one, ledger.last(), 100, false));
    assertEquals(Set.of("full"), one.kept);
    assertFalse(before.behind(one));

    Projecting after = new Projecting(ledger, checkpoints, new Upcasters(List.of(new Words())));
    Seen two = new Seen(2);
    assertTrue(after.behind(two), "it understands more, so it begins anew by itself");
    assertEquals(OptionalInt.of(4), after.step(two, ledger.last(), 100, false));
    assertEquals(Set.of("full!", "half"), two.kept);
    assertFalse(after.behind(two));

    ledger.add(part(RECEIVED, List.of(moon(1, "{\"said\":\"new\"}"))));
    assertFalse(before.behind(one), "a node of the release before leaves it alone");
    assertEquals(OptionalInt.empty(), before.step(one, ledger.last(), 100, true));
    assertEquals(new Ledger.Waiting(1, Optional.of(RECEIVED)), ledger.waiting(after(checkpoints)));
    assertEquals(OptionalInt.of(1), after.step(two, ledger.last(), 100, false));
    assertEquals(new Ledger.Waiting(0, Optional.empty()), ledger.waiting(after(checkpoints)));
    assertEquals(Set.of("full!", "half", "new!"), two.kept);
    assertEquals("5", ask("select count(*) from event"), "nothing was dropped on the way");
  }

  private static long after(Checkpoints checkpoints) {
    return checkpoints.at("seen").orElseThrow().position();
  }
}
