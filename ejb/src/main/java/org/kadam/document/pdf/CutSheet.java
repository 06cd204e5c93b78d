package org.kadam.document.pdf;

import java.util.function.Consumer;
import org.kadam.language.Language;

/**
 * A4 pages of equal boxes with lines to cut along, filled one after the other. What is put into a
 * box has to fit in it, and may be in a language of its own.
 */
public final class CutSheet {

  private static final float WIDTH = 595.28f;
  private static final float HEIGHT = 841.89f;
  private static final float INSIDE = 16;

  private final TaggedPdf pdf;
  private final int columns;
  private final int rows;
  private Sheet sheet;
  private int next;

  public CutSheet(TaggedPdf pdf, int columns, int rows) {
    this.pdf = pdf;
    this.columns = columns;
    this.rows = rows;
  }

  /** Fills the next box; what is written stands inside a margin that printers leave free. */
  public void box(Language language, Consumer<Flow> content) {
    int place = next++ % (columns * rows);
    if (place == 0) {
      sheet = pdf.addSheet(WIDTH, HEIGHT);
      sheet.ornament(() -> lines(new Drawing(pdf, sheet)));
    }
    float width = WIDTH / columns;
    float height = HEIGHT / rows;
    Box box =
        new Box(
            place % columns * width + INSIDE,
            HEIGHT - (place / columns + 1) * height + INSIDE,
            width - 2 * INSIDE,
            height - 2 * INSIDE);
    content.accept(new Flow(pdf, language, sheet, box));
  }

  private void lines(Drawing drawing) {
    Drawing.Pen pen = Drawing.Pen.of(Colour.SOFT, .5f).dashed(3);
    for (int column = 1; column < columns; column++) {
      drawing.line(pen, column * WIDTH / columns, 0, column * WIDTH / columns, HEIGHT);
    }
    for (int row = 1; row < rows; row++) {
      drawing.line(pen, 0, row * HEIGHT / rows, WIDTH, row * HEIGHT / rows);
    }
  }
}
