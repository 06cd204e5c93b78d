package org.kadam.worker.control;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.kadam.document.code.QrCode;
import org.kadam.document.pdf.Colour;
import org.kadam.document.pdf.CutSheet;
import org.kadam.document.pdf.Element;
import org.kadam.document.pdf.Flow;
import org.kadam.document.pdf.Role;
import org.kadam.document.pdf.Style;
import org.kadam.document.pdf.TaggedPdf;
import org.kadam.language.Language;
import org.kadam.language.Notation;
import org.kadam.language.Words;

/**
 * Slips as pages to print and cut apart, eight a page, each in its worker's language. The code on a
 * slip opens the way in with her worker id filled in. It holds no PIN: an address is remembered,
 * shown and sent on by more programs than anybody knows.
 */
public final class SlipPages {

  private static final float QR = 96;
  private static final float GAP = 10;
  private static final int LONGEST_NAME = 48;

  /** Sizes of the small text, the first that fits is taken. */
  private static final float[] SIZES = {10, 9.5f, 9, 8.5f, 8, 7.5f, 7};

  private final String address;
  private final TaggedPdf pdf;
  private final CutSheet sheet;

  private SlipPages(String address, Language reader, ZonedDateTime made) {
    this.address = address;
    this.pdf = new TaggedPdf(reader, Words.shipped().say(reader, "slip.title", Map.of()), made);
    this.sheet = new CutSheet(pdf, 2, 4);
  }

  /**
   * @param address where workers reach this server, without a slash at the end
   * @param reader the language of whoever prints them
   * @param leftOut codes of those for whom no slip could be made
   * @return PDF/A-2a and PDF/UA-1
   */
  public static byte[] of(
      String address, Language reader, List<Slip> slips, List<String> leftOut, ZonedDateTime made) {
    SlipPages pages = new SlipPages(address, reader, made);
    slips.forEach(pages::add);
    if (!leftOut.isEmpty()) {
      pages.leftOut(reader, leftOut);
    }
    return pages.pdf.bytes();
  }

  /** What the code on a slip says. */
  static String code(String address, String worker) {
    return address + "/#/in/" + worker;
  }

  private void add(Slip slip) {
    sheet.box(
        slip.language(),
        flow -> {
          Element part = pdf.root().child(Role.SECTION).in(slip.language());
          flow.columns(
              QR / flow.width(),
              GAP,
              left ->
                  left.figure(
                      part,
                      say(slip, "slip.code"),
                      QR,
                      (drawing, box) -> QrCode.of(code(address, slip.code())).draw(drawing, box)),
              right -> who(right, part, slip));
          flow.down(4);
          steps(flow, part, slip);
        });
  }

  private void who(Flow flow, Element part, Slip slip) {
    Style text = flow.styles().text();
    Style label = text.sized(8.5f * flow.styles().scale()).soft();
    flow.text(part, Role.H1, shortened(slip.name()), text.bold().sized(11.5f));
    flow.text(part, Role.PARAGRAPH, say(slip, "slip.id"), label);
    flow.text(part, Role.PARAGRAPH, slip.code(), text.bold().sized(13));
    flow.text(part, Role.PARAGRAPH, say(slip, "slip.pin"), label);
    flow.text(part, Role.PARAGRAPH, slip.pin(), text.bold().sized(19).in(Colour.TEAL));
  }

  private void steps(Flow flow, Element part, Slip slip) {
    List<String> steps =
        List.of(
            "1. " + say(slip, "slip.step.1"),
            "2. " + say(slip, "slip.step.2"),
            "3. " + say(slip, "slip.step.3"));
    String until = say(slip, "slip.until");
    Style style = flow.styles().text();
    for (float size : SIZES) {
      style = style.sized(size * flow.styles().scale());
      if (height(flow, steps, style) + flow.heightOf(until, style.bold(), flow.width())
          <= flow.left()) {
        break;
      }
    }
    for (String step : steps) {
      flow.text(part, Role.PARAGRAPH, step, style);
    }
    flow.text(part, Role.PARAGRAPH, until, style.bold());
  }

  private static float height(Flow flow, List<String> texts, Style style) {
    float height = 0;
    for (String text : texts) {
      height += flow.heightOf(text, style, flow.width());
    }
    return height;
  }

  private String say(Slip slip, String key) {
    String until =
        Notation.of(slip.language(), slip.land().code().toUpperCase(java.util.Locale.ROOT))
            .moment(slip.until());
    return Words.shipped()
        .say(
            slip.language(),
            key,
            Map.of("address", address.replaceFirst("^https://", ""), "moment", until));
  }

  private static String shortened(String name) {
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "…";
  }

  private void leftOut(Language reader, List<String> codes) {
    Flow flow = new Flow(pdf);
    Words words = Words.shipped();
    flow.text(
        pdf.root(), Role.H1, words.say(reader, "slip.left-out", Map.of()), flow.styles().title());
    flow.down(GAP);
    flow.text(
        pdf.root(),
        Role.PARAGRAPH,
        words.say(reader, "slip.left-out.why", Map.of()),
        flow.styles().text());
    flow.down(GAP);
    flow.text(pdf.root(), Role.PARAGRAPH, String.join(", ", codes), flow.styles().answer());
  }
}
