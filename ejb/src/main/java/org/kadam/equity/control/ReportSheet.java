package org.kadam.equity.control;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.kadam.document.csv.Csv;
import org.kadam.equity.control.Report.Row;
import org.kadam.equity.control.Report.Table;
import org.kadam.equity.entity.Measure;
import org.kadam.language.Language;
import org.kadam.language.Texts;
import org.kadam.language.Words;

/**
 * A report as a table for a spreadsheet: one figure a line, numbers plain. A hidden figure has its
 * line and no numbers.
 */
public final class ReportSheet {

  private static final List<String> HEADS =
      List.of(
          "equity.sheet.dimension",
          "equity.sheet.code",
          "equity.sheet.group",
          "equity.sheet.figure",
          "equity.sheet.told",
          "equity.sheet.count",
          "equity.sheet.of",
          "equity.sheet.percent",
          "equity.sheet.low",
          "equity.sheet.high");

  private final Language language;

  private ReportSheet(Language language) {
    this.language = language;
  }

  public static byte[] of(Report report, Language language) {
    return new ReportSheet(language).table(report);
  }

  private byte[] table(Report report) {
    List<List<String>> lines = new ArrayList<>();
    for (Table table : report.tables()) {
      for (Row row : Rows.inOrder(table, report, language)) {
        lines.addAll(lines(table.label().in(language), row));
      }
    }
    lines.addAll(lines(word("equity.total"), report.total()));
    return Csv.table(HEADS.stream().map(this::word).toList(), lines);
  }

  private List<List<String>> lines(String dimension, Row row) {
    return Arrays.stream(Measure.values())
        .map(
            measure -> {
              Told told = row.measures().get(measure.code());
              Stream<String> names =
                  Stream.of(
                      dimension,
                      row.code(),
                      row.label().in(language),
                      word("equity." + measure.code()),
                      word(told.shown() ? "equity.sheet.shown" : "equity.hidden"));
              return Stream.concat(names, numbers(told)).toList();
            })
        .toList();
  }

  private static Stream<String> numbers(Told told) {
    return Stream.of(told.count(), told.of(), told.percent(), told.low(), told.high())
        .map(number -> number == null ? "" : number.toString());
  }

  private String word(String key) {
    Texts texts = Words.shipped().text(key);
    return texts.in(language);
  }
}
