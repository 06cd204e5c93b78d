package org.kadam.worker.control;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.kadam.language.Language;

/**
 * One row of a roster. Reading a cell checks it: what is wrong goes to the faults, and null comes
 * back, so that one pass finds everything.
 */
final class Row {

  private static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9-]{0,31}");

  private final long line;
  private final Map<String, Integer> places;
  private final Map<String, String> all;
  private final List<String> cells;
  private final Faults faults;
  private boolean sound = true;

  /**
   * @param places where among the cells each column stands
   * @param all what holds for every row, by column
   */
  Row(
      long line,
      Map<String, Integer> places,
      Map<String, String> all,
      List<String> cells,
      Faults faults) {
    this.line = line;
    this.places = places;
    this.all = all;
    this.cells = cells;
    this.faults = faults;
  }

  long line() {
    return line;
  }

  /** Whether no fault has been found in this row so far. */
  boolean sound() {
    return sound;
  }

  void fault(String field, Fault fault) {
    fault(field, fault, fault.reason());
  }

  void fault(String field, Fault fault, String reason) {
    sound = false;
    faults.add(line, places.getOrDefault(field, -1) + 1, field, fault, reason);
  }

  /** Whether the file says anything about this at all; an empty cell says that there is nothing. */
  boolean has(String field) {
    return places.containsKey(field) || all.containsKey(field);
  }

  /** The cell, or null where it is empty. */
  String text(String field) {
    Integer place = places.get(field);
    String cell = place == null ? all.getOrDefault(field, "") : cells.get(place);
    return cell.isEmpty() ? null : cell;
  }

  String required(String field) {
    String cell = text(field);
    if (cell == null) {
      fault(field, Fault.REQUIRED);
    }
    return cell;
  }

  /** A name in its language, in Unicode and not for an old font; null where the cell is empty. */
  String name(String field, Language language) {
    String cell = text(field);
    if (cell != null) {
      LegacyFont.in(cell, language).ifPresent(fault -> fault(field, fault));
    }
    return cell;
  }

  String requiredName(String field, Language language) {
    return required(field) == null ? null : name(field, language);
  }

  /** An id, in upper case however it was written. */
  String code(String field) {
    String cell = text(field);
    return matching(cell == null ? null : cell.toUpperCase(Locale.ROOT), CODE, field, Fault.CODE);
  }

  String requiredCode(String field) {
    return required(field) == null ? null : code(field);
  }

  String matching(String field, Pattern pattern, Fault fault) {
    return matching(text(field), pattern, field, fault);
  }

  private String matching(String cell, Pattern pattern, String field, Fault fault) {
    if (cell != null && !pattern.matcher(cell).matches()) {
      fault(field, fault);
      return null;
    }
    return cell;
  }

  /** One of a closed list of values, or null where the cell is empty. */
  <T> T choice(String field, Function<String, Optional<T>> values) {
    String cell = text(field);
    if (cell == null) {
      return null;
    }
    // Spreadsheets like to write TRUE, and people ASHA.
    Optional<T> value = values.apply(cell.toLowerCase(Locale.ROOT));
    if (value.isEmpty()) {
      fault(field, Fault.CHOICE);
    }
    return value.orElse(null);
  }

  <T> T requiredChoice(String field, Function<String, Optional<T>> values) {
    return required(field) == null ? null : choice(field, values);
  }

  /** A whole number from a range, or null where the cell is empty. */
  Integer year(String field, int earliest, int latest) {
    String cell = text(field);
    if (cell == null) {
      return null;
    }
    int year = cell.matches("[0-9]{4}") ? Integer.parseInt(cell) : Integer.MIN_VALUE;
    if (year < earliest || year > latest) {
      fault(field, Fault.YEAR);
      return null;
    }
    return year;
  }

  /** An ISO 8601 day from a range, or null where the cell is empty. */
  LocalDate date(String field, LocalDate earliest, LocalDate latest) {
    String cell = text(field);
    if (cell == null) {
      return null;
    }
    try {
      LocalDate date = LocalDate.parse(cell);
      if (!date.isBefore(earliest) && !date.isAfter(latest)) {
        return date;
      }
    } catch (DateTimeException e) {
      // Told below, together with a day that is one but cannot be right.
    }
    fault(field, Fault.DATE);
    return null;
  }
}
