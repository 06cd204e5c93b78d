package org.kadam.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.kadam.privacy.control.NameKeys;
import org.kadam.store.Schema;
import org.postgresql.PGConnection;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Fills databases from a backup. All or nothing: both are filled, compared with the manifest row
 * for row, and only then committed. Kadam's schema is made as the release of the backup had it; the
 * server brings it up to date at its start, so an old backup goes the same way as an old
 * installation.
 */
public final class RestoreBackup {

  /** PostgreSQL's word for a partition that would take what belongs to another. */
  private static final String OVERLAPS = "42P17";

  private final BackupFile backup;
  private final boolean replace;
  private final ErasuresKept erasures;
  private final Consumer<String> tell;

  private RestoreBackup(
      BackupFile backup, boolean replace, ErasuresKept erasures, Consumer<String> tell) {
    this.backup = backup;
    this.replace = replace;
    this.erasures = erasures;
    this.tell = tell;
  }

  /**
   * Restores.
   *
   * @param places the databases to fill, Kadam's first; nobody else may be connected to them
   * @param replace whether what is in them may be deleted
   * @param erasures the file of those who have been erased, or null
   * @throws CannotBackup with a line that says what to do; nothing has been changed then, except
   *     that an empty database may have got its tables
   */
  public static void from(
      Path file, List<Place> places, boolean replace, Path erasures, Consumer<String> tell)
      throws IOException, SQLException {
    try (BackupFile backup = BackupFile.open(file)) {
      tell.accept("The backup of " + backup.manifest().takenAt() + " is whole");
      new RestoreBackup(backup, replace, new ErasuresKept(erasures), tell).into(places);
    }
  }

  private void into(List<Place> places) throws IOException, SQLException {
    for (Place place : places) {
      Manifest.Database database = backup.manifest().database(place.name());
      ready(place, database);
    }
    List<Connection> filled = new ArrayList<>();
    try {
      for (Place place : places) {
        Connection connection = place.connect();
        filled.add(connection);
        connection.setAutoCommit(false);
        fill(connection, backup, backup.manifest().database(place.name()), tell);
      }
      for (Connection connection : filled) {
        connection.commit();
      }
    } finally {
      for (Connection connection : filled) {
        connection.close();
      }
    }
    for (Place place : places) {
      try (Connection connection = place.connect()) {
        new Catalogue(connection).run("analyze");
      }
    }
  }

  /** Sees to it that the database is empty and has the tables of the backup. */
  private void ready(Place place, Manifest.Database database) throws IOException, SQLException {
    try (Connection connection = place.connect()) {
      Catalogue catalogue = new Catalogue(connection);
      if (catalogue.others() > 0) {
        throw new CannotBackup(
            "Others are connected to the database of " + place.name() + "; stop them first.");
      }
      boolean empty = nobodyIn(catalogue, place);
      if (!empty && !replace) {
        throw new CannotBackup(
            "The database of " + place.name() + " is not empty; --replace deletes what is in it.");
      }
      if (!empty && place.ours()) {
        erasures.keep(catalogue);
      }
    }
    if (place.ours()) {
      make(place, database);
    } else {
      compare(place, database);
    }
  }

  /** A server fills some tables by itself at its first start, before there is anybody. */
  private static boolean nobodyIn(Catalogue catalogue, Place place) throws SQLException {
    String people = place.ours() ? "worker" : "user_entity";
    if (!catalogue.has(people)) {
      return true;
    }
    String any =
        place.ours()
            ? "select exists (select from worker)"
            : "select exists (select from user_entity u join realm r on r.id = u.realm_id where"
                + " r.name <> 'master' and u.service_account_client_link is null)";
    return !catalogue.list(any, row -> row.getBoolean(1)).get(0);
  }

  private void make(Place place, Manifest.Database database) throws SQLException {
    FluentConfiguration schema = Schema.of(source(place), RestoreBackup::noKeys);
    MigrationVersion newest = Schema.newest(schema);
    if (MigrationVersion.fromVersion(database.schema()).isNewerThan(newest)) {
      throw new CannotBackup(
          "The backup has schema %s, this release knows %s: restore it with the release that took it."
              .formatted(database.schema(), newest));
    }
    // What a broken-off restore or a server without people has left; or what may be replaced.
    schema.cleanDisabled(false).load().clean();
    schema.target(database.schema()).load().migrate();
    tell.accept(place.name() + ": tables made as in schema " + database.schema());
  }

  /** Empty tables need no keys; what is to be sealed is sealed by the server at its start. */
  private static NameKeys noKeys() {
    throw new IllegalStateException("The database is not empty");
  }

