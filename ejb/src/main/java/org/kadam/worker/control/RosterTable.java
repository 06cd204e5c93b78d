package org.kadam.worker.control;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A roster as rows of checked cells (RFC 4180, a header row, columns in any order). What can be
 * trusted afterwards: every column of the kind is there once, every row has a cell for each, cells
 * are stripped, in Unicode's normal form C, no longer than their column and without characters that
 * could hide something or run in a spreadsheet.
 */
record RosterTable(RosterKind kind, List<Row> rows) {

  private static final int MOST_ROWS = 20_000;
  private static final int LONGEST = 64;
  private static final Map<String, Integer> LONGER =
      Map.of("name", 200, "name_en", 200, "name_hi", 200, "name_lo", 200);

  /**
   * Reads a text; rows with faults in their cells are among the rows, and not sound.
   *
   * @throws org.kadam.problem.Problem FILE where the table cannot be made out: header or quotes
   */
  static RosterTable read(String text, Faults faults) {
    try (CSVParser parser = CSVParser.parse(new StringReader(text), CSVFormat.RFC4180)) {
      return read(parser, faults);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RosterTable read(CSVParser parser, Faults faults) {
    Iterator<CSVRecord> records = parser.iterator();
    List<String> header = List.of();
    RosterKind kind = null;
    List<Row> rows = new ArrayList<>();
    long line = 1;
    try {
      while (records.hasNext()) {
        CSVRecord record = records.next();
        List<String> cells = record.stream().map(RosterTable::tidy).toList();
        if (cells.size() == 1 && cells.get(0).isEmpty()) {
          line = parser.getCurrentLineNumber() + 1;
          continue;
        }
        if (kind == null) {
          header = cells;
          kind = kind(header, line, faults);
        } else if (rows.size() == MOST_ROWS) {
          faults.add(line, 0, null, Fault.TOO_MANY_ROWS);
          break;
        } else {
          row(line, header, cells, faults).ifPresent(rows::add);
        }
        line = parser.getCurrentLineNumber() + 1;
      }
    } catch (UncheckedIOException | IllegalStateException e) {
      faults.add(line, 0, null, Fault.QUOTES);
      faults.refuse();
    }
    if (kind == null) {
      faults.add(1, 0, null, Fault.EMPTY);
      faults.refuse();
    }
    return new RosterTable(kind, rows);
  }

  private static String tidy(String cell) {
    return Normalizer.normalize(cell, Normalizer.Form.NFC).strip();
  }

  private static RosterKind kind(List<String> header, long line, Faults faults) {
    RosterKind kind = RosterKind.of(new HashSet<>(header)).orElse(null);
    if (kind == null) {
      faults.add(line, 0, null, Fault.HEADER);
      faults.refuse();
      return null;
    }
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < header.size(); i++) {
      String column = header.get(i);
      if (!kind.columns().contains(column)) {
        // Not named: whatever stands there may be anything.
        faults.add(line, i + 1, null, Fault.UNKNOWN_COLUMN);
      } else if (!seen.add(column)) {
        faults.add(line, i + 1, column, Fault.DOUBLE_COLUMN);
      }
    }
    for (String column : kind.columns()) {
      if (!seen.contains(column)) {
        faults.add(line, 0, column, Fault.MISSING_COLUMN);
      }
    }
    faults.refuse();
    return kind;
  }

  private static java.util.Optional<Row> row(
      long line, List<String> header, List<String> cells, Faults faults) {
    if (cells.size() != header.size()) {
      faults.add(line, 0, null, Fault.CELLS);
      return java.util.Optional.empty();
    }
    Row row = new Row(line, header, cells, faults);
    for (int i = 0; i < cells.size(); i++) {
      check(row, header.get(i), cells.get(i));
    }
    return java.util.Optional.of(row);
  }

  private static void check(Row row, String column, String cell) {
    if (cell.length() > LONGER.getOrDefault(column, LONGEST)) {
      row.fault(column, Fault.TOO_LONG);
    } else if (!cell.codePoints().allMatch(RosterTable::harmless)) {
      row.fault(column, Fault.CHARACTER);
    } else if (formula(column, cell)) {
      row.fault(column, Fault.FORMULA);
    }
  }

  private static boolean formula(String column, String cell) {
    return !cell.isEmpty()
        && "=+-@\uFF1D\uFF0B\uFF0D\uFF20".indexOf(cell.charAt(0)) >= 0
        && !(column.equals("phone_e164") && cell.charAt(0) == '+');
  }

  /**
   * Letters of every script with their joiners; no controls (NUL and line ends among them), no
   * marks that turn the direction of text, no private or unassigned characters, and not the sign
   * that stands for a damaged one.
   */
  private static boolean harmless(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.PRIVATE_USE,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      // Zero-width space and joiners belong to Lao and Hindi writing.
      case Character.FORMAT -> c >= 0x200B && c <= 0x200D;
      default -> c != 0xFFFD;
    };
  }
}
