package org.kadam.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.function.Supplier;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.kadam.privacy.control.NameKeys;

/**
 * V013: names and phone numbers are sealed. A new table takes their place, so that nothing of the
 * clear ones is left in its files; whoever writes one from now on has to seal it. In Java because
 * only the server has the keys.
 */
final class SealNames implements JavaMigration {

  private static final int AT_ONCE = 1_000;

  private static final String[] BEFORE = {
    "alter table worker_name rename to worker_name_clear",
    "alter table worker_name_clear rename constraint worker_name_pkey to worker_name_clear_pkey",
    """
    create table worker_name (
      worker_id  uuid  primary key references worker (id),
      name_box   bytea not null,
      phone_box  bytea
    )
    """
  };

  private static final String[] AFTER = {
    "drop table worker_name_clear",
    "comment on table worker_name is 'The only table with names and phone numbers of workers,"
        + " sealed. Purpose: that she and her helper know whom they speak with, and that she can"
        + " sign in.'",
    "comment on column worker_name.worker_id is 'Whose; the boxes open for nobody else.'",
    "comment on column worker_name.name_box is 'Her name in her own script: AES-256-GCM by Tink,"
        + " key from KADAM_NAME_KEYS, whose number follows the first byte.'",
    "comment on column worker_name.phone_box is 'E.164, sealed likewise, or null. Several workers"
        + " may share one; a phone of a household is not an identity.'"
  };

  private final Supplier<NameKeys> keys;

  /** The keys are asked for when there is something to do, not before. */
  SealNames(Supplier<NameKeys> keys) {
    this.keys = keys;
  }

  @Override
  public MigrationVersion getVersion() {
    return MigrationVersion.fromVersion("013");
  }

  @Override
  public String getDescription() {
    return "names are sealed";
  }

  @Override
  public Integer getChecksum() {
    return 1;
  }

  @Override
  public boolean canExecuteInTransaction() {
    return true;
  }

  @Override
  public void migrate(Context context) throws SQLException {
    Connection connection = context.getConnection();
    all(connection, BEFORE);
    copy(connection);
    all(connection, AFTER);
  }

  private void copy(Connection connection) throws SQLException {
    try (Statement select = connection.createStatement();
        PreparedStatement insert =
            connection.prepareStatement(
                "insert into worker_name (worker_id, name_box, phone_box) values (?, ?, ?)")) {
      select.setFetchSize(AT_ONCE);
      int row = 0;
      NameKeys open = null;
      try (ResultSet rows =
          select.executeQuery("select worker_id, name, phone from worker_name_clear")) {
        while (rows.next()) {
          open = open == null ? keys.get() : open;
          UUID worker = rows.getObject(1, UUID.class);
          insert.setObject(1, worker);
          insert.setBytes(2, open.seal(worker, "name", rows.getString(2)));
          insert.setBytes(3, open.seal(worker, "phone", rows.getString(3)));
          insert.addBatch();
          if (++row % AT_ONCE == 0) {
            insert.executeBatch();
          }
        }
      }
      insert.executeBatch();
    }
  }

  private static void all(Connection connection, String[] statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
