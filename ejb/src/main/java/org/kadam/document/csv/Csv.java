package org.kadam.document.csv;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * A table as RFC 4180 text in UTF-8, with the byte order mark that spreadsheets need to see Hindi
 * and Lao. A cell that a spreadsheet would run as a formula begins with an apostrophe, which keeps
 * it text (OWASP, CSV injection).
 */
public final class Csv {

  private static final String BYTE_ORDER_MARK = "\ufeff";

  /** The full-width signs count too: some spreadsheets take them for the plain ones. */
  private static final String STARTS_A_FORMULA = "=+-@\t\r\n＝＋－＠";

  private Csv() {}

  /** The rows may hold null for an empty cell. */
  public static byte[] table(List<String> head, List<List<String>> rows) {
    StringBuilder text = new StringBuilder(BYTE_ORDER_MARK);
    try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
      printer.printRecord(head.stream().map(Csv::harmless));
      for (List<String> row : rows) {
        printer.printRecord(row.stream().map(Csv::harmless));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String harmless(String cell) {
    if (cell == null || cell.isEmpty() || STARTS_A_FORMULA.indexOf(cell.charAt(0)) < 0) {
      return cell;
    }
    return "'" + cell;
  }
}
