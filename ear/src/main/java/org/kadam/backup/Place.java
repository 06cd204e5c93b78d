package org.kadam.backup;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/**
 * A database to be backed up or filled.
 *
 * @param name {@code kadam} or {@code keycloak}, as in the backup
 * @param url its JDBC address
 */
public record Place(String name, String url, String user, String password) {

  /** Kadam's own, as the server's environment names it. */
  static Place kadam(Map<String, String> environment) {
    String host = environment.getOrDefault("KADAM_DB_HOST", "localhost");
    String port = environment.getOrDefault("KADAM_DB_PORT", "5433");
    String database = environment.getOrDefault("KADAM_DB_NAME", "kadam");
    return new Place(
        "kadam",
        "jdbc:postgresql://" + host + ":" + port + "/" + database,
        environment.getOrDefault("KADAM_DB_USER", "kadam"),
        environment.getOrDefault("KADAM_DB_PASSWORD", "kadam"));
  }

  /** Keycloak's, as Keycloak's own environment names it. */
  static Place keycloak(Map<String, String> environment) {
    String url = environment.get("KC_DB_URL");
    if (url == null) {
      throw new CannotBackup(
          "Give KC_DB_URL, KC_DB_USERNAME and KC_DB_PASSWORD as Keycloak has them, or"
              + " --without-keycloak if its database is backed up in another way.");
    }
    return new Place(
        "keycloak",
        url,
        environment.getOrDefault("KC_DB_USERNAME", "keycloak"),
        environment.getOrDefault("KC_DB_PASSWORD", ""));
  }

  /** Whether it is ours, with Flyway's history, or one whose schema somebody else makes. */
  boolean ours() {
    return name.equals("kadam");
  }

  /** A connection that writes every value in one way, whatever the machine is set to. */
  Connection connect() throws SQLException {
    Connection connection = DriverManager.getConnection(url, user, password);
    try (Statement statement = connection.createStatement()) {
      for (String set :
          new String[] {
            "timezone to 'UTC'",
            "datestyle to 'ISO, YMD'",
            "intervalstyle to 'postgres'",
            "extra_float_digits to 1",
            "bytea_output to 'hex'",
            "statement_timeout to 0",
            "lock_timeout to '60s'"
          }) {
        statement.execute("set " + set);
      }
    }
    return connection;
  }
}
