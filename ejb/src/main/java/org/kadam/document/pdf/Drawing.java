package org.kadam.document.pdf;

/**
 * A place to draw on, with letters that stay letters. Drawn inside one mark of a {@link Sheet}; the
 * corner of the page is the origin, and y grows upward.
 */
public final class Drawing {

  /** Control points of a quarter circle as Bézier curve lie this far, as a share of the radius. */
  private static final float ROUND = .5523f;

  private final TaggedPdf pdf;
  private final Sheet sheet;
  private final Operators operators;

  Drawing(TaggedPdf pdf, Sheet sheet) {
    this.pdf = pdf;
    this.sheet = sheet;
    this.operators = sheet.operators();
  }

  /** What a line is drawn with: its width in points, and the length of dashes, 0 for none. */
  public record Pen(Colour colour, float width, float dash) {

    public static Pen of(Colour colour, float width) {
      return new Pen(colour, width, 0);
    }

    public Pen dashed(float length) {
      return new Pen(colour, width, length);
    }
  }

  public Drawing line(Pen pen, float x1, float y1, float x2, float y2) {
    return path(pen, new float[] {x1, y1, x2, y2});
  }

  /** A line through points, given as x and y in turn. */
  public Drawing path(Pen pen, float... points) {
    take(pen);
    operators.add("m", points[0], points[1]);
    for (int i = 2; i < points.length; i += 2) {
      operators.add("l", points[i], points[i + 1]);
    }
    operators.add("S").raw("Q");
    return this;
  }

  public Drawing fill(Colour colour, Box box) {
    operators.raw("q").fill(colour);
    operators.add("re", box.x(), box.y(), box.width(), box.height()).raw("f Q");
    return this;
  }

  /** Several boxes as one shape, so that no seam shows where they touch. */
  public Drawing fill(Colour colour, Iterable<Box> boxes) {
    operators.raw("q").fill(colour);
    for (Box box : boxes) {
      operators.add("re", box.x(), box.y(), box.width(), box.height());
    }
    operators.raw("f Q");
    return this;
  }

  /** Diagonal lines across a box: something is not shown here. */
  public Drawing hatch(Pen pen, Box box, float distance) {
    operators.raw("q");
    operators.add("re", box.x(), box.y(), box.width(), box.height()).raw("W n");
    for (float x = box.x() - box.height(); x < box.right(); x += distance) {
      line(pen, x, box.y(), x + box.height(), box.top());
    }
    operators.raw("Q");
    return this;
  }

  public Drawing circle(Pen pen, Colour inside, float x, float y, float radius) {
    float c = radius * ROUND;
    take(pen);
    operators.fill(inside).add("m", x + radius, y);
    operators.add("c", x + radius, y + c, x + c, y + radius, x, y + radius);
    operators.add("c", x - c, y + radius, x - radius, y + c, x - radius, y);
    operators.add("c", x - radius, y - c, x - c, y - radius, x, y - radius);
    operators.add("c", x + c, y - radius, x + radius, y - c, x + radius, y);
    operators.raw("b Q");
    return this;
  }

  public Drawing diamond(Pen pen, Colour inside, float x, float y, float radius) {
    take(pen);
    operators.fill(inside).add("m", x, y + radius).add("l", x + radius, y);
    operators.add("l", x, y - radius).add("l", x - radius, y).raw("b Q");
    return this;
  }

  /**
   * Writes a line of text.
   *
   * @param x where it begins, is centred or ends, as its style is aligned
   * @param middle the height that its letters stand around
   */
  public Drawing text(String text, Style style, float x, float middle) {
    var line = pdf.set(text, style.weight());
    float start = x - line.width(style.size()) * style.align().share();
    sheet.text(line, start, middle - style.size() * .35f, style);
    return this;
  }

  /** How wide a line of text would be. */
  public float width(String text, Style style) {
    return pdf.set(text, style.weight()).width(style.size());
  }

  private void take(Pen pen) {
    operators.raw("q").stroke(pen.colour()).add("w", pen.width());
    if (pen.dash() > 0) {
      operators.raw("[" + Operators.number(pen.dash()) + "] 0 d");
    }
  }
}
