package org.kadam.document.chart;

import java.util.List;
import org.kadam.document.pdf.Box;
import org.kadam.document.pdf.Colour;
import org.kadam.document.pdf.Drawing;
import org.kadam.document.pdf.Drawing.Pen;
import org.kadam.document.pdf.Style;
import org.kadam.document.pdf.Style.Align;

/** Bars from left to right, each a percentage with the range it may lie in, or hidden. */
public record BarChart(List<Bar> bars) {

  private static final Pen RANGE = Pen.of(Colour.INK, .9f);
  private static final Pen BASE = Pen.of(Colour.HAIR, .6f);
  private static final Pen HATCH = Pen.of(Colour.HAIR, 1);

  /**
   * A bar.
   *
   * @param label what it is
   * @param value what stands at its end: the number, or that it is hidden
   * @param percent its length, 0 to 100; null where it is hidden
   * @param low lower end of the range; null where it is hidden
   * @param high upper end of the range
   */
  public record Bar(String label, String value, Double percent, Double low, Double high) {}

  public BarChart {
    bars = List.copyOf(bars);
  }

  /** How high the chart is in a style. */
  public float height(Style style) {
    return bars.size() * pitch(style);
  }

  private static float pitch(Style style) {
    return style.size() * 3;
  }

  /** Draws the chart in a box: each label stands above its bar. */
  public void draw(Drawing drawing, Box box, Style style) {
    Style ink = style.in(Colour.INK);
    float top = box.top();
    for (Bar bar : bars) {
      float middle = top - style.size() * .75f;
      drawing.text(bar.label(), ink, box.x(), middle);
      drawing.text(bar.value(), ink.bold().aligned(Align.RIGHT), box.right(), middle);
      float thick = style.size() * .8f;
      float bottom = top - style.size() * 1.5f - thick;
      draw(drawing, new Box(box.x(), bottom, box.width(), thick), bar);
      top -= pitch(style);
    }
  }

  private static void draw(Drawing drawing, Box whole, Bar bar) {
    if (bar.percent() == null) {
      drawing.hatch(HATCH, whole, 5);
      return;
    }
    drawing.line(BASE, whole.x(), whole.y(), whole.right(), whole.y());
    float length = share(whole, bar.percent());
    drawing.fill(Colour.SHADE, new Box(whole.x(), whole.y(), length, whole.height()));
    float low = whole.x() + share(whole, bar.low());
    float high = whole.x() + share(whole, bar.high());
    float tick = whole.height() / 4;
    drawing.line(RANGE, low, whole.middle(), high, whole.middle());
    drawing.line(RANGE, low, whole.middle() - tick, low, whole.middle() + tick);
    drawing.line(RANGE, high, whole.middle() - tick, high, whole.middle() + tick);
  }

  private static float share(Box whole, double percent) {
    return (float) (whole.width() * percent / 100);
  }
}
