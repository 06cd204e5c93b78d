package org.kadam.backup;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The command: {@code java -jar kadam-backup.jar take|check|restore FILE}. Where the databases are
 * is read from the environment that the servers have too.
 */
public final class Backup {

  private static final String USAGE =
      """
      java -jar kadam-backup.jar take FILE       take a backup; - writes it to the standard output
      java -jar kadam-backup.jar check FILE      look whether a backup is whole
      java -jar kadam-backup.jar restore FILE    fill empty databases from it
        --replace            restore: delete what is in the databases
        --without-keycloak   leave Keycloak's database alone
      KADAM_DB_HOST, _PORT, _NAME, _USER, _PASSWORD, KC_DB_URL, KC_DB_USERNAME, KC_DB_PASSWORD and
      KADAM_ERASURE_LIST are the servers' own.
      """;

  private static final Set<String> KNOWN = Set.of("take", "check", "restore");

  private Backup() {}

  /** Held, so that its level stays: what the migrations tell of themselves helps nobody here. */
  private static final Logger MIGRATIONS = Logger.getLogger("org.flywaydb");

  /** Ends with 0 when all went well, 1 when it could not, 2 when it was not understood. */
  public static void main(String[] arguments) {
    MIGRATIONS.setLevel(Level.WARNING);
    System.exit(run(List.of(arguments), System.getenv(), System.out, System.err));
  }

  static int run(
      List<String> arguments, Map<String, String> environment, PrintStream out, PrintStream err) {
    List<String> words = new ArrayList<>(arguments);
    boolean replace = words.remove("--replace");
    boolean alone = words.remove("--without-keycloak");
    if (words.size() != 2 || !KNOWN.contains(words.get(0)) || words.get(1).startsWith("--")) {
      err.print(USAGE);
      return 2;
    }
    try {
      List<Place> places = places(environment, alone || words.get(0).equals("check"));
      Path file = Path.of(words.get(1));
      switch (words.get(0)) {
        case "take" -> {
          if (words.get(1).equals("-")) {
            TakeBackup.to(out, places, err::println);
          } else {
            TakeBackup.to(file, places, out::println);
          }
        }
        case "check" -> {
          try (BackupFile backup = BackupFile.open(file)) {
            out.println("The backup of " + backup.manifest().takenAt() + " is whole");
          }
        }
        default -> {
          String erasures = environment.get("KADAM_ERASURE_LIST");
          RestoreBackup.from(
              file, places, replace, erasures == null ? null : Path.of(erasures), out::println);
        }
      }
      return 0;
    } catch (CannotBackup e) {
      err.println(e.getMessage());
      return 1;
    } catch (IOException | SQLException e) {
      err.println("It broke off: " + e.getMessage());
      return 1;
    }
  }

  private static List<Place> places(Map<String, String> environment, boolean alone) {
    Place kadam = Place.kadam(environment);
    return alone ? List.of(kadam) : List.of(kadam, Place.keycloak(environment));
  }
}
