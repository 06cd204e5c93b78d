package org.kadam.credential.control;

import java.time.ZonedDateTime;
import java.util.Map;
import org.kadam.document.code.QrCode;
import org.kadam.document.pdf.Colour;
import org.kadam.document.pdf.Element;
import org.kadam.document.pdf.Flow;
import org.kadam.document.pdf.Role;
import org.kadam.document.pdf.Style;
import org.kadam.document.pdf.TaggedPdf;
import org.kadam.language.Language;
import org.kadam.language.Words;

/** A certificate as a page to print: who, which course, when, and where to check it. */
public final class PrintedCertificate {

  private static final float QR = 120;
  private static final float GAP = 18;
  private static final float TOP = 90;

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
    Style text = flow.styles().text().sized(13 * scale);
    flow.down(TOP);
    flow.text(root, Role.PARAGRAPH, "Kadam", text.bold().in(Colour.TEAL));
    flow.text(root, Role.H1, say(language, "certificate.title"), sized(flow, 30));
    flow.down(GAP);
    flow.rule();
    flow.down(2 * GAP);
    flow.text(root, Role.PARAGRAPH, said.name(), sized(flow, 22));
    flow.down(GAP / 2);
    flow.text(root, Role.PARAGRAPH, say(language, "certificate.says"), text);
    flow.down(GAP / 2);
    flow.text(root, Role.H2, said.course().in(language), sized(flow, 18).in(Colour.TEAL));
    flow.down(GAP / 2);
    flow.text(root, Role.PARAGRAPH, said.day(language), text);
    flow.down(GAP);
    flow.text(root, Role.PARAGRAPH, say(language, "certificate.not"), flow.styles().text().soft());
    flow.down(3 * GAP);
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
          right.text(
              root, Role.PARAGRAPH, say(language, "certificate.check"), right.styles().text());
          right.down(GAP / 2);
          right.text(root, Role.PARAGRAPH, address, right.styles().small());
        });
  }

  private static Style sized(Flow flow, float points) {
    return flow.styles().title().sized(points * flow.styles().scale());
  }

  private static String say(Language language, String key) {
    return Words.shipped().say(language, key, Map.of());
  }
}
