package org.kadam.credential.control;

import java.time.ZonedDateTime;
import java.util.Map;
import org.kadam.document.code.QrCode;
import org.kadam.document.pdf.Box;
import org.kadam.document.pdf.Colour;
import org.kadam.document.pdf.Drawing;
import org.kadam.document.pdf.Element;
import org.kadam.document.pdf.Flow;
import org.kadam.document.pdf.Role;
import org.kadam.document.pdf.Style;
import org.kadam.document.pdf.TaggedPdf;
import org.kadam.language.Language;
import org.kadam.language.Words;

/** A certificate as a page to print: who, which course, when, and where to check it. */
public final class PrintedCertificate {

  private static final float QR = 130;
  private static final float GAP = 18;
  private static final float BAND = 8;
  private static final float TOP = 60;
  private static final float STAIR = 84;

  private PrintedCertificate() {}

  /**
   * @param address of the public page; the code for the camera opens it
   * @param made the moment of printing, where she works
   * @return PDF/A-2a and PDF/UA-1
   */
  public static byte[] of(Said said, Language language, String address, ZonedDateTime made) {
    TaggedPdf pdf = new TaggedPdf(language, say(language, "certificate.title"), made);
    Flow flow = new Flow(pdf);
    Element root = pdf.root();
    float scale = flow.styles().scale();
    Style text = flow.styles().text().sized(15 * scale);
    flow.ornament(BAND, (drawing, box) -> drawing.fill(Colour.MARIGOLD, box));
    flow.down(TOP);
    flow.ornament(STAIR, PrintedCertificate::stair);
    flow.text(root, Role.PARAGRAPH, "Kadam", text.bold().in(Colour.TEAL));
    flow.text(root, Role.H1, say(language, "certificate.title"), sized(flow, 34));
    flow.down(2 * GAP);
    flow.rule();
    flow.down(3 * GAP);
    flow.text(root, Role.PARAGRAPH, said.name(), sized(flow, 26));
    flow.down(GAP);
    flow.text(root, Role.PARAGRAPH, say(language, "certificate.says"), text);
    flow.down(GAP);
    flow.text(root, Role.H2, said.course().in(language), sized(flow, 22).in(Colour.TEAL));
    flow.down(GAP);
    flow.text(root, Role.PARAGRAPH, said.day(language), text);
    flow.down(3 * GAP);
    flow.text(root, Role.PARAGRAPH, say(language, "certificate.not"), small(flow).soft());
    flow.down(2 * GAP);
    flow.rule();
    flow.down(2 * GAP);
    check(flow, root, language, address);
    return pdf.bytes();
  }

  private static void check(Flow flow, Element root, Language language, String address) {
    String code = Words.shipped().say(language, "certificate.code", Map.of("address", address));
    flow.columns(
        QR / flow.width(),
        GAP,
        left ->
            left.figure(root, code, QR, (drawing, box) -> QrCode.of(address).draw(drawing, box)),
        right -> {
          right.text(root, Role.PARAGRAPH, say(language, "certificate.check"), small(right));
          right.down(GAP / 2);
          right.text(root, Role.PARAGRAPH, address, right.styles().small());
        });
  }

  /** The stair of the mark with its flower, at the right: she has arrived at the top. */
  private static void stair(Drawing drawing, Box box) {
    float step = box.height() / 4;
    float x = box.right() - 7.75f * step;
    float y = box.y();
    float[] points = new float[16];
    for (int i = 0; i < 4; i++) {
      points[4 * i] = x + 2 * i * step - (i > 0 ? step / 4 : 0);
      points[4 * i + 1] = y + i * step;
      points[4 * i + 2] = x + (2 * i + 1.75f) * step;
      points[4 * i + 3] = y + i * step;
    }
    drawing.path(Drawing.Pen.of(Colour.TEAL, 5), points);
    Drawing.Pen edge = Drawing.Pen.of(Colour.MARIGOLD, 1);
    drawing.circle(edge, Colour.MARIGOLD, x + 6.9f * step, y + 3.65f * step, step * .4f);
  }

  private static Style small(Flow flow) {
    return flow.styles().text().sized(11.5f * flow.styles().scale());
  }

  private static Style sized(Flow flow, float points) {
    return flow.styles().title().sized(points * flow.styles().scale());
  }

  private static String say(Language language, String key) {
    return Words.shipped().say(language, key, Map.of());
  }
}
