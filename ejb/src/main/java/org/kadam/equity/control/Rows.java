package org.kadam.equity.control;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.kadam.equity.control.Report.Row;
import org.kadam.equity.control.Report.Table;
import org.kadam.language.Language;
import org.kadam.language.Notation;

/** The order of rows for a reader: places by her alphabet, everything else as it is. */
final class Rows {

  private Rows() {}

  static List<Row> inOrder(Table table, Report report, Language language) {
    if (!table.ofPlaces()) {
      return table.rows();
    }
    Comparator<String> alphabet = notation(report, language).order();
    return table.rows().stream()
        .sorted(Comparator.comparing(row -> row.label().in(language), alphabet))
        .toList();
  }

  static Notation notation(Report report, Language language) {
    return Notation.of(language, report.place().country().toUpperCase(Locale.ROOT));
  }
}
