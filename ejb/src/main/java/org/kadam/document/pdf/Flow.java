package org.kadam.document.pdf;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.kadam.language.Language;

/**
 * Fills A4 pages from top to bottom and goes on to a new page where something does not fit. What is
 * put down last stands below what was put down before.
 */
public final class Flow {

  private static final float WIDTH = 595.28f;
  private static final float HEIGHT = 841.89f;
  private static final float SIDE = 48;
  private static final float HEAD = 44;
  private static final float FOOT = 56;

  private final TaggedPdf pdf;
  private final Styles styles;
  private Sheet sheet;
  private float x = SIDE;
  private float width = WIDTH - 2 * SIDE;
  private float top;
  private float bottom = FOOT;
  private boolean inColumn;
  private final Language language;

  public Flow(TaggedPdf pdf) {
    this.pdf = pdf;
    this.language = pdf.language();
    this.styles = Styles.of(language);
    turnPage();
  }

  /** Fills a box on a page, in a language of its own, and never turns to another page. */
  Flow(TaggedPdf pdf, Language language, Sheet sheet, Box box) {
    this.pdf = pdf;
    this.language = language;
    this.styles = Styles.of(language);
    this.sheet = sheet;
    this.x = box.x();
    this.width = box.width();
    this.top = box.top();
    this.bottom = box.y();
    this.inColumn = true;
  }

  public Styles styles() {
    return styles;
  }

  /** The width of the column in points. */
  public float width() {
    return width;
  }

  float x() {
    return x;
  }

  float top() {
    return top;
  }

  Sheet sheet() {
    return sheet;
  }

  /** Leaves room. */
  public void down(float points) {
    top -= points;
  }

  /** Turns the page if there is less height left than needed, and says whether it did. */
  public boolean need(float height) {
    if (inColumn || top - height >= FOOT) {
      return false;
    }
    turnPage();
    return true;
  }

  private void turnPage() {
    sheet = pdf.addSheet(WIDTH, HEIGHT);
    top = HEIGHT - HEAD;
  }

  /** Text of any length under a new part of an element; stands with at least {@code keep} below. */
  public void text(Element parent, Role role, String text, Style style, float keep) {
    TextBlock block = TextBlock.of(pdf, language, text, style, width);
    need(Math.min(block.height() + keep, HEIGHT - HEAD - FOOT));
    Element element = parent.child(role);
    int from = 0;
    while (from < block.lines().size()) {
      need(style.line());
      int fits = inColumn ? block.lines().size() : (int) ((top - FOOT) / style.line() + .001);
      int to = Math.min(block.lines().size(), from + Math.max(1, fits));
      int first = from;
      sheet.mark(element, () -> block.write(sheet, first, to, x, top));
      down((to - from) * style.line());
      from = to;
    }
  }

  public void text(Element parent, Role role, String text, Style style) {
    text(parent, role, text, style, 0);
  }

  /** A thin line across the column. */
  public void rule() {
    sheet.ornament(
        () ->
            new Drawing(pdf, sheet).line(Drawing.Pen.of(Colour.HAIR, .8f), x, top, x + width, top));
  }

  /** A table; breaks between rows. */
  public void table(Element parent, Table table) {
    new TableLayout(pdf, table, width).draw(this, parent);
  }

  /** How high a table would be in a column of a width. */
  public float heightOf(Table table, float columnWidth) {
    return new TableLayout(pdf, table, columnWidth).height();
  }

  /** How high a text would be in a column of a width. */
  public float heightOf(String text, Style style, float columnWidth) {
    return TextBlock.of(pdf, language, text, style, columnWidth).height();
  }

  /** How much height the page, or the box, has left. */
  public float left() {
    return top - bottom;
  }

  /** A figure across the column, with what it shows in words. */
  public void figure(Element parent, String words, float height, DrawnIn drawing) {
    need(height);
    Box box = new Box(x, top - height, width, height);
    Element figure = parent.child(Role.FIGURE).described(words, box);
    sheet.mark(figure, () -> drawing.draw(new Drawing(pdf, sheet), box));
    down(height);
  }

  /** Something that means nothing by itself, at the height reached, taking no room. */
  public void ornament(float height, DrawnIn drawing) {
    sheet.ornament(
        () -> drawing.draw(new Drawing(pdf, sheet), new Box(x, top - height, width, height)));
  }

  /** Draws in a box of the page. */
  @FunctionalInterface
  public interface DrawnIn {
    void draw(Drawing drawing, Box box);
  }

  /** Narrows the column from the left, while something is put down. */
  public void indented(float points, Runnable content) {
    x += points;
    width -= points;
    content.run();
    x -= points;
    width += points;
  }

  /**
   * Two columns side by side, read left before right. What is put into them has to fit on the page.
   *
   * @param share the left column's share of the width
   * @param gap between the columns
   */
  public void columns(float share, float gap, Consumer<Flow> left, Consumer<Flow> right) {
    float start = top;
    float wholeX = x;
    float wholeWidth = width;
    boolean before = inColumn;
    inColumn = true;
    width = (wholeWidth - gap) * share;
    left.accept(this);
    float lowest = top;
    top = start;
    x = wholeX + width + gap;
    width = wholeWidth - gap - width;
    right.accept(this);
    top = Math.min(top, lowest);
    x = wholeX;
    width = wholeWidth;
    inColumn = before;
  }

  /**
   * Writes the foot of every page, when all are there: a text on the left, and on the right what
   * the function says of the page's number, from 1.
   */
  public void feet(String leftText, IntFunction<String> rightText) {
    List<Sheet> all = pdf.sheets();
    Style small = styles.small();
    for (int i = 0; i < all.size(); i++) {
      Sheet each = all.get(i);
      String number = rightText.apply(i + 1);
      each.furniture(
          () ->
              new Drawing(pdf, each)
                  .text(leftText, small, SIDE, FOOT / 2)
                  .text(number, small.aligned(Style.Align.RIGHT), WIDTH - SIDE, FOOT / 2));
    }
  }

  /** How many pages there are so far. */
  public int pages() {
    return pdf.sheets().size();
  }
}
