package org.kadam.document.font;

import java.util.ArrayList;
import java.util.List;

/**
 * Glyphs that stand for some letters together, such as a consonant with the signs above and below
 * it: the smallest piece whose letters can be told from its shape.
 *
 * @param text the letters, in the order of the text
 * @param glyphs the glyphs, in the order of the eye; may be empty for letters without a shape
 * @param advance how far the pen goes on, in thousandths of the size
 */
public record Cluster(String text, List<Glyph> glyphs, float advance) {

  public Cluster {
    glyphs = List.copyOf(glyphs);
  }

  /** This cluster and the next as one. */
  Cluster with(Cluster next) {
    List<Glyph> both = new ArrayList<>(glyphs);
    for (Glyph glyph : next.glyphs) {
      both.add(new Glyph(glyph.id(), advance + glyph.dx(), glyph.dy()));
    }
    return new Cluster(text + next.text, both, advance + next.advance);
  }
}
