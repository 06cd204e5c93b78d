package org.kadam.worker.control;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A roster as rows of checked cells (RFC 4180, a header row, columns in any order), one after the
 * other, so that a long file needs no more memory than a short one. What can be trusted of a row:
 * cells are stripped, in Unicode's normal form C, no longer than their column and without
 * characters that could hide something or run in a spreadsheet.
 */
final class RosterTable {

  private static final int LONGEST = 64;
  private static final Map<String, Integer> LONGER =
      Map.of("name", 200, "name_en", 200, "name_hi", 200, "name_lo", 200);

  private final Columns columns;
  private final Faults faults;
  private final Function<RosterKind, Consumer<Row>> readers;
  private List<String> header;
  private RosterKind kind;
  private Map<String, Integer> places;
  private Consumer<Row> reader;
  private int rows;

  private RosterTable(Columns columns, Faults faults, Function<RosterKind, Consumer<Row>> readers) {
    this.columns = columns;
    this.faults = faults;
    this.readers = readers;
  }

  /**
   * Reads a file to its end and hands each row on, rows with faults in their cells among them.
   *
   * @param readers who reads the rows of each kind
   * @return the kind that the header told
   * @throws org.kadam.problem.Problem TOO_LARGE; FILE where the table cannot be made out: its
   *     encoding, header or quotes
   */
  static RosterKind read(
      InputStream file,
      Columns columns,
      Faults faults,
      Function<RosterKind, Consumer<Row>> readers) {
    RosterTable table = new RosterTable(columns, faults, readers);
    RosterText text = new RosterText(file);
    table.read(text, Integer.MAX_VALUE);
    return table.kind;
  }

  /** The headings of a file alone, as they stand; the same problems. */
  static List<String> header(InputStream file) {
    RosterTable table = new RosterTable(Columns.OURS, new Faults(), kind -> row -> {});
    table.read(new RosterText(file), 0);
    return table.header;
  }

  private void read(RosterText text, int mostRows) {
    long line = 1;
    try (CSVParser parser = CSVParser.parse(text, CSVFormat.RFC4180)) {
      Iterator<CSVRecord> records = parser.iterator();
      try {
        while (rows <= mostRows && records.hasNext()) {
          List<String> cells = records.next().stream().map(RosterTable::tidy).toList();
          if (!(cells.size() == 1 && cells.get(0).isEmpty()) && !take(line, cells, mostRows)) {
            break;
          }
          text.rowEnded();
          line = parser.getCurrentLineNumber() + 1;
        }
      } catch (RosterText.Endless e) {
        text.damaged().refuse();
        faults.add(line, 0, null, Fault.ENDLESS);
        faults.refuse();
      } catch (UncheckedIOException | IllegalStateException e) {
        text.damaged().refuse();
        faults.add(line, 0, null, Fault.QUOTES);
        faults.refuse();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    text.damaged().refuse();
    if (header == null) {
      faults.add(1, 0, null, Fault.EMPTY);
      faults.refuse();
    }
  }

  /** Whether there is any use in going on. */
  private boolean take(long line, List<String> cells, int mostRows) {
    if (header == null) {
      header = cells;
      if (mostRows > 0) {
        kind = kind(line);
        places = columns.places(header);
        reader = readers.apply(kind);
      }
      return mostRows > 0;
    }
    if (rows == kind.mostRows()) {
      faults.addLast(line, Fault.TOO_MANY_ROWS);
      return false;
    }
    rows++;
    if (cells.size() != header.size()) {
      faults.add(line, 0, null, Fault.CELLS);
      return true;
    }
    Row row = new Row(line, places, columns.all(), cells, faults);
    places.forEach(
        (column, place) -> {
          Fault fault = fault(column, cells.get(place));
          if (fault != null) {
            row.fault(column, fault);
          }
        });
    reader.accept(row);
    return true;
  }

  private static String tidy(String cell) {
    String stripped = cell.strip();
    return Normalizer.isNormalized(stripped, Normalizer.Form.NFC)
        ? stripped
        : Normalizer.normalize(stripped, Normalizer.Form.NFC).strip();
  }

  private RosterKind kind(long line) {
    RosterKind found = columns.kind(header).orElse(null);
    if (found == null) {
      faults.add(line, 0, null, Fault.HEADER);
      faults.refuse();
      return null;
    }
    Set<String> seen = new HashSet<>(columns.all().keySet());
    for (int i = 0; i < header.size(); i++) {
      String column = columns.of(header.get(i));
      if (column.isEmpty()) {
        continue;
      }
      if (!found.columns().contains(column)) {
        // Not named: whatever stands there may be anything.
        faults.add(line, i + 1, null, Fault.UNKNOWN_COLUMN);
      } else if (!seen.add(column)) {
        faults.add(line, i + 1, column, Fault.DOUBLE_COLUMN);
      }
    }
    for (String column : columns.needed(found)) {
      if (!seen.contains(column)) {
        faults.add(line, 0, column, Fault.MISSING_COLUMN);
      }
    }
    faults.refuse();
    return found;
  }

  /** What is wrong with a cell of this column, whatever the others hold; null where nothing is. */
  static Fault fault(String column, String cell) {
    if (cell.length() > LONGER.getOrDefault(column, LONGEST)) {
      return Fault.TOO_LONG;
    }
    if (!cell.codePoints().allMatch(RosterTable::harmless)) {
      return Fault.CHARACTER;
    }
    return formula(column, cell) ? Fault.FORMULA : null;
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
