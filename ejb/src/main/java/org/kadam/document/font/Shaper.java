package org.kadam.document.font;

import com.ibm.icu.text.BreakIterator;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Lets HarfBuzz shape a text in one face, and finds out again which glyphs stand for which letters:
 * conjuncts have fewer glyphs than letters, and a short i stands before the consonant that it is
 * spoken after.
 */
final class Shaper {

  private static final FontRenderContext UNHINTED = new FontRenderContext(null, true, true);

  /** The JDK's numbers for places that hold no glyph. */
  private static final int FIRST_INVISIBLE = 0xfffe;

  /** A hole this wide, in thousandths, reads as a space to programs that get the text back. */
  private static final float HOLE = 60;

  private Shaper() {}

  static List<Cluster> shape(Typeface face, String text) {
    GlyphVector glyphs =
        face.font()
            .layoutGlyphVector(
                UNHINTED, text.toCharArray(), 0, text.length(), Font.LAYOUT_LEFT_TO_RIGHT);
    return closeHoles(face, clusters(glyphs, text, byStart(glyphs, text)));
  }

  /** Places of glyphs, in the order of the eye, by the first letter of what they stand for. */
  private static NavigableMap<Integer, List<Integer>> byStart(GlyphVector glyphs, String text) {
    BreakIterator graphemes = BreakIterator.getCharacterInstance();
    graphemes.setText(text);
    NavigableMap<Integer, List<Integer>> byStart = new TreeMap<>();
    for (int place = 0; place < glyphs.getNumGlyphs(); place++) {
      int letter = glyphs.getGlyphCharIndex(place);
      int start = graphemes.isBoundary(letter) ? letter : graphemes.preceding(letter);
      byStart.computeIfAbsent(start, s -> new ArrayList<>()).add(place);
    }
    return byStart;
  }

  private static List<Cluster> clusters(
      GlyphVector glyphs, String text, NavigableMap<Integer, List<Integer>> byStart) {
    List<Cluster> clusters = new ArrayList<>();
    double pen = 0;
    int from = 0;
    while (from < text.length()) {
      Integer start = byStart.floorKey(from);
      Integer next = byStart.higherKey(from);
      double end = next == null ? endOf(glyphs) : x(glyphs, byStart.get(next).get(0));
      int to = next == null ? text.length() : next;
      List<Integer> places = start == null ? List.of() : byStart.get(start);
      clusters.add(
          new Cluster(text.substring(from, to), placed(glyphs, places, pen), (float) (end - pen)));
      pen = end;
      from = to;
    }
    return clusters;
  }

  private static List<Glyph> placed(GlyphVector glyphs, List<Integer> places, double pen) {
    List<Glyph> placed = new ArrayList<>();
    for (int place : places) {
      int id = glyphs.getGlyphCode(place);
      if (id < FIRST_INVISIBLE) {
        double up = -glyphs.getGlyphPosition(place).getY();
        placed.add(new Glyph(id, (float) (x(glyphs, place) - pen), (float) up));
      }
    }
    return placed;
  }

  private static double x(GlyphVector glyphs, int place) {
    return glyphs.getGlyphPosition(place).getX();
  }

  private static double endOf(GlyphVector glyphs) {
    return x(glyphs, glyphs.getNumGlyphs());
  }

  /**
   * A cluster whose last glyph is a sign hung well to the left of the pen leaves a hole before the
   * next one; the two share a span, so that nobody takes the hole for a space.
   */
  private static List<Cluster> closeHoles(Typeface face, List<Cluster> clusters) {
    List<Cluster> closed = new ArrayList<>();
    for (Cluster cluster : clusters) {
      int last = closed.size() - 1;
      if (last < 0 || cluster.text().isBlank() || hole(face, closed.get(last)) < HOLE) {
        closed.add(cluster);
      } else {
        closed.set(last, closed.get(last).with(cluster));
      }
    }
    return closed;
  }

  private static float hole(Typeface face, Cluster cluster) {
    if (cluster.glyphs().size() < 2) {
      return 0;
    }
    Glyph last = cluster.glyphs().get(cluster.glyphs().size() - 1);
    return cluster.advance() - last.dx() - face.advance(last.id());
  }
}
