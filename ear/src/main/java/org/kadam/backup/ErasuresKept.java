package org.kadam.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.List;

/**
 * Who has been erased must not come back with a backup. The server keeps the list in a file outside
 * the database and erases again, at its start, whom the file knows and the database does not; so
 * before a database is replaced, its list goes into that file.
 *
 * @param file the server's {@code KADAM_ERASURE_LIST}, or null
 */
record ErasuresKept(Path file) {

  private static final String HEAD = "worker_id,erased_at";

  void keep(Catalogue catalogue) throws IOException, SQLException {
    if (!catalogue.has("erasure")) {
      return;
    }
    List<String> erased =
        catalogue.list(
            "select worker_id || ',' || to_char(erased_at at time zone 'UTC',"
                + " 'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"') from erasure order by 1",
            row -> row.getString(1));
    if (erased.isEmpty()) {
      return;
    }
    if (file == null) {
      throw new CannotBackup(
          "People have been erased from the database that is to be replaced. Set"
              + " KADAM_ERASURE_LIST to the server's file, so that they stay erased.");
    }
    List<String> known = Files.exists(file) ? Files.readAllLines(file) : List.of();
    StringBuilder more = new StringBuilder(known.isEmpty() ? HEAD + "\n" : "");
    for (String line : erased) {
      String worker = line.substring(0, line.indexOf(',') + 1);
      if (known.stream().noneMatch(each -> each.startsWith(worker))) {
        more.append(line).append('\n');
      }
    }
    Files.writeString(
        file,
        more,
        StandardCharsets.US_ASCII,
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND,
        StandardOpenOption.SYNC);
  }
}
