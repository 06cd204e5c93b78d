package org.kadam.equity.control;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.kadam.document.pdf.Box;
import org.kadam.document.pdf.Colour;
import org.kadam.document.pdf.Drawing;
import org.kadam.document.pdf.Element;
import org.kadam.document.pdf.Flow;
import org.kadam.document.pdf.Role;
import org.kadam.document.pdf.Style.Align;
import org.kadam.document.pdf.Styles;
import org.kadam.document.pdf.Table;
import org.kadam.document.pdf.Table.Cell;
import org.kadam.document.pdf.Table.Column;
import org.kadam.document.pdf.TaggedPdf;
import org.kadam.equity.control.Report.Row;
import org.kadam.equity.entity.Measure;
import org.kadam.language.Language;
import org.kadam.language.Notation;
import org.kadam.language.Texts;
import org.kadam.language.Words;

/** A report as pages to print and to forward: the answer, the picture, then every figure told. */
public final class ReportPages {

  private static final float GAP = 20;
  private static final float NOTE = 4;

  private final Report report;
  private final Language language;
  private final boolean invented;
  private final Notation notation;
  private final TaggedPdf pdf;
  private final Flow flow;
  private final Styles styles;

  private ReportPages(Report report, Language language, boolean invented, ZonedDateTime made) {
    this.report = report;
    this.language = language;
    this.invented = invented;
    this.notation = Rows.notation(report, language);
    this.pdf = new TaggedPdf(language, word("equity.title") + ": " + subtitle(), made);
    this.flow = new Flow(pdf);
    this.styles = flow.styles();
  }

  /**
   * @param invented whether the figures are those of a demonstration, which the pages then say
   */
  public static byte[] of(Report report, Language language, boolean invented, ZonedDateTime made) {
    return new ReportPages(report, language, invented, made).bytes();
  }

  private byte[] bytes() {
    head();
    answer();
    for (Report.Table table : report.tables()) {
      flow.down(GAP);
      flow.table(pdf.root(), everyFigure(table));
    }
    int pages = flow.pages();
    String foot = word("equity.title") + " · " + subtitle() + " · " + day();
    flow.feet(foot, page -> word("equity.page", Map.of("page", page + "", "pages", pages + "")));
    return pdf.bytes();
  }

  private void head() {
    flow.ornament(36, Mark::draw);
    flow.indented(
        48,
        () -> {
          flow.text(pdf.root(), Role.H1, word("equity.title"), styles.title());
          String when = word("equity.asof", Map.of("date", day()));
          flow.text(pdf.root(), Role.PARAGRAPH, subtitle() + " · " + when, styles.text());
        });
    flow.down(GAP * .7f);
  }

  private void answer() {
    Element part = pdf.root().child(Role.SECTION);
    flow.text(part, Role.H2, word("equity.question.where"), styles.heading(), 60);
    flow.text(part, Role.PARAGRAPH, report.answer().text().in(language), styles.answer());
    flow.down(GAP / 2);
    if (report.tables().isEmpty() || !report.tables().get(0).ofPlaces()) {
      pictures(flow, part);
      flow.down(GAP);
      notes(flow, part);
      return;
    }
    Table byPlace = byPlace(report.tables().get(0));
    float right = (flow.width() - GAP) * .54f;
    if (flow.heightOf(byPlace, right) + heightOfNotes(right) <= flow.left()) {
      flow.columns(
          .46f,
          GAP,
          left -> pictures(left, part),
          beside -> {
            beside.table(part, byPlace);
            notes(beside, part);
          });
    } else {
      pictures(flow, part);
      flow.down(GAP);
      flow.table(part, byPlace);
      notes(flow, part);
    }
  }

  private void pictures(Flow column, Element part) {
    Pictures pictures = new Pictures(report, language);
    pictures.places(column, part);
    pictures.whole(column, part);
  }

  /** How many manage on their own in each place: what the answer is about. */
  private Table byPlace(Report.Table table) {
    List<Column> columns =
        List.of(
            new Column(table.head().in(language), 2.6f, Align.LEFT),
            new Column(word("equity.assessed"), 1.7f, Align.RIGHT),
            new Column(word("equity.level2"), 1.9f, Align.RIGHT),
            new Column(word("equity.percent"), .9f, Align.RIGHT),
            new Column(word("equity.range"), 1.6f, Align.RIGHT));
    List<List<Cell>> rows = new ArrayList<>();
    for (Row row : Rows.inOrder(table, report, language)) {
      rows.add(assessed(row));
    }
    return new Table(word("equity.level2"), columns, rows, assessed(table.total()));
  }

