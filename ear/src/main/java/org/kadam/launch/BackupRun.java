package org.kadam.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.kadam.backup.CannotBackup;
import org.kadam.backup.Place;
import org.kadam.backup.RestoreBackup;
import org.kadam.backup.TakeBackup;

/**
 * {@code mvn -Pbackup} and {@code mvn -Prestore}: the data folder of the one-command run, into a
 * file and back. A backup is taken while Kadam runs or while it does not; a restore needs the
 * folder for itself. The keys of the data lie beside the backup in a file of their own, since who
 * has both can read names.
 */
public final class BackupRun {

  private BackupRun() {}

  /** {@code take} or {@code restore}; the file is in {@code -Dfile=…}. */
  public static void main(String[] arguments) throws InterruptedException {
    try {
      Path root = Path.of(System.getProperty("root", ".")).toAbsolutePath().normalize();
      Settings settings = Settings.ofProperties(root);
      if (arguments[0].equals("take")) {
        take(settings, file(root.resolve(named())));
      } else {
        restore(settings, file(null), System.getProperty("replace") != null);
      }
    } catch (CannotRun | CannotBackup e) {
      System.err.println("\n" + e.getMessage() + "\n");
      System.exit(1);
    } catch (IOException | SQLException e) {
      System.err.println("\nIt broke off: " + e + "\n");
      System.exit(1);
    }
  }

  private static String named() {
    String now = LocalDateTime.now().format(DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss"));
    return "kadam-" + now + ".zip";
  }

  private static Path file(Path usual) {
    String said = System.getProperty("file");
    if (said == null && usual == null) {
      throw new CannotRun("Say which backup: mvn -Prestore -Dfile=kadam-….zip");
    }
    return said == null ? usual : Path.of(said).toAbsolutePath();
  }

  /** The databases of a data folder, Kadam's first. */
  static List<Place> places(Settings settings) {
    String server = "jdbc:postgresql://127.0.0.1:" + settings.postgres() + "/";
    return List.of(
        new Place("kadam", server + "kadam", "kadam", "kadam"),
        new Place("keycloak", server + "keycloak", "keycloak", "keycloak"));
  }

  private static Path keys(Path file) {
    return file.resolveSibling(file.getFileName() + ".keys");
  }

  /** Takes a backup; PostgreSQL is started for it where it does not run. */
  static void take(Settings settings, Path file) throws IOException, SQLException {
    if (!Files.exists(settings.data().resolve("postgres/PG_VERSION"))) {
      throw new CannotRun("There is no data in " + settings.data() + ".");
    }
    Optional<Leftovers> own = Leftovers.find(settings.data());
    if (own.isEmpty()) {
      TakeBackup.to(file, places(settings), BackupRun::tell);
    } else {
      try (Leftovers leftovers = own.get();
          Database database = Database.start(settings)) {
        leftovers.note(database.process());
        TakeBackup.to(file, places(settings), BackupRun::tell);
      }
    }
    Files.copy(
        settings.data().resolve("secrets.properties"),
        keys(file),
        StandardCopyOption.COPY_ATTRIBUTES);
    tell("The backup is " + file);
    tell("Its keys are " + keys(file) + "; keep them in another place");
  }

  /** Fills a data folder whose databases are empty, or may be replaced. */
  static void restore(Settings settings, Path file, boolean replace)
      throws IOException, SQLException, InterruptedException {
    if (!Files.exists(file)) {
      throw new CannotRun("There is no file " + file + ".");
    }
    try (Leftovers leftovers = Leftovers.take(settings.data())) {
      Path secrets = settings.data().resolve("secrets.properties");
      if (Files.exists(keys(file)) && (replace || !Files.exists(secrets))) {
        Files.copy(
            keys(file),
            secrets,
            StandardCopyOption.REPLACE_EXISTING,
            StandardCopyOption.COPY_ATTRIBUTES);
      }
      Stack.withTables(
          settings,
          leftovers,
          () ->
              RestoreBackup.from(
                  file,
                  places(settings),
                  replace,
                  settings.data().resolve("erasures.csv"),
                  BackupRun::tell));
    }
    tell("Restored into " + settings.data() + "; mvn -Prun goes on with it");
  }

  private static void tell(String line) {
    System.out.println("  " + line);
  }
}
