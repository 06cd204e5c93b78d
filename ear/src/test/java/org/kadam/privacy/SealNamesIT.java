package org.kadam.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.kadam.it.Kadam;
import org.kadam.privacy.control.NameKeys;
import org.kadam.store.Schema;
import org.postgresql.ds.PGSimpleDataSource;

/** The upgrade of a database in which an older release kept names in clear. */
class SealNamesIT {

  private static final String NAME = "सबीना उन्नयन-उदाहरण";
  private static final int MANY = 2_500;

  private static PGSimpleDataSource upgraded;

  @BeforeAll
  static void database() throws SQLException {
    try (Connection database = Kadam.database();
        Statement make = database.createStatement()) {
      String url = database.getMetaData().getURL();
      upgraded = new PGSimpleDataSource();
      upgraded.setUrl(url.substring(0, url.lastIndexOf('/') + 1) + "sealed");
      upgraded.setUser("kadam");
      upgraded.setPassword("kadam");
      try (Connection owner =
              DriverManager.getConnection(
                  url.substring(0, url.lastIndexOf('/') + 1) + "postgres", "postgres", "postgres");
          Statement create = owner.createStatement()) {
        create.execute("drop database if exists sealed");
        create.execute("create database sealed owner kadam");
      }
    }
  }

  @AfterAll
  static void drop() throws SQLException {
    String url = upgraded.getUrl();
    try (Connection owner =
            DriverManager.getConnection(
                url.substring(0, url.lastIndexOf('/') + 1) + "postgres", "postgres", "postgres");
        Statement drop = owner.createStatement()) {
      drop.execute("drop database sealed with (force)");
    }
  }

  @Test
  @DisplayName("Names in clear are sealed at the upgrade, whole, and nothing clear stays behind")
  void sealed() throws SQLException {
    Flyway before = Schema.of(upgraded, NameKeys::configured).target("008").load();
    before.migrate();
    UUID first = fill();

    // Without keys the upgrade does not happen, and what was there stays as it was.
    assertThrows(
        FlywayException.class,
        () ->
            Schema.of(
                    upgraded,
                    () -> {
                      throw new IllegalStateException("no keys");
                    })
                .load()
                .migrate());
    assertEquals(MANY, count("select count(*) from worker_name where name like 'सबीना%'"));

    NameKeys keys = NameKeys.of(Kadam.NAME_KEYS);
    Schema.of(upgraded, () -> keys).load().migrate();

    assertEquals(MANY, count("select count(*) from worker_name"));
    assertEquals(MANY - 1, count("select count(*) from worker_name where phone_box is not null"));
    assertEquals(
        0,
        count(
            "select count(*) from worker_name n where position('सबीना' in n::text) > 0"
                + " or position('+91' in n::text) > 0"));
    assertEquals(
        0, count("select count(*) from information_schema.tables where table_name like '%_clear'"));
    try (Connection connection = upgraded.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "select name_box, phone_box from worker_name where worker_id = ?")) {
      select.setObject(1, first);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        assertEquals(NAME + " 1", keys.open(first, "name", row.getBytes(1)));
        assertEquals("+910000000001", keys.open(first, "phone", row.getBytes(2)));
        assertFalse(row.next());
      }
    }
  }

  /** Many workers, the last without a phone; gives the first one's id. */
  private static UUID fill() throws SQLException {
    try (Connection connection = upgraded.getConnection();
        Statement fill = connection.createStatement()) {
      fill.execute(
          "insert into org_unit (id, code, level, path, name_en, time_zone)"
              + " values (gen_random_uuid(), 'IN', 'country', '/IN/', 'India', 'Asia/Kolkata')");
      fill.execute(
          "insert into worker (id, code, cadre, language, unit_id, active, created_at, changed_at)"
              + " select gen_random_uuid(), 'W-' || n, 'asha', 'hi', u.id, true, now(), now()"
              + " from generate_series(1, "
              + MANY
              + ") n, org_unit u");
      fill.execute(
          "insert into worker_name (worker_id, name, phone) select id, '"
              + NAME
              + " ' || substr(code, 3), case when code = 'W-"
              + MANY
              + "' then null else '+91' || lpad(substr(code, 3), 10, '0') end from worker");
      try (ResultSet row = fill.executeQuery("select id from worker where code = 'W-1'")) {
        row.next();
        return row.getObject(1, UUID.class);
      }
    }
  }

  private static long count(String sql) throws SQLException {
    try (Connection connection = upgraded.getConnection();
        Statement select = connection.createStatement();
        ResultSet row = select.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }
}
