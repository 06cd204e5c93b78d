package org.kadam.event.entity;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** How far each projection has come; its row is the lock that keeps two nodes from doubling. */
@ApplicationScoped
public class Checkpoints {

  @Resource(lookup = "java:jboss/datasources/KadamDS")
  private DataSource source;

  Checkpoints() {
    // for the container
  }

  /** For use without a container. */
  public Checkpoints(DataSource source) {
    this.source = source;
  }

  /**
   * How far a projection is.
   *
   * @param position up to where it has read
   * @param version what it understood when it did
   */
  public record Checkpoint(long position, int version) {}

  /** Makes the row of a projection at the beginning of the ledger, if there is none. */
  public void ensure(String name, int version) {
    run(
        "insert into projection (name, position, version, moved_at) values (?, 0, ?, now())"
            + " on conflict (name) do nothing",
        name,
        version);
  }

  /** Where a projection is; nothing where it was never driven. */
  public Optional<Checkpoint> at(String name) {
    return select("select position, version from projection where name = ?", name);
  }

  /** Where a projection is, and locks it; nothing where somebody else has it. */
  public Optional<Checkpoint> take(String name) {
    return select(
        "select position, version from projection where name = ? for update skip locked", name);
  }

  /** Locks a projection, waiting for who has it. */
  public void await(String name) {
    select("select position, version from projection where name = ? for update", name);
  }

  /** Sets a projection that is locked back to the beginning, for who understands this much. */
  public void restart(String name, int version) {
    run(
        "update projection set position = 0, version = ?, moved_at = now() where name = ?",
        version,
        name);
  }

  /** How many events a projection has stepped over. */
  public long faults(String name) {
    try (Connection connection = source.getConnection();
        PreparedStatement select =
            connection.prepareStatement("select count(*) from projection_fault where name = ?")) {
      select.setString(1, name);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The checkpoints could not be read", e);
    }
  }

  /** Moves a projection that is locked. */
  public void move(String name, long position) {
    run("update projection set position = ?, moved_at = now() where name = ?", position, name);
  }

  /** Notes an event that a projection steps over. */
  public void fault(String name, long position, String reason) {
    run(
        "insert into projection_fault (name, position, reason, found_at)"
            + " values (?, ?, left(?, 200), now()) on conflict do nothing",
        name,
        position,
        reason);
  }

  /** Forgets what a projection stepped over, since it begins anew. */
  public void forgetFaults(String name) {
    run("delete from projection_fault where name = ?", name);
  }

  private Optional<Checkpoint> select(String sql, String name) {
    try (Connection connection = source.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, name);
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? Optional.of(new Checkpoint(row.getLong(1), row.getInt(2)))
            : Optional.empty();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The checkpoints could not be read", e);
    }
  }

  private void run(String sql, Object... values) {
    try (Connection connection = source.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("The checkpoints could not be written", e);
    }
  }
}
