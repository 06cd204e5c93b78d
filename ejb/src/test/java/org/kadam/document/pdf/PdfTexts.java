package org.kadam.document.pdf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;

/** The words of a document, as programs get them back. */
public final class PdfTexts {

  private PdfTexts() {}

  /** As PDFBox reads them. */
  public static String stripped(byte[] pdf) throws IOException {
    try (var document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }

  /** Whether Poppler's {@code pdftotext} is on this machine. */
  public static boolean popplerIsHere() {
    try {
      return new ProcessBuilder("pdftotext", "-v").redirectErrorStream(true).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** As Poppler reads them. */
  public static String poppler(byte[] pdf) throws IOException, InterruptedException {
    Path file = Files.createTempFile("kadam", ".pdf");
    try {
      Files.write(file, pdf);
      Process process =
          new ProcessBuilder("pdftotext", "-layout", "-enc", "UTF-8", file.toString(), "-").start();
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      process.waitFor();
      return text;
    } finally {
      Files.delete(file);
    }
  }
}
