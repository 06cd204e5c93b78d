package org.kadam.access;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.kadam.it.Kadam;

/** Names and phone numbers of the demo's people, from the rosters that brought them. */
public final class Names {

  /** What gives a person away. */
  public record Told(String name, String phone) {}

  private Names() {}

  /** What gives each worker away, by her id. */
  public static Map<String, Told> all() throws SQLException {
    Map<String, Told> byCode = new HashMap<>();
    for (String place : List.of("muzaffarpur", "bokeo")) {
      Path file = Path.of(System.getProperty("root"), "content/roster", place, "workers.csv");
      try (Reader in = Files.newBufferedReader(file)) {
        for (CSVRecord row :
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get().parse(in)) {
          byCode.put(row.get("worker_id"), new Told(row.get("name"), row.get("phone_e164")));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    Map<String, Told> byId = new HashMap<>();
    try (Connection database = Kadam.database();
        Statement ask = database.createStatement();
        ResultSet one = ask.executeQuery("select id, code from worker")) {
      while (one.next()) {
        if (byCode.containsKey(one.getString(2))) {
          byId.put(one.getString(1), byCode.get(one.getString(2)));
        }
      }
    }
    return byId;
  }
}
