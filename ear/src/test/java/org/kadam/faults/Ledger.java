package org.kadam.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.kadam.it.Kadam;

/** What the database has of a phone that did whole modules, and what it must have. */
final class Ledger {

  private Ledger() {}

  /** Adds what a worker's module comes to: its begin, its end and each card, all of them once. */
  static void whole(String code, String module, List<String> cards, Map<String, Integer> expected) {
    expected.put(code + " module.started " + module, 1);
    expected.put(code + " module.finished " + module, 1);
    cards.forEach(card -> expected.put(code + " card.done " + module + " " + card, 1));
  }

  /** Who did what on a phone, and how often it is there. */
  static Map<String, Integer> of(String device) throws SQLException {
    String sql =
        "select concat_ws(' ', w.code, e.type, e.body ->> 'module', e.body ->> 'card'), count(*)"
            + " from event e join worker w on w.id = e.worker_id"
            + " where e.device = ?::uuid group by 1";
    Map<String, Integer> there = new TreeMap<>();
    try (Connection connection = Kadam.database();
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, device);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          there.put(row.getString(1), row.getInt(2));
        }
      }
    }
    return there;
  }

  /** On a new phone she finds nothing done, so that she does it. */
  static void withoutPast(String code) throws SQLException {
    String sql =
        "delete from module_progress where worker_id = (select id from worker where code = ?)";
    try (Connection connection = Kadam.database();
        PreparedStatement delete = connection.prepareStatement(sql)) {
      delete.setString(1, code);
      delete.executeUpdate();
    }
  }

  static void deleted(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    }
  }
}
