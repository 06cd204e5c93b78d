package org.kadam.learning.entity;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * How far each worker is in each module. Filled from the ledger, many rows in one statement, so
 * plain SQL; all within the caller's transaction.
 */
@ApplicationScoped
public class Progress {

  @Resource(lookup = "java:jboss/datasources/KadamDS")
  private DataSource source;

  Progress() {
    // for the container
  }

  /** For use without a container. */
  public Progress(DataSource source) {
    this.source = source;
  }

  /** A module as one worker meets it. */
  public record Place(UUID worker, String course, String module) {}

  /**
   * Steps that a worker took in a module.
   *
   * @param finished when she first finished it, or null
   * @param cards ids, in any order
   */
  public record Steps(Instant started, Instant finished, List<String> cards) {

    /** These steps and others of the same worker in the same module. */
    public Steps and(Steps other) {
      TreeSet<String> all = new TreeSet<>(cards);
      all.addAll(other.cards);
      return new Steps(
          earlier(started, other.started), earlier(finished, other.finished), List.copyOf(all));
    }
  }

  /** A module of one worker, as she is told. */
  public record Module(
      String course, String module, Instant startedAt, Instant finishedAt, int cards) {}

  /** The earlier of two times; a time that is not there is later than any. */
  public static Instant earlier(Instant one, Instant other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isBefore(other) ? one : other;
  }

  /** Notes since when anything has come from these workers. */
  public void reached(Map<UUID, Instant> first) {
    String sql =
        """
        insert into reached (worker_id, first_at)
        select * from unnest(?::uuid[], ?::timestamptz[])
        on conflict (worker_id) do update
          set first_at = excluded.first_at where excluded.first_at < reached.first_at
        """;
    // In one order on every node, so that two of them cannot wait in a circle.
    List<UUID> workers = first.keySet().stream().sorted().toList();
    try (Connection connection = source.getConnection();
        PreparedStatement add = connection.prepareStatement(sql)) {
      add.setArray(1, connection.createArrayOf("uuid", workers.toArray()));
      add.setArray(
          2,
          connection.createArrayOf(
              "timestamptz", times(workers.stream().map(first::get).toList())));
      add.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("Progress could not be written", e);
    }
  }

  /** Adds steps to what is known. */
  public void add(Map<Place, Steps> steps) {
    String sql =
        """
        insert into module_progress (worker_id, course, module, started_at, finished_at, cards)
        select w, c, m, s, f, case when k = '' then '{}' else string_to_array(k, ' ') end
          from unnest(?::uuid[], ?::text[], ?::text[], ?::timestamptz[], ?::timestamptz[], ?::text[])
            as t (w, c, m, s, f, k)
        on conflict (worker_id, course, module) do update
          set started_at = least(module_progress.started_at, excluded.started_at),
              finished_at = least(module_progress.finished_at, excluded.finished_at),
              cards = array (select distinct card collate "C"
                               from unnest(module_progress.cards || excluded.cards) as card
                              order by 1)
        """;
    if (steps.isEmpty()) {
      return;
    }
    List<Place> places = new ArrayList<>(steps.keySet());
    places.sort(
        java.util.Comparator.comparing(Place::worker)
            .thenComparing(Place::course)
            .thenComparing(Place::module));
    List<Steps> taken = places.stream().map(steps::get).toList();
    try (Connection connection = source.getConnection();
        PreparedStatement add = connection.prepareStatement(sql)) {
      add.setArray(1, texts(connection, "uuid", places.stream().map(Place::worker).toList()));
      add.setArray(2, texts(connection, "text", places.stream().map(Place::course).toList()));
      add.setArray(3, texts(connection, "text", places.stream().map(Place::module).toList()));
      add.setArray(
          4,
          connection.createArrayOf(
              "timestamptz", times(taken.stream().map(Steps::started).toList())));
      List<Instant> finished = new ArrayList<>();
      taken.forEach(one -> finished.add(one.finished()));
      add.setArray(5, connection.createArrayOf("timestamptz", times(finished)));
      add.setArray(
          6,
          texts(
              connection,
              "text",
              taken.stream().map(one -> String.join(" ", new TreeSet<>(one.cards()))).toList()));
      add.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("Progress could not be written", e);
    }
  }

  /** The modules that a worker has begun, in the order in which she did. */
  public List<Module> of(UUID worker) {
    String sql =
        "select course, module, started_at, finished_at, cardinality(cards) from module_progress"
            + " where worker_id = ? order by started_at, course, module";
    try (Connection connection = source.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setObject(1, worker);
      List<Module> modules = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          modules.add(
              new Module(
                  row.getString(1),
                  row.getString(2),
                  instant(row.getObject(3, OffsetDateTime.class)),
                  instant(row.getObject(4, OffsetDateTime.class)),
                  row.getInt(5)));
        }
      }
      return modules;
    } catch (SQLException e) {
      throw new IllegalStateException("Progress could not be read", e);
    }
  }

  /** Forgets all progress. */
  public void clear() {
    try (Connection connection = source.getConnection();
        PreparedStatement modules = connection.prepareStatement("delete from module_progress");
        PreparedStatement reached = connection.prepareStatement("delete from reached")) {
      modules.executeUpdate();
      reached.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("Progress could not be cleared", e);
    }
  }

  private static java.sql.Array texts(Connection connection, String type, Collection<?> values)
      throws SQLException {
    return connection.createArrayOf(type, values.toArray());
  }

  private static Object[] times(List<Instant> instants) {
    return instants.stream().map(at -> at == null ? null : at.toString()).toArray();
  }

  private static Instant instant(OffsetDateTime time) {
    return time == null ? null : time.withOffsetSameInstant(ZoneOffset.UTC).toInstant();
  }
}
