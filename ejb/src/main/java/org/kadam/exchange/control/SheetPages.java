package org.kadam.exchange.control;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.kadam.document.code.QrCode;
import org.kadam.document.pdf.Colour;
import org.kadam.document.pdf.Drawing;
import org.kadam.document.pdf.Element;
import org.kadam.document.pdf.Flow;
import org.kadam.document.pdf.Role;
import org.kadam.document.pdf.Style;
import org.kadam.document.pdf.TaggedPdf;
import org.kadam.language.Language;
import org.kadam.language.Words;

/**
 * A sheet as pages to print: who answers, the questions with boxes to tick, and the sheet's code.
 */
public final class SheetPages {

  private static final float QR = 72;
  private static final float GAP = 14;
  private static final float BOX = 11;
  private static final float INDENT = 34;
  private static final float DAY = .32f;
  private static final float LINE = 180;

  private final Head head;
  private final Language language;
  private final TaggedPdf pdf;
  private final Flow flow;

  private SheetPages(Head head, Language language, ZonedDateTime made) {
    this.head = head;
    this.language = language;
    this.pdf = new TaggedPdf(language, say("sheet.title") + " " + head.code(), made);
    this.flow = new Flow(pdf);
  }

  /**
   * What stands above the questions.
   *
   * @param code the sheet's code
   * @param who the worker's name and id
   * @param title what the questions are about
   * @param address what the code for the camera opens: the page on which the sheet is entered
   */
  public record Head(String code, String who, String title, String address) {}

  /** PDF/A-2a and PDF/UA-1. */
  public static byte[] of(
      Head head, Language language, List<SheetQuestion> questions, ZonedDateTime made) {
    SheetPages pages = new SheetPages(head, language, made);
    pages.head();
    for (int i = 0; i < questions.size(); i++) {
      pages.question(i + 1, questions.get(i));
    }
    pages.flow.feet(
        pages.say("sheet.title") + " · " + head.code(), number -> String.valueOf(number));
    return pages.pdf.bytes();
  }

  private void head() {
    flow.columns(
        1 - (QR + GAP) / flow.width(),
        GAP,
        left -> {
          left.text(pdf.root(), Role.H1, head.title(), left.styles().title());
          left.text(pdf.root(), Role.PARAGRAPH, head.who(), left.styles().answer());
          left.text(
              pdf.root(),
              Role.PARAGRAPH,
              say("sheet.code", Map.of("code", head.code())),
              left.styles().answer());
        },
        right ->
            right.figure(
                pdf.root(),
                say("sheet.qr"),
                QR,
                (drawing, box) -> QrCode.of(head.address()).draw(drawing, box)));
    flow.down(GAP);
    flow.text(pdf.root(), Role.PARAGRAPH, say("sheet.how"), flow.styles().text());
    flow.down(GAP);
    day();
    flow.down(GAP);
  }

  /** Room for the day, which whoever enters the sheet is asked for. */
  private void day() {
    Style text = flow.styles().text().sized(11 * flow.styles().scale());
    flow.columns(
        DAY,
        GAP,
        left -> left.text(pdf.root(), Role.PARAGRAPH, say("sheet.day"), text),
        right ->
            right.ornament(
                text.line(),
                (drawing, box) ->
                    drawing.line(
                        Drawing.Pen.of(Colour.INK, 1),
                        box.x(),
                        box.y() + 2,
                        box.x() + LINE,
                        box.y() + 2)));
  }

  private void question(int number, SheetQuestion question) {
    Style text = flow.styles().text().sized(11 * flow.styles().scale());
    Element part = pdf.root().child(Role.SECTION);
    flow.need(height(question, text));
    flow.text(part, Role.H2, number + ". " + question.title(), flow.styles().answer());
    if (question.lead() != null) {
      flow.text(part, Role.PARAGRAPH, question.lead(), text);
    }
    for (String line : question.said()) {
      flow.text(part, Role.PARAGRAPH, line, text.soft());
    }
    if (question.many()) {
      flow.text(part, Role.PARAGRAPH, say("sheet.many"), text.soft());
    }
    flow.down(4);
    for (SheetQuestion.Option option : question.options()) {
      box(part, option.letter() + "  " + option.label(), text);
    }
    if (question.sitting() > 0) {
      flow.down(3);
      box(part, say("sheet.helped"), text.soft());
    }
    flow.down(GAP);
  }

  private void box(Element part, String label, Style style) {
    flow.ornament(style.line(), (drawing, box) -> tick(drawing, box.x() + 8, box.middle()));
    flow.indented(INDENT, () -> flow.text(part, Role.PARAGRAPH, label, style));
    flow.down(5);
  }

  private float height(SheetQuestion question, Style text) {
    float height = flow.heightOf(question.title(), flow.styles().answer(), flow.width()) + GAP + 4;
    if (question.lead() != null) {
      height += flow.heightOf(question.lead(), text, flow.width());
    }
    for (String line : question.said()) {
      height += flow.heightOf(line, text, flow.width());
    }
    height += question.many() ? text.line() : 0;
    for (SheetQuestion.Option option : question.options()) {
      height += flow.heightOf("A  " + option.label(), text, flow.width() - INDENT) + 5;
    }
    height += question.sitting() > 0 ? text.line() + 8 : 0;
    return height;
  }

  private static void tick(Drawing drawing, float x, float middle) {
    float low = middle - BOX / 2;
    float high = middle + BOX / 2;
    drawing.path(
        Drawing.Pen.of(Colour.INK, 1), x, low, x + BOX, low, x + BOX, high, x, high, x, low - .5f);
  }

  private String say(String key) {
    return say(key, Map.of());
  }

  private String say(String key, Map<String, String> values) {
    return Words.shipped().say(language, key, values);
  }
}
