package org.kadam.document.pdf;

import java.util.List;

/**
 * A table: one row of heads, the body, and a last row that sums up, or null. The first cell of each
 * row is the row's head.
 */
public record Table(String caption, List<Column> columns, List<List<Cell>> body, List<Cell> foot) {

  public Table {
    columns = List.copyOf(columns);
    body = body.stream().map(List::copyOf).toList();
    foot = foot == null ? null : List.copyOf(foot);
    for (List<Cell> row : body) {
      requireCells(row, columns.size());
    }
    if (foot != null) {
      requireCells(foot, columns.size());
    }
  }

  private static void requireCells(List<Cell> row, int columns) {
    if (row.stream().mapToInt(Cell::span).sum() != columns) {
      throw new IllegalArgumentException("A row fills every column");
    }
  }

  /** A column with its head; widths are shares of the table. */
  public record Column(String head, float share, Style.Align align) {}

  /**
   * A cell.
   *
   * @param text what it says
   * @param detail a second, smaller line, or null
   * @param hidden whether the figure is kept back: the cell is hatched, and the text says so
   * @param span over how many columns it goes
   */
  public record Cell(String text, String detail, boolean hidden, int span) {

    public static Cell of(String text) {
      return of(text, null);
    }

    public static Cell of(String text, String detail) {
      return new Cell(text, detail, false, 1);
    }

    public static Cell hidden(String word, int span) {
      return new Cell(word, null, true, span);
    }
  }
}
