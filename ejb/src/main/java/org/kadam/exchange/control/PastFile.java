package org.kadam.exchange.control;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.apache.commons.csv.CSVFormat;

/** The table {@code worker_id,modules,answers,finished_on} of a demo district. */
public final class PastFile {

  private PastFile() {}

  /**
   * The rows of a table that ships.
   *
   * @throws IllegalStateException where there is no such file
   */
  public static List<Past> shipped(String district) {
    String path = "kadam/roster/" + district + "/history.csv";
    try (InputStream file = PastFile.class.getClassLoader().getResourceAsStream(path)) {
      if (file == null) {
        throw new IllegalStateException("The content has no " + path);
      }
      return CSVFormat.RFC4180
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .get()
          .parse(new InputStreamReader(file, StandardCharsets.UTF_8))
          .stream()
          .map(
              row ->
                  new Past(
                      row.get("worker_id"),
                      Integer.parseInt(row.get("modules")),
                      row.get("answers"),
                      LocalDate.parse(row.get("finished_on"))))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
