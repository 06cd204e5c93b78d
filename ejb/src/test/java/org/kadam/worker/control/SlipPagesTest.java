package org.kadam.worker.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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
import org.kadam.orgunit.entity.Land;

class SlipPagesTest {

  private static final String ADDRESS = "https://kadam.muzaffarpur.example.in";
  private static final ZonedDateTime MADE =
      ZonedDateTime.parse("2026-11-22T14:30:00+05:30[Asia/Kolkata]");

  private static Slip slip(Language language, int number) {
    String name =
        switch (language) {
          case EN -> "Sabina Khatun";
          case HI ->
              number == 3
                  ? "श्रीमती राजकुमारी देवी चन्द्रवंशी उर्फ़ गुड़िया, टोला पूरब"
                  : "सबीना खातून";
          case LO -> "ນາງ ບຸນມີ ແກ້ວມະນີ";
        };
    Land land = language == Language.LO ? Land.LA : Land.IN;
    String code = (land == Land.LA ? "HXY-%03d" : "KNT-%03d").formatted(number);
    return new Slip(
        code, name, "%06d".formatted(482_000 + number), language, MADE.plusHours(72), land);
  }

  private static List<Slip> slips(Language language, int count) {
    List<Slip> slips = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      slips.add(slip(language, i));
    }
    return slips;
  }

  private static byte[] pages(Language language, int count) {
    return SlipPages.of(ADDRESS, language, slips(language, count), List.of(), MADE);
  }

  private static BufferedImage picture(byte[] pdf, int page) throws IOException {
    try (var document = Loader.loadPDF(pdf)) {
      return new PDFRenderer(document).renderImageWithDPI(page, 150);
    }
  }

  /** What a camera over each slip of a page reads. */
  private static Set<String> codes(BufferedImage page) throws Exception {
    int width = page.getWidth() / 2;
    int height = page.getHeight() / 4;
    Set<String> read = new TreeSet<>();
    for (int slip = 0; slip < 8; slip++) {
      int[] pixels =
          page.getRGB(slip % 2 * width, slip / 2 * height, width, height, null, 0, width);
      var source = new RGBLuminanceSource(width, height, pixels);
      read.add(new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source))).getText());
    }
    return read;
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("veraPDF finds nothing wrong with slips, nor with those that could not be made")
  void sound(Language language) throws IOException {
    byte[] pdf =
        SlipPages.of(ADDRESS, language, slips(language, 9), List.of("KNT-044", "KNT-045"), MADE);
    Files.write(Path.of("target", "slips." + language.tag() + ".pdf"), pdf);
    ImageIO.write(
        picture(pdf, 0), "png", Path.of("target", "slips." + language.tag() + ".png").toFile());
    assertEquals(List.of(), VeraPdf.faults(pdf));
    try (var document = Loader.loadPDF(pdf)) {
      assertEquals(3, document.getNumberOfPages(), "Eight, one, and who was left out");
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("A camera reads the way in with her worker id from each slip, and no PIN")
  void codesAreRead(Language language) throws Exception {
    Set<String> wanted = new TreeSet<>();
    for (Slip slip : slips(language, 8)) {
      wanted.add(ADDRESS + "/#/in/" + slip.code());
    }
    assertEquals(wanted, codes(picture(pages(language, 8), 0)));
  }

  @Test
  @DisplayName("A slip says name, worker id, first PIN, address and until when, in her language")
  void words() throws IOException {
    String text = PdfTexts.stripped(pages(Language.EN, 1));
    for (String word :
        List.of(
            "Sabina Khatun", "KNT-001", "482001", "kadam.muzaffarpur", "25 November 2026, 14:30")) {
      assertTrue(text.contains(word), word + " is not in " + text);
    }
  }

  @Test
  @DisplayName("Workers of two languages on one page get each her own")
  void mixed() throws IOException {
    byte[] pdf =
        SlipPages.of(
            ADDRESS,
            Language.EN,
            List.of(slip(Language.HI, 1), slip(Language.LO, 1)),
            List.of(),
            MADE);
    assertEquals(List.of(), VeraPdf.faults(pdf));
    String letters = PdfTexts.stripped(pdf).replace(" ", "");
    assertTrue(letters.contains("पहलापिन"), letters);
    assertTrue(letters.contains("ໄອດີຂອງທ່ານ"), letters);
  }

  @Test
  @DisplayName("A slip that is written to a log shows no PIN")
  void noPinInLogs() {
    assertFalse(slip(Language.HI, 1).toString().contains("482001"));
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("Nothing is written over the lines to cut along, however long a name is")
  void insideTheLines(Language language) throws IOException {
    BufferedImage page = picture(pages(language, 8), 0);
    int[] rows = {page.getHeight() / 4, page.getHeight() / 2, page.getHeight() * 3 / 4};
    for (int row : rows) {
      for (int y : new int[] {row - 12, row + 12}) {
        for (int x = 0; x < page.getWidth(); x++) {
          boolean cut = Math.abs(x - page.getWidth() / 2) < 4;
          assertTrue(cut || (page.getRGB(x, y) & 0xff) > 200, "Ink at " + x + ", " + y);
        }
      }
    }
  }
}
