package org.kadam.it;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Starts the servers before the first integration test is looked at, because the container of the
 * tests from the inside reads its settings then: the same PostgreSQL, with a database of its own.
 */
public final class ServersFirst implements LauncherSessionListener {

  /** What is tried a second time is a session of its own, on the same servers. */
  private static boolean there;

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    if (System.getProperty("jboss.home") == null || Kadam.attached() || there) {
      return;
    }
    there = true;
    int postgres = Kadam.stack().settings().postgres();
    int offset = Kadam.stack().settings().offset() + 1;
    System.setProperty("it.inside.postgres", "" + postgres);
    System.setProperty("it.inside.keycloak", Kadam.keycloak());
    System.setProperty("it.inside.offset", "" + offset);
    System.setProperty("it.inside.management", "" + (9990 + offset));
    try (Connection connection =
            DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + postgres + "/postgres", "postgres", "postgres");
        Statement statement = connection.createStatement()) {
      statement.execute("create database inside owner kadam");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
