package org.kadam.document.pdf;

import java.util.ArrayList;
import java.util.List;

/** A row of a table, laid out: its cells' texts as blocks, and its height. */
final class TableRow {

  private static final float SIDE = 4;
  private static final float LID = 1.5f;

  /** A cell laid out: its edges from the left of the table, its text, its detail or null. */
  private record Laid(Table.Cell cell, float left, float right, TextBlock text, TextBlock detail) {

    float height() {
      return text.height() + (detail == null ? 0 : detail.height());
    }
  }

  private final TaggedPdf pdf;
  private final List<Laid> cells = new ArrayList<>();
  private final float height;

  private TableRow(TaggedPdf pdf, List<Laid> laid) {
    this.pdf = pdf;
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
    int column = 0;
    for (Table.Cell cell : row) {
      int last = column + cell.span() - 1;
      float width = edges[last + 1] - edges[column] - 2 * SIDE;
      Style.Align align = columns.get(last).align();
      Style plain = (cell.hidden() ? small : style).aligned(align);
      laid.add(
          new Laid(
              cell,
              edges[column],
              edges[last + 1],
              TextBlock.of(pdf, cell.text(), plain, width),
              cell.detail() == null
                  ? null
                  : TextBlock.of(pdf, cell.detail(), small.aligned(align), width)));
      column = last + 1;
    }
    return new TableRow(pdf, laid);
  }

  float height() {
    return height;
  }

  /** Draws the row as part of the table's structure. */
  void draw(Sheet sheet, Element row, boolean heads, float x, float top) {
    sheet.ornament(() -> hatch(sheet, x, top));
    for (Laid each : cells) {
      boolean head = heads || each.left() == 0;
      Element cell = row.child(head ? Role.HEAD_CELL : Role.CELL);
      cell.inTable(head ? (heads ? "Column" : "Row") : null, each.cell().span());
      sheet.mark(cell, () -> write(sheet, each, x, top));
    }
  }

  /** Draws the row once more, on a later page, as furniture. */
  void repeat(Sheet sheet, float x, float top) {
    sheet.furniture(
        () -> {
          for (Laid each : cells) {
            write(sheet, each, x, top);
          }
        });
  }

  private void write(Sheet sheet, Laid cell, float x, float top) {
    float left = x + cell.left() + SIDE;
    float start = top - (height - cell.height()) / 2;
    cell.text().write(sheet, left, start);
    if (cell.detail() != null) {
      cell.detail().write(sheet, left, start - cell.text().height());
    }
  }

  private void hatch(Sheet sheet, float x, float top) {
    Drawing drawing = new Drawing(pdf, sheet);
    for (Laid each : cells) {
      if (each.cell().hidden()) {
        float width = each.right() - each.left() - 2;
        Box box = new Box(x + each.left() + 1, top - height + 1, width, height - 2);
        drawing.hatch(Drawing.Pen.of(Colour.HAIR, 1), box, 5);
        drawing.fill(Colour.PAPER, behind(each.text(), box));
      }
    }
  }

  /** Room for the word in a hatched cell. */
  private static Box behind(TextBlock text, Box cell) {
    float widest = text.widest();
    float free = cell.width() + 2 - 2 * SIDE - widest;
    float left = cell.x() - 1 + SIDE + free * text.style().align().share();
    return new Box(left - 3, cell.y(), widest + 6, cell.height());
  }
}