  private List<Cell> assessed(Row row) {
    Told assessed = told(row, Measure.ASSESSED);
    Told able = told(row, Measure.LEVEL2);
    List<Cell> cells = new ArrayList<>();
    cells.add(Cell.of(row.label().in(language)));
    if (!assessed.shown()) {
      cells.add(hidden(4));
      return cells;
    }
    cells.add(Cell.of(notation.whole(assessed.count())));
    if (!able.shown()) {
      cells.add(hidden(3));
      return cells;
    }
    cells.add(Cell.of(notation.whole(able.count())));
    cells.add(Cell.of(percent(able)));
    cells.add(Cell.of(range(able)));
    return cells;
  }

  private Table everyFigure(Report.Table table) {
    List<Column> columns = new ArrayList<>();
    columns.add(new Column(table.head().in(language), 2.1f, Align.LEFT));
    columns.add(new Column(word("equity.workers"), 1.2f, Align.RIGHT));
    for (Measure measure : Measure.values()) {
      columns.add(new Column(word("equity." + measure.code()), 1.5f, Align.RIGHT));
    }
    List<List<Cell>> rows = new ArrayList<>();
    for (Row row : Rows.inOrder(table, report, language)) {
      rows.add(everyFigure(row));
    }
    return new Table(table.label().in(language), columns, rows, everyFigure(table.total()));
  }

  private List<Cell> everyFigure(Row row) {
    List<Cell> cells = new ArrayList<>();
    cells.add(Cell.of(row.label().in(language)));
    cells.add(Cell.of(notation.whole(row.workers())));
    Arrays.stream(Measure.values()).map(measure -> figure(told(row, measure))).forEach(cells::add);
    return cells;
  }

  private Cell figure(Told told) {
    return told.shown() ? Cell.of(share(told), range(told)) : hidden(1);
  }

  private Cell hidden(int span) {
    return Cell.hidden(word("equity.hidden"), span);
  }

  private String share(Told told) {
    String star = told.few() ? "*" : "";
    return notation.whole(told.count()) + " · " + Math.round(told.percent()) + "%" + star;
  }

  private static String percent(Told told) {
    return Math.round(told.percent()) + (told.few() ? "*" : "");
  }

  private static String range(Told told) {
    return Math.round(told.low()) + "–" + Math.round(told.high());
  }

  private static Told told(Row row, Measure measure) {
    return row.measures().get(measure.code());
  }

  private void notes(Flow column, Element part) {
    column.down(NOTE);
    for (String note : notes()) {
      column.text(part, Role.PARAGRAPH, note, styles.small());
      column.down(NOTE);
    }
  }

  private float heightOfNotes(float width) {
    float height = NOTE;
    for (String note : notes()) {
      height += flow.heightOf(note, styles.small(), width) + NOTE;
    }
    return height;
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    Told assessed = told(report.total(), Measure.ASSESSED);
    if (assessed.shown()) {
      String waiting = notation.whole(assessed.of() - assessed.count());
      String all = notation.whole(assessed.of());
      notes.add(word("equity.not-assessed", Map.of("count", waiting, "workers", all)));
    }
    notes.add(word("equity.cell"));
    notes.add(word("equity.why-hidden"));
    notes.add(word("equity.few-note"));
    notes.add(word("equity.provisional"));
    notes.add(word("equity.never-names") + (invented ? " " + word("equity.invented") : ""));
    return notes;
  }

  private String subtitle() {
    String department = report.department() == null ? "all" : report.department();
    Texts texts = Words.shipped().text("department." + department);
    return word(
        "equity.subtitle",
        Map.of("place", report.place().name().in(language), "department", texts.in(language)));
  }

  private String day() {
    return notation.day(report.asOf());
  }

  private String word(String key) {
    return word(key, Map.of());
  }

  private String word(String key, Map<String, String> values) {
    return Wording.of(language, key, values);
  }

  /** The house's mark: a stair, and somebody arriving on it. */
  private static final class Mark {

    private static void draw(Drawing drawing, Box box) {
      float u = box.height() / 32;
      float[] stair = {5, 25.5f, 12, 25.5f, 12, 19, 19, 19, 19, 12.5f, 27, 12.5f};
      for (int i = 0; i < stair.length; i += 2) {
        stair[i] = box.x() + stair[i] * u;
        stair[i + 1] = box.top() - stair[i + 1] * u;
      }
      drawing.path(Drawing.Pen.of(Colour.TEAL, 3.6f * u), stair);
      drawing.circle(
          Drawing.Pen.of(Colour.MARIGOLD, .1f),
          Colour.MARIGOLD,
          box.x() + 23 * u,
          box.top() - 6 * u,
          3.2f * u);
    }
  }
}
