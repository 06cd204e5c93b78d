package org.kadam.credential.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kadam.document.pdf.PdfTexts;
import org.kadam.document.pdf.VeraPdf;
import org.kadam.language.Language;
import org.kadam.language.Texts;
import org.kadam.learning.entity.Progress;

class CertificateTest {

  private static final String ADDRESS =
      "https://kadam.muzaffarpur.example.in/certificate/qL3xT0k2bRZ5vN8yA_w-Hg";
  private static final Texts COURSE =
      new Texts("WhatsApp at work", "काम का वॉट्सऐप", "WhatsApp ໃນວຽກ");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
  private static final Instant MORNING = Instant.parse("2026-11-20T04:00:00Z");

  private static Said said(Language language) {
    String name =
        switch (language) {
          case EN -> "Sabina Khatun";
          case HI -> "श्रीमती राजकुमारी देवी चन्द्रवंशी";
          case LO -> "ນາງ ບຸນມີ ແກ້ວມະນີ";
        };
    return new Said(name, COURSE, DAY);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("veraPDF finds nothing wrong; it says who, what and when, and its code can be read")
  void printed(Language language) throws Exception {
    ZonedDateTime made = ZonedDateTime.parse("2026-11-23T10:00:00+05:30[Asia/Kolkata]");
    Said said = said(language);
    byte[] pdf = PrintedCertificate.of(said, language, ADDRESS, made);
    assertEquals(List.of(), VeraPdf.faults(pdf));
    Files.write(Path.of("target", "certificate." + language.tag() + ".pdf"), pdf);
    String text = PdfTexts.stripped(pdf).replaceAll("\\s+", "");
    for (String part : List.of(said.name(), COURSE.in(language), said.day(language))) {
      assertTrue(text.contains(part.replaceAll("\\s+", "")), part + " in " + text);
    }
    try (var document = Loader.loadPDF(pdf)) {
      assertEquals(1, document.getNumberOfPages());
      BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, 150);
      ImageIO.write(
          page, "png", Path.of("target", "certificate." + language.tag() + ".png").toFile());
      assertEquals(ADDRESS, code(page));
    }
  }

  private static String code(BufferedImage page) throws Exception {
    int width = page.getWidth();
    int height = page.getHeight();
    int[] pixels = page.getRGB(0, 0, width, height, null, 0, width);
    var source = new RGBLuminanceSource(width, height, pixels);
    return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source))).getText();
  }

  @Test
  @DisplayName("The public page says the same in every language, and takes nothing for markup")
  void page() {
    String page = PublicPage.of(new Said("A <b>&\"", COURSE, DAY));
    assertTrue(page.contains("A &lt;b&gt;&amp;&quot;"), page);
    for (Language language : Language.values()) {
      assertTrue(page.contains("lang=\"" + language.tag() + "\""), language.tag());
    }
    assertTrue(page.contains(COURSE.hi()) && page.contains(COURSE.en()));
    assertFalse(page.contains("<script") || page.contains("<a "));
    assertFalse(PublicPage.ofNone().contains(COURSE.en()));
  }

  @Test
  @DisplayName("A course is finished with its last module, on that day")
  void finished() {
    JsonObject course = course("first", "second");
    assertEquals(Optional.empty(), Finished.of(course, List.of()));
    assertEquals(Optional.empty(), Finished.of(course, List.of(done("first", 0), begun("second"))));
    assertEquals(
        Optional.of(MORNING.plusSeconds(9)),
        Finished.of(course, List.of(done("second", 9), done("first", 0))).map(Finished::at));
    assertEquals(Optional.empty(), Finished.of(course(), List.of(done("first", 0))));
  }

  @Test
  @DisplayName("Modules of other courses do not count, whatever they are called")
  void others() {
    Progress.Module other = new Progress.Module("other", "first", MORNING, MORNING, 3);
    assertEquals(Optional.empty(), Finished.of(course("first"), List.of(other)));
  }

  private static JsonObject course(String... modules) {
    var all = Json.createArrayBuilder();
    for (String module : modules) {
      all.add(Json.createObjectBuilder().add("id", module));
    }
    return Json.createObjectBuilder()
        .add("id", "course")
        .add(
            "title", Json.createObjectBuilder().add("en", "A").add("hi", "क").add("lo", "ກ\u200bຂ"))
        .add("modules", all)
        .build();
  }

  private static Progress.Module done(String module, long later) {
    return new Progress.Module("course", module, MORNING, MORNING.plusSeconds(later), 3);
  }

  private static Progress.Module begun(String module) {
    return new Progress.Module("course", module, MORNING, null, 1);
  }
}
