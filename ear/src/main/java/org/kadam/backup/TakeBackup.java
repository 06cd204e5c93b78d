package org.kadam.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.postgresql.PGConnection;

/**
 * Takes a backup while everything runs on. Each database is read from one snapshot, and nobody has
 * to wait for it; what was acknowledged before the backup began is in it. Kadam's snapshot is taken
 * before Keycloak's: an account that ours says has been made is then in theirs.
 */
public final class TakeBackup {

  private TakeBackup() {}

  /**
   * Writes a new file that only its owner can read; a broken-off one is not left behind.
   *
   * @param places the databases, Kadam's first
   * @param tell is told about the progress, a line each
   */
  public static void to(Path file, List<Place> places, Consumer<String> tell)
      throws IOException, SQLException {
    if (Files.exists(file)) {
      throw new CannotBackup(file + " is there already; give a new name.");
    }
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Files.deleteIfExists(part);
    Files.createFile(part);
    if (Files.getFileStore(part).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rw-------"));
    }
    try {
      try (OutputStream out = Files.newOutputStream(part, StandardOpenOption.WRITE)) {
        to(out, places, tell);
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** Writes the backup to a stream, to be sealed or sent on by another program. */
  public static void to(OutputStream out, List<Place> places, Consumer<String> tell)
      throws IOException, SQLException {
    List<Connection> snapshots = new ArrayList<>();
    try {
      Instant began = Instant.now().truncatedTo(ChronoUnit.SECONDS);
      for (Place place : places) {
        snapshots.add(snapshot(place));
      }
      ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
      List<Manifest.Database> databases = new ArrayList<>();
      for (int i = 0; i < places.size(); i++) {
        databases.add(copy(places.get(i), snapshots.get(i), zip, tell));
      }
      zip.putNextEntry(new ZipEntry(Manifest.FILE));
      zip.write(new Manifest(began, databases).text().getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
      zip.finish();
    } finally {
      for (Connection snapshot : snapshots) {
        snapshot.close();
      }
    }
  }

  /**
   * Tables are locked against being changed in their make-up, before the snapshot sees them;
   * reading and writing rows goes on.
   */
  private static Connection snapshot(Place place) throws SQLException {
    Connection connection = place.connect();
    try {
      Catalogue catalogue = new Catalogue(connection);
      List<String> names = catalogue.tables().stream().map(Catalogue.Filled::name).toList();
      if (names.isEmpty()) {
        throw new CannotBackup("The database of " + place.name() + " has no tables.");
      }
      connection.setAutoCommit(false);
      catalogue.run("set transaction isolation level repeatable read");
      catalogue.run("lock table " + String.join(", ", names) + " in access share mode");
      // The first question takes the snapshot.
      catalogue.run("select pg_current_snapshot()");
      return connection;
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  private static Manifest.Database copy(
      Place place, Connection snapshot, ZipOutputStream zip, Consumer<String> tell)
      throws IOException, SQLException {
    Catalogue catalogue = new Catalogue(snapshot);
    List<Manifest.Table> tables = new ArrayList<>();
    long rows = 0;
    for (Catalogue.Filled table : catalogue.tables()) {
      Manifest.Table name =
          new Manifest.Table(table.name(), table.whole(), 0, 0, "", "", table.columns());
      zip.putNextEntry(new ZipEntry(name.file(place.name())));
      Sum sum = new Sum(zip);
      copyOut(snapshot, table.name(), table.columns(), sum);
      zip.closeEntry();
      tables.add(
          new Manifest.Table(
              table.name(),
              table.whole(),
              sum.count(),
              sum.length(),
              sum.bytes(),
              sum.rows(),
              table.columns()));
      rows += sum.count();
    }
    tell.accept("%s: %,d rows of %d tables".formatted(place.name(), rows, tables.size()));
    return new Manifest.Database(
        place.name(),
        catalogue.version(place),
        catalogue.server(),
        catalogue.partitions(),
        tables,
        catalogue.sequences());
  }

  static void copyOut(Connection connection, String table, String columns, OutputStream to)
      throws IOException, SQLException {
    connection
        .unwrap(PGConnection.class)
        .getCopyAPI()
        .copyOut("copy (select " + columns + " from " + table + ") to stdout", to);
  }
}
