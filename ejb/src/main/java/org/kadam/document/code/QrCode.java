package org.kadam.document.code;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.ArrayList;
import java.util.List;
import org.kadam.document.pdf.Box;
import org.kadam.document.pdf.Colour;
import org.kadam.document.pdf.Drawing;

/**
 * A QR code (ISO/IEC 18004) of a short text, with error correction M: about 15 % of it may be
 * soiled. Drawn as squares, so that it is sharp at every size.
 */
public final class QrCode {

  /** The standard asks for four light modules on every side. */
  private static final int QUIET = 4;

  private final ByteMatrix modules;

  private QrCode(ByteMatrix modules) {
    this.modules = modules;
  }

  /**
   * @throws IllegalArgumentException where the text is longer than a code can hold
   */
  public static QrCode of(String text) {
    try {
      return new QrCode(Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix());
    } catch (WriterException e) {
      throw new IllegalArgumentException("Too long for a QR code", e);
    }
  }

  /** How many modules it is wide and high, with the quiet zone. */
  public int size() {
    return modules.getWidth() + 2 * QUIET;
  }

  /** Draws it as large as the box allows, on white, its quiet zone inside the box. */
  public void draw(Drawing drawing, Box box) {
    // Hundredths of a point are the finest that a page is written in; whole ones leave no seams.
    float module = (float) Math.floor(Math.min(box.width(), box.height()) / size() * 100) / 100;
    float left = box.x() + QUIET * module;
    float top = box.top() - QUIET * module;
    List<Box> dark = new ArrayList<>();
    for (int y = 0; y < modules.getHeight(); y++) {
      int from = 0;
      for (int x = 1; x <= modules.getWidth(); x++) {
        if (x == modules.getWidth() || modules.get(x, y) != modules.get(from, y)) {
          if (modules.get(from, y) == 1) {
            dark.add(
                new Box(left + from * module, top - (y + 1) * module, (x - from) * module, module));
          }
          from = x;
        }
      }
    }
    drawing
        .fill(
            Colour.WHITE,
            new Box(box.x(), box.top() - size() * module, size() * module, size() * module))
        .fill(Colour.BLACK, dark);
  }
}