  private static void compare(Place place, Manifest.Database database) throws SQLException {
    try (Connection connection = place.connect()) {
      Catalogue catalogue = new Catalogue(connection);
      if (!catalogue.has("databasechangelog")
          || !catalogue.version(place).equals(database.schema())) {
        throw new CannotBackup(
            "Keycloak's tables are not those of the backup. Start the Keycloak that the backup was"
                + " taken from, in the same version, once on the empty database, stop it, and"
                + " restore then.");
      }
    }
  }

  /** Puts the rows of a backup in the place of those that are there, within the transaction. */
  static void fill(
      Connection connection, BackupFile backup, Manifest.Database database, Consumer<String> tell)
      throws IOException, SQLException {
    Catalogue catalogue = new Catalogue(connection);
    makePartitions(connection, catalogue, database);
    List<Catalogue.Filled> here = catalogue.tables();
    Set<String> wholes = new TreeSet<>();
    here.forEach(table -> wholes.add(table.whole()));
    for (Manifest.Table table : database.tables()) {
      if (!wholes.contains(table.whole())) {
        throw new CannotBackup("There is no table " + table.whole() + " in this schema.");
      }
    }
    List<Catalogue.Reference> references = catalogue.references();
    List<Catalogue.Trigger> triggers = catalogue.triggers();
    for (Catalogue.Reference r : references) {
      catalogue.run("alter table " + r.table() + " drop constraint " + r.name());
    }
    for (Catalogue.Trigger t : triggers) {
      catalogue.run("alter table " + t.table() + " disable trigger " + t.name());
    }
    catalogue.run("truncate " + String.join(", ", wholes));
    long rows = 0;
    for (Manifest.Table table : database.tables()) {
      rows += copyIn(connection, backup, database, table);
    }
    for (Manifest.Sequence sequence : database.sequences()) {
      catalogue.run(
          "select setval('%s', %d, %s)"
              .formatted(sequence.name().replace("'", "''"), sequence.last(), sequence.called()));
    }
    for (Catalogue.Trigger t : triggers) {
      catalogue.run("alter table " + t.table() + " enable trigger " + t.name());
    }
    for (Catalogue.Reference r : references) {
      catalogue.run(
          "alter table " + r.table() + " add constraint " + r.name() + " " + r.definition());
    }
    verify(connection, database);
    tell.accept(
        "%s: %,d rows of %d tables are back, each compared"
            .formatted(database.name(), rows, database.tables().size()));
  }

  /**
   * Makes the parts that the backup had and a new database has not. Rows find their part by
   * themselves, so where the parts of here are cut in another way, those of here stay.
   */
  private static void makePartitions(
      Connection connection, Catalogue catalogue, Manifest.Database database) throws SQLException {
    List<String> here = catalogue.partitions().stream().map(Manifest.Partition::name).toList();
    for (Manifest.Partition part : database.partitions()) {
      if (here.contains(part.name())) {
        continue;
      }
      Savepoint before = connection.setSavepoint();
      try {
        catalogue.run(
            "create table %s partition of %s %s%s"
                .formatted(
                    part.name(),
                    part.of(),
                    part.bound(),
                    part.key().isEmpty() ? "" : " partition by " + part.key()));
        connection.releaseSavepoint(before);
      } catch (SQLException e) {
        if (!OVERLAPS.equals(e.getSQLState())) {
          throw e;
        }
        connection.rollback(before);
      }
    }
  }

  private static long copyIn(
      Connection connection, BackupFile backup, Manifest.Database database, Manifest.Table table)
      throws IOException, SQLException {
    try (InputStream in = backup.rows(database, table)) {
      return connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn("copy " + table.whole() + " (" + table.columns() + ") from stdin", in);
    }
  }

  /** What must be read back: the rows of all parts of a table together. */
  private record Expected(long count, String rows, String columns) {

    Expected and(Expected other) {
      return new Expected(count + other.count, Sum.both(rows, other.rows), columns);
    }
  }

  /** Reads all of it back: the same rows, in whatever order and whatever parts. */
  private static void verify(Connection connection, Manifest.Database database)
      throws IOException, SQLException {
    Map<String, Expected> expected = new TreeMap<>();
    for (Manifest.Table table : database.tables()) {
      expected.merge(
          table.whole(), new Expected(table.count(), table.rows(), table.columns()), Expected::and);
    }
    for (Map.Entry<String, Expected> each : expected.entrySet()) {
      Sum sum = new Sum(OutputStream.nullOutputStream());
      TakeBackup.copyOut(connection, each.getKey(), each.getValue().columns(), sum);
      if (sum.count() != each.getValue().count() || !sum.rows().equals(each.getValue().rows())) {
        throw new CannotBackup(
            "The rows of " + each.getKey() + " did not come back as they were; nothing is kept.");
      }
    }
  }

  private static PGSimpleDataSource source(Place place) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(place.url());
    source.setUser(place.user());
    source.setPassword(place.password());
    return source;
  }
}
