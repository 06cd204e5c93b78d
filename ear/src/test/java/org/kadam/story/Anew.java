package org.kadam.story;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.kadam.it.Kadam;

/**
 * Lets a story be told again on servers that run already, where it has been told before. Servers
 * that the tests have started are left as they are.
 */
final class Anew {

  private static final String HERS = " where worker_id = (select id from worker where code = ?)";

  private Anew() {}

  /** What she learned and was assessed is forgotten, and the offer of a device is open again. */
  static void begin(String code) throws SQLException {
    if (!Kadam.attached()) {
      return;
    }
    try (Connection database = Kadam.database()) {
      for (String table : new String[] {"attempt", "module_progress"}) {
        run(database, "delete from " + table + HERS, code);
      }
      run(database, "delete from flag" + HERS + " and rule = 'skill'", code);
      run(
          database,
          "update flag set state = 'offered', note = null, answered_at = null, decided_at = null,"
              + " decided_by = null, decision_reason = null"
              + HERS
              + " and ended_at is null",
          code);
    }
  }

  private static void run(Connection database, String sql, String code) throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(sql)) {
      statement.setString(1, code);
      statement.executeUpdate();
    }
  }
}
