package org.kadam.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kadam.it.Kadam;

/** What a restore refuses, and what it keeps. */
class RestoreIT {

  @TempDir private Path folder;

  private final String name = "restore_" + UUID.randomUUID().toString().replace("-", "");
  private final List<String> told = new ArrayList<>();
  private Path backup;

  private static String server() {
    return "jdbc:postgresql://127.0.0.1:" + Kadam.stack().settings().postgres() + "/";
  }

  private static Place kadam(String database) {
    return new Place("kadam", server() + database, "kadam", "kadam");
  }

  private static void master(String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(server() + "postgres", "postgres", "postgres");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @BeforeEach
  void an_empty_database_and_a_backup() throws Exception {
    master("create database " + name + " owner kadam");
    backup = folder.resolve("kadam.zip");
    TakeBackup.to(backup, List.of(kadam("kadam")), told::add);
  }

  @AfterEach
  void gone() throws SQLException {
    master("drop database " + name + " with (force)");
  }

  private void restore(boolean replace, Path erasures) throws Exception {
    RestoreBackup.from(backup, List.of(kadam(name)), replace, erasures, told::add);
  }

  private List<String> ask(String sql) throws SQLException {
    try (Connection connection = kadam(name).connect()) {
      return new Catalogue(connection).list(sql, row -> row.getString(1));
    }
  }

  private void run(String sql) throws SQLException {
    try (Connection connection = kadam(name).connect()) {
      new Catalogue(connection).run(sql);
    }
  }

  @Test
  @DisplayName("All comes back: rows, partitions, sequences, references, triggers")
  void all_comes_back() throws Exception {
    restore(false, null);
    try (Connection was = kadam("kadam").connect();
        Connection is = kadam(name).connect();
        BackupFile file = BackupFile.open(backup)) {
      Catalogue before = new Catalogue(was);
      Catalogue after = new Catalogue(is);
      assertEquals(before.tables(), after.tables());
      assertEquals(before.partitions(), after.partitions());
      assertEquals(before.references(), after.references());
      assertEquals(before.triggers(), after.triggers());
      assertTrue(before.references().size() > 10);
      assertEquals(file.manifest().database("kadam").sequences(), after.sequences());
    }
    assertTrue(Integer.parseInt(ask("select count(*) from worker").get(0)) > 2_000);
  }

  @Test
  @DisplayName("A database that is not empty is left alone, unless it may be replaced")
  void a_full_database_is_left_alone() throws Exception {
    restore(false, null);
    run("delete from erasure"); // of whom other tests have erased
    run("update org_unit set name_en = 'Changed since' where code = 'IN'");
    CannotBackup refused = assertThrows(CannotBackup.class, () -> restore(false, null));
    assertTrue(refused.getMessage().contains("not empty"), refused.getMessage());
    assertEquals(List.of("Changed since"), ask("select name_en from org_unit where code = 'IN'"));
    restore(true, null);
    assertEquals(List.of("India"), ask("select name_en from org_unit where code = 'IN'"));
  }

  @Test
  @DisplayName("While somebody is connected, nothing is restored")
  void others_are_connected() throws Exception {
    try (Connection other = kadam(name).connect()) {
      assertTrue(other.isValid(1));
      CannotBackup refused = assertThrows(CannotBackup.class, () -> restore(false, null));
      assertTrue(refused.getMessage().contains("stop them first"), refused.getMessage());
    }
  }

  @Test
  @DisplayName("A damaged backup is refused before anything is touched")
  void a_damaged_backup() throws Exception {
    byte[] bytes = Files.readAllBytes(backup);
    for (int at : new int[] {bytes.length / 5, bytes.length / 3, bytes.length / 2}) {
      byte[] damaged = bytes.clone();
      damaged[at] ^= 0x55;
      Files.write(backup, damaged);
      assertThrows(CannotBackup.class, () -> restore(false, null), "byte " + at);
    }
    Files.write(backup, java.util.Arrays.copyOf(bytes, bytes.length / 2));
    assertThrows(CannotBackup.class, () -> restore(false, null));
    assertEquals(List.of("0"), ask("select count(*) from pg_tables where schemaname = 'public'"));
  }

  @Test
  @DisplayName("Who has been erased from a database that is replaced stays on the list")
  void the_erasure_list_outlives_the_database() throws Exception {
    restore(false, null);
    run("delete from erasure"); // of whom other tests have erased
    UUID erased = UUID.randomUUID();
    run("insert into erasure values ('" + erased + "', '2026-11-01T10:00:00Z')");
    CannotBackup refused = assertThrows(CannotBackup.class, () -> restore(true, null));
    assertTrue(refused.getMessage().contains("KADAM_ERASURE_LIST"), refused.getMessage());
    Path list = folder.resolve("erasures.csv");
    Files.writeString(list, "worker_id,erased_at\n");
    restore(true, list);
    assertEquals(
        List.of("worker_id,erased_at", erased + ",2026-11-01T10:00:00.000Z"),
        Files.readAllLines(list));
    assertEquals(
        List.of("0"), ask("select count(*) from erasure where worker_id = '" + erased + "'"));
  }

  @Test
  @DisplayName("Partitions of months that a new database does not have are made")
  void months_of_then() throws Exception {
    run(
        "create table month (at date not null, what text) partition by range (at);"
            + "create table month_1 partition of month for values from ('1999-01-01') to"
            + " ('1999-02-01'); create table month_rest partition of month default;"
            + "insert into month values ('1999-01-05', E'a\\tb\\nc'), ('2030-01-01', null)");
    Path other = folder.resolve("months.zip");
    run("create table flyway_schema_history (version text, success boolean)");
    run("insert into flyway_schema_history values ('0', true)");
    TakeBackup.to(other, List.of(kadam(name)), told::add);
    try (Connection connection = kadam(name).connect();
        BackupFile file = BackupFile.open(other)) {
      Manifest.Database database = file.manifest().database("kadam");
      assertEquals(
          List.of("public.month_1", "public.month_rest"),
          database.partitions().stream().map(Manifest.Partition::name).toList());
      Catalogue catalogue = new Catalogue(connection);
      catalogue.run("drop table month_1; delete from month");
      connection.setAutoCommit(false);
      RestoreBackup.fill(connection, file, database, told::add);
      assertEquals(
          List.of("a\tb\nc"), catalogue.list("select what from month_1", row -> row.getString(1)));
    }
  }

  @Test
  @DisplayName("The command takes, checks and says what it cannot do in one line")
  void the_command() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Map<String, String> environment =
        Map.of("KADAM_DB_PORT", "" + Kadam.stack().settings().postgres(), "KADAM_DB_NAME", name);
    assertEquals(1, command(out, environment, "restore", folder.resolve("none.zip").toString()));
    assertTrue(out.toString(StandardCharsets.UTF_8).startsWith("Give KC_DB_URL"), out.toString());
    out.reset();
    assertEquals(0, command(out, environment, "check", backup.toString()));
    assertTrue(out.toString(StandardCharsets.UTF_8).contains("whole"));
    assertEquals(1, command(out, environment, "take", backup.toString(), "--without-keycloak"));
    assertEquals(2, command(out, environment, "take"));
    assertEquals(2, command(out, environment, "destroy", backup.toString()));
  }

  @Test
  @DisplayName("The command as it lies beside the server restores, with what lies beside it")
  void as_shipped() throws Exception {
    Path out = folder.resolve("out");
    ProcessBuilder command =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-jar",
            Path.of(System.getProperty("jboss.home"), "backup/kadam-backup.jar").toString(),
            "restore",
            backup.toString(),
            "--without-keycloak");
    command.environment().put("KADAM_DB_PORT", "" + Kadam.stack().settings().postgres());
    command.environment().put("KADAM_DB_NAME", name);
    command.environment().remove("JAVA_TOOL_OPTIONS"); // which Java would say first
    Process process = command.redirectErrorStream(true).redirectOutput(out.toFile()).start();
    assertTrue(process.waitFor(5, TimeUnit.MINUTES));
    List<String> lines = Files.readAllLines(out);
    assertEquals(0, process.exitValue(), lines.toString());
    assertEquals(3, lines.size(), lines.toString());
    assertTrue(Integer.parseInt(ask("select count(*) from worker").get(0)) > 2_000);
  }

  private static int command(
      ByteArrayOutputStream out, Map<String, String> environment, String... words) {
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    return Backup.run(List.of(words), environment, stream, stream);
  }
}
