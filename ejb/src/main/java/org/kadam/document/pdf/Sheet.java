package org.kadam.document.pdf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.function.Function;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.kadam.document.font.Line;
import org.kadam.document.font.Run;
import org.kadam.document.font.Typeface;

/**
 * A page while it is written. Everything on it is either marked as part of an {@link Element}, or
 * an artifact: ornament, or what the page says about itself.
 */
final class Sheet {

  private final PDPage page;
  private final Operators operators = new Operators();
  private final COSArray marked = new COSArray();
  private final Function<Typeface, DocumentFont> fonts;

  Sheet(float width, float height, Function<Typeface, DocumentFont> fonts) {
    this.page = new PDPage(new PDRectangle(width, height));
    this.fonts = fonts;
  }

  Box box() {
    PDRectangle size = page.getMediaBox();
    return new Box(0, 0, size.getWidth(), size.getHeight());
  }

  /** Draws something that is a part of an element. */
  void mark(Element element, Runnable draw) {
    int number = marked.size();
    marked.add(element.dictionary());
    element.holds(page, number);
    operators.raw("/" + element.role().tag() + " <</MCID " + number + ">> BDC");
    draw.run();
    operators.raw("EMC");
  }

  /** Draws something that means nothing by itself: lines, hatching, an ornament. */
  void ornament(Runnable draw) {
    operators.raw("/Artifact <</Type /Layout>> BDC");
    draw.run();
    operators.raw("EMC");
  }

  /** Draws something that is there because there are pages: numbers, a table's head once more. */
  void furniture(Runnable draw) {
    operators.raw("/Artifact <</Type /Pagination>> BDC");
    draw.run();
    operators.raw("EMC");
  }

  /** The operators, for what is drawn inside a mark. */
  Operators operators() {
    return operators;
  }

  /**
   * Writes a line, inside a mark.
   *
   * @param x where the line begins
   * @param y its base line
   */
  void text(Line line, float x, float y, Style style) {
    operators.raw("BT").fill(style.colour()).add("Tm", 1, 0, 0, 1, x, y);
    for (Run run : line.runs()) {
      new TextPainter(operators, fonts.apply(run.face()), style.size()).paint(run);
    }
    operators.raw("ET");
  }

  /** Gives the finished page to its document. */
  void finish(PDDocument document, int number, COSDictionary fontResources) throws IOException {
    page.setResources(new PDResources());
    page.getResources().getCOSObject().setItem(COSName.FONT, fontResources);
    page.setStructParents(number);
    page.getCOSObject().setName(COSName.getPDFName("Tabs"), "S");
    page.setContents(
        new PDStream(document, new ByteArrayInputStream(operators.bytes()), COSName.FLATE_DECODE));
    document.addPage(page);
  }

  /** What each mark belongs to, by its number. */
  COSArray marked() {
    return marked;
  }
}
