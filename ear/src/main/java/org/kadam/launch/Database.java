package org.kadam.launch;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * PostgreSQL's real binaries on a kept folder, as safe as in production: fsync and synchronous
 * commit on.
 */
final class Database implements AutoCloseable {

  private final EmbeddedPostgres postgres;
  private final Path folder;

  private Database(EmbeddedPostgres postgres, Path folder) {
    this.postgres = postgres;
    this.folder = folder;
  }

  static Database start(Settings settings) throws IOException, SQLException {
    Path folder = settings.data().resolve("postgres");
    Files.createDirectories(folder);
    // The lock of a killed launcher's database; the process itself has been ended by now.
    Files.deleteIfExists(folder.resolve("epg-lock"));
    EmbeddedPostgres postgres =
        EmbeddedPostgres.builder()
            .setPort(settings.postgres())
            .setDataDirectory(folder)
            .setCleanDataDirectory(false)
            .setOverrideWorkingDirectory(settings.data().resolve("postgres-binaries").toFile())
            .setServerConfig("listen_addresses", settings.host())
            .setServerConfig("max_connections", "120")
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on")
            .start();
    for (String name : new String[] {"kadam", "keycloak"}) {
      create(postgres, name);
    }
    return new Database(postgres, folder);
  }

  private static void create(EmbeddedPostgres postgres, String name) throws SQLException {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      try (ResultSet there =
          statement.executeQuery("select 1 from pg_roles where rolname = '" + name + "'")) {
        if (there.next()) {
          return;
        }
      }
      statement.execute("create role " + name + " login password '" + name + "'");
      statement.execute("create database " + name + " owner " + name);
    }
  }

  /** Whether Keycloak has come to the end of its first start. */
  boolean hasRealm() throws SQLException {
    try (Connection connection = postgres.getDatabase("postgres", "keycloak").getConnection();
        Statement statement = connection.createStatement()) {
      try (ResultSet table = statement.executeQuery("select to_regclass('realm') is not null")) {
        table.next();
        if (!table.getBoolean(1)) {
          return false;
        }
      }
      try (ResultSet realm =
          statement.executeQuery("select 1 from realm where name = 'kadam' limit 1")) {
        return realm.next();
      }
    }
  }

  /** Deletes everything in a database. */
  void empty(String name) throws SQLException {
    try (Connection connection = postgres.getDatabase("postgres", name).getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("drop schema public cascade");
      statement.execute("create schema public authorization " + name);
    }
  }

  /** The postmaster's process, from the file that PostgreSQL itself keeps. */
  ProcessHandle process() throws IOException {
    String first = Files.readAllLines(folder.resolve("postmaster.pid")).get(0).trim();
    return ProcessHandle.of(Long.parseLong(first))
        .orElseThrow(() -> new CannotRun("PostgreSQL is not running any more."));
  }

  @Override
  public void close() throws IOException {
    postgres.close();
  }
}
