package org.kadam.document.pdf;

import static org.kadam.document.pdf.Operators.hex;
import static org.kadam.document.pdf.Operators.number;

import org.kadam.document.font.Cluster;
import org.kadam.document.font.Glyph;
import org.kadam.document.font.Run;

/**
 * Writes a run of glyphs as text operators. Where glyphs do not tell their letters by themselves,
 * as after reordering or stacking, a span says what the actual text is, so that searching, copying
 * and reading aloud find the words as they were written.
 */
final class TextPainter {

  /** Glyphs this near to where the pen is anyway, in thousandths, need no move. */
  private static final float NEAR = .4f;

  private final Operators page;
  private final DocumentFont font;
  private final float size;
  private final StringBuilder shown = new StringBuilder();
  private float pen;
  private float rise;

  TextPainter(Operators page, DocumentFont font, float size) {
    this.page = page;
    this.font = font;
    this.size = size;
  }

  /** The text object is open, and its position set. */
  void paint(Run run) {
    page.raw("/" + font.resource() + " " + number(size) + " Tf");
    float start = 0;
    for (Cluster cluster : run.clusters()) {
      if (font.speaksForItself(cluster)) {
        glyphs(cluster, start);
      } else {
        spelledOut(cluster, start);
      }
      start += cluster.advance();
    }
    moveTo(start);
    flush();
  }

  private void spelledOut(Cluster cluster, float start) {
    flush();
    page.raw("/Span <</ActualText " + Operators.utf16(cluster.text()) + ">> BDC");
    glyphs(cluster, start);
    riseTo(0);
    flush();
    page.raw("EMC");
  }

  private void glyphs(Cluster cluster, float start) {
    for (Glyph glyph : cluster.glyphs()) {
      riseTo(glyph.dy());
      moveTo(start + glyph.dx());
      shown.append('<').append(hex(font.code(glyph.id()))).append('>');
      pen += font.face().advance(glyph.id());
    }
  }

  private void moveTo(float place) {
    if (Math.abs(place - pen) > NEAR) {
      shown.append(number(pen - place));
      pen = place;
    }
  }

  private void riseTo(float height) {
    if (height != rise) {
      flush();
      page.add("Ts", height * size / 1000);
      rise = height;
    }
  }

  private void flush() {
    if (!shown.isEmpty()) {
      page.raw("[" + shown.toString().replace("><", "") + "] TJ");
      shown.setLength(0);
    }
  }
}
