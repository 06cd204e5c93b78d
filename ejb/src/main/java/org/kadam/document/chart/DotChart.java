package org.kadam.document.chart;

import java.util.List;
import org.kadam.document.pdf.Box;
import org.kadam.document.pdf.Colour;
import org.kadam.document.pdf.Drawing;
import org.kadam.document.pdf.Drawing.Pen;
import org.kadam.document.pdf.Style;
import org.kadam.document.pdf.Style.Align;

/**
 * Dots by number (across) and percent (up), among curves that say what to expect.
 *
 * @param across what is counted across
 * @param most the largest number across
 * @param level a percentage drawn as a line through all, with its label
 * @param note a short note on the curves, at the bottom
 */
public record DotChart(
    String across,
    int most,
    List<Curve> curves,
    List<Dot> dots,
    double level,
    String levelLabel,
    String note) {

  private static final float LEFT = 30;
  private static final float BELOW = 30;
  private static final float ABOVE = 6;
  private static final Pen GRID = Pen.of(Colour.HAIR, .6f);
  private static final Pen AXIS = Pen.of(Colour.INK, .8f);
  private static final Pen CURVE = Pen.of(Colour.SOFT, .8f);

  /** A line through points of number and percent. */
  public record Curve(boolean dashed, List<Point> points) {}

  public record Point(double number, double percent) {}

  /** A dot; one that stands out is another shape and has its name beside it. */
  public record Dot(String name, double number, double percent, boolean standsOut) {

    float radius() {
      return standsOut ? 4.5f : 3;
    }
  }

  public DotChart {
    curves = List.copyOf(curves);
    dots = List.copyOf(dots);
  }

  /** Draws the chart in a box. */
  public void draw(Drawing drawing, Box box, Style style) {
    float width = box.width() - LEFT - 6;
    float height = box.height() - BELOW - ABOVE;
    Box field = new Box(box.x() + LEFT, box.y() + BELOW, width, height);
    scaleUp(drawing, field, style);
    scaleAcross(drawing, field, style);
    for (Curve curve : curves) {
      draw(drawing, field, curve);
    }
    float y = y(field, level);
    drawing.line(AXIS, field.x(), y, field.right(), y);
    drawing.text(levelLabel, style, field.x() + 3, beside(field, y, style.size()));
    drawing.text(
        note, style.aligned(Align.RIGHT), field.right() - 3, field.y() + style.size() * .75f);
    Signposts signposts = new Signposts(field);
    for (Dot dot : dots) {
      draw(drawing, field, dot);
      signposts.keepFree(x(field, dot.number()), y(field, dot.percent()), dot.radius());
    }
    dots.stream()
        .filter(Dot::standsOut)
        .forEach(dot -> name(drawing, field, style.bold().in(Colour.INK), dot, signposts));
  }

  /** Above the line of the level, or below it where a line of the scale is in the way. */
  private static float beside(Box field, float y, float size) {
    float pitch = field.height() / 4;
    float toNextLine = pitch - (y - field.y()) % pitch;
    boolean inTheWay = toNextLine < size * 1.5f;
    return inTheWay ? y - size * .75f : y + size * .75f;
  }

  private static void scaleUp(Drawing drawing, Box field, Style style) {
    for (int percent = 0; percent <= 100; percent += 25) {
      float y = y(field, percent);
      drawing.line(GRID, field.x(), y, field.right(), y);
      String label = percent == 100 ? "100%" : Integer.toString(percent);
      drawing.text(label, style.aligned(Align.RIGHT), field.x() - 4, y);
    }
  }

  private void scaleAcross(Drawing drawing, Box field, Style style) {
    Style centred = style.aligned(Align.CENTRE);
    drawing.line(AXIS, field.x(), field.y(), field.right(), field.y());
    int step = step();
    for (int number = 0; number <= most; number += step) {
      float y = field.y() - style.size() * .9f;
      drawing.text(Integer.toString(number), centred, x(field, number), y);
    }
    float middle = field.x() + field.width() / 2;
    drawing.text(across, centred, middle, field.y() - style.size() * 2.3f);
  }

  /** A round number that goes at most five times into the largest. */
  private int step() {
    int power = 1;
    while (true) {
      for (int step : new int[] {power, 2 * power, 5 * power}) {
        if (most / step <= 5) {
          return step;
        }
      }
      power *= 10;
    }
  }

  private void draw(Drawing drawing, Box field, Curve curve) {
    if (curve.points().size() < 2) {
      return;
    }
    float[] points = new float[curve.points().size() * 2];
    for (int i = 0; i < curve.points().size(); i++) {
      points[2 * i] = x(field, curve.points().get(i).number());
      points[2 * i + 1] = y(field, curve.points().get(i).percent());
    }
    drawing.path(curve.dashed() ? CURVE.dashed(3) : CURVE, points);
  }

  private void draw(Drawing drawing, Box field, Dot dot) {
    float x = x(field, dot.number());
    float y = y(field, dot.percent());
    if (dot.standsOut()) {
      drawing.diamond(Pen.of(Colour.INK, 1.2f), Colour.MARIGOLD, x, y, dot.radius());
    } else {
      drawing.circle(Pen.of(Colour.TEAL, 1.4f), Colour.PAPER, x, y, dot.radius());
    }
  }

  private void name(Drawing drawing, Box field, Style style, Dot dot, Signposts signposts) {
    Box place =
        signposts.place(
            x(field, dot.number()),
            y(field, dot.percent()),
            drawing.width(dot.name(), style),
            style.size());
    drawing.text(dot.name(), style, place.x(), place.middle());
  }

  private float x(Box field, double number) {
    return (float) (field.x() + field.width() * number / most);
  }

  private static float y(Box field, double percent) {
    return (float) (field.y() + field.height() * percent / 100);
  }
}
