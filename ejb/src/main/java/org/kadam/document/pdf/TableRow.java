package org.kadam.document.pdf;

import java.util.ArrayList;
import java.util.List;

/** A row of a table, laid out: its cells' texts as blocks, and its height. */
final class TableRow {

  private static final float SIDE = 4;
  private static final float LID = 1.5f;

  /** A cell's text, its detail or null, and whether it is kept back. */
  private record Laid(TextBlock text, TextBlock detail, boolean hidden) {

    float height() {
      return text.height() + (detail == null ? 0 : detail.height());
    }
  }

  private final TaggedPdf pdf;
  private final List<Laid> cells = new ArrayList<>();
  private final float[] edges;
  private final float height;

  private TableRow(TaggedPdf pdf, float[] edges, List<Laid> laid) {
    this.pdf = pdf;
    this.edges = edges;
    this.cells.addAll(laid);
    float highest = 0;
    for (Laid cell : laid) {
      highest = Math.max(highest, cell.height());
    }
    this.height = highest + 2 * LID;
  }

  /**
   * @param edges where each column begins, and where the last ends, from the table's left edge
   */
  static TableRow of(
      TaggedPdf pdf,
      List<Table.Column> columns,
      List<Table.Cell> row,
      float[] edges,
      Style style,
      Style small) {
    List<Laid> laid = new ArrayList<>();
    for (int i = 0; i < row.size(); i++) {
      Table.Cell cell = row.get(i);
      Style.Align align = columns.get(i).align();
      float width = edges[i + 1] - edges[i] - 2 * SIDE;
      Style plain = cell.hidden() ? small : style;
      laid.add(
          new Laid(
              TextBlock.of(pdf, cell.text(), plain.aligned(align), width),
              cell.detail() == null
                  ? null
                  : TextBlock.of(pdf, cell.detail(), small.aligned(align), width),
              cell.hidden()));
    }
    return new TableRow(pdf, edges, laid);
  }

  float height() {
    return height;
  }

  /** Draws the row as part of the table's structure. */
  void draw(Sheet sheet, Element row, boolean heads, float x, float top) {
    sheet.ornament(() -> hatch(sheet, x, top));
    for (int i = 0; i < cells.size(); i++) {
      int column = i;
      Element cell = row.child(heads || i == 0 ? Role.HEAD_CELL : Role.CELL);
      if (heads || i == 0) {
        cell.heading(heads ? "Column" : "Row");
      }
      sheet.mark(cell, () -> write(sheet, column, x, top));
    }
  }

  /** Draws the row once more, on a later page, as furniture. */
  void repeat(Sheet sheet, float x, float top) {
    sheet.furniture(
        () -> {
          for (int i = 0; i < cells.size(); i++) {
            write(sheet, i, x, top);
          }
        });
  }

  private void write(Sheet sheet, int column, float x, float top) {
    Laid cell = cells.get(column);
    float left = x + edges[column] + SIDE;
    float start = top - (height - cell.height()) / 2;
    cell.text().write(sheet, left, start);
    if (cell.detail() != null) {
      cell.detail().write(sheet, left, start - cell.text().height());
    }
  }

  private void hatch(Sheet sheet, float x, float top) {
    Drawing drawing = new Drawing(pdf, sheet);
    for (int i = 0; i < cells.size(); i++) {
      Laid cell = cells.get(i);
      if (cell.hidden()) {
        Box box =
            new Box(x + edges[i] + 1, top - height + 1, edges[i + 1] - edges[i] - 2, height - 2);
        drawing.hatch(Drawing.Pen.of(Colour.HAIR, 1), box, 5);
        drawing.fill(Colour.PAPER, behind(cell.text(), box));
      }
    }
  }

  /** Room for the word in a hatched cell. */
  private static Box behind(TextBlock text, Box cell) {
    float width = text.widest() + 6;
    float room = cell.width() - 2 * SIDE + 2 - text.widest();
    float x = cell.x() + SIDE - 1 + room * text.style().align().share() - 3;
    return new Box(x, cell.middle() - text.height() / 2 + 1, width, text.height() - 2);
  }
}
