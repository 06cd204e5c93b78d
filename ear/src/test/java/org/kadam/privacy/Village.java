package org.kadam.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.kadam.assessment.Taken;
import org.kadam.it.Caller;
import org.kadam.it.Kadam;

/**
 * A place of this test's own in Bihar, outside the demo districts, so that nobody's figures change
 * when its people are erased: three workers and their helper, invented.
 */
public final class Village {

  /** A name that occurs nowhere else, in three scripts' worth of bytes. */
  static final String NAME = "रश्मि परीक्षित-उदाहरण";

  static final String PHONE = "+910000077001";

  private static final String UNITS =
      """
      unit_code,parent_code,level,department,name_en,name_hi,name_lo,time_zone
      IN-BR-PRV,IN-BR,district,,Trial district,परीक्षण ज़िला,ເມືອງທົດລອງ,Asia/Kolkata
      IN-BR-PRV-A,IN-BR-PRV,block,,Trial block,परीक्षण प्रखंड,ເຂດທົດລອງ,Asia/Kolkata
      IN-BR-PRV-A-H1,IN-BR-PRV-A,facility,health,Trial centre,परीक्षण केंद्र,ສຸກສາລາທົດລອງ,Asia/Kolkata
      """;

  private static final String WORKERS =
      """
      worker_id,name,sex,birth_year,phone_e164,language,cadre,role_start,active,unit_code,device,first_pin
      PRV-001,%s,f,1985,%s,hi,asha,2015-01-01,true,IN-BR-PRV-A-H1,shared,
      PRV-002,मीना दूसरी-उदाहरण,f,1986,+910000077002,hi,asha,2015-01-01,true,IN-BR-PRV-A-H1,shared,
      PRV-003,लता तीसरी-उदाहरण,f,1987,+910000077003,hi,asha,2015-01-01,true,IN-BR-PRV-A-H1,own,
      PRV-F1,उषा मददगार-उदाहरण,f,1980,+910000077009,hi,asha-facilitator,2010-01-01,true,IN-BR-PRV-A-H1,own,
      """
          .formatted(NAME, PHONE);

  private static final String ASSIGNMENTS =
      """
      worker_id,role,unit_code,department
      PRV-F1,helper,IN-BR-PRV-A-H1,health
      """;

  private Village() {}

  /** Brings the place and its people in, with PINs that stay. */
  static void settle(Caller admin) throws SQLException {
    settle(admin, "PRV-", UNITS, WORKERS, ASSIGNMENTS);
  }

  /** The same for a place of another test: all its worker ids begin alike. */
  public static void settle(Caller admin, String prefix, String... files) throws SQLException {
    for (String file : files) {
      Caller.Answer answer =
          admin.post(
              "/api/roster/imports?dryRun=false",
              "text/csv",
              file.getBytes(StandardCharsets.UTF_8));
      assertEquals(200, answer.status(), answer.text());
    }
    String hers = prefix + "%";
    // Only once they are made: a PIN under way would take the place of this one.
    Taken.await("the accounts of the place", () -> waiting(hers) == 0);
    change(
        "update account set first_pin = '258036', pin_permanent = true, state = 'waiting',"
            + " wanted = wanted + 1, priority = 0, next_try = now()"
            + " where worker_id in (select id from worker where code like ?)",
        hers);
    // Asked for before that, tokens would count as wrong tries and shut her out for a while.
    Taken.await("their PINs", () -> waiting(hers) == 0);
  }

  private static long waiting(String codes) {
    try {
      return count(
          "select count(*) from account a join worker w on w.id = a.worker_id"
              + " where w.code like ? and a.state <> 'made'",
          codes);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  static UUID id(String code) throws SQLException {
    return UUID.fromString(text("select id::text from worker where code = '" + code + "'").get(0));
  }

  static void change(String sql, Object... values) throws SQLException {
    try (Connection database = Kadam.database();
        PreparedStatement statement = database.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }

  static long count(String sql, Object... values) throws SQLException {
    return Long.parseLong(text(sql, values).get(0));
  }

  static List<String> text(String sql, Object... values) throws SQLException {
    try (Connection database = Kadam.database();
        PreparedStatement statement = database.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      List<String> found = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(rows.getString(1));
        }
      }
      return found;
    }
  }

  /** The tables in which a text stands, anywhere in a row. */
  static List<String> tablesWith(String text) throws SQLException {
    List<String> with = new ArrayList<>();
    for (String table :
        text(
            "select table_name from information_schema.tables"
                + " where table_schema = 'public' and table_type = 'BASE TABLE'")) {
      String sql =
          "select count(*) from \"" + table + "\" t where position(lower(?) in lower(t::text)) > 0";
      if (count(sql, text) > 0) {
        with.add(table);
      }
    }
    return with;
  }
}
