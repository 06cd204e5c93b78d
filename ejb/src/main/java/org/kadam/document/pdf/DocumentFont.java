package org.kadam.document.pdf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSDictionary;
import org.kadam.document.font.Cluster;
import org.kadam.document.font.Typeface;

/**
 * A face as one document uses it: its glyphs numbered in the order of their first use, and the
 * letters that each stands for, where it always stands for the same.
 */
final class DocumentFont {

  private final String resource;
  private final Typeface face;
  private final COSDictionary dictionary = new COSDictionary();
  private final List<Integer> glyphs = new ArrayList<>(List.of(0));
  private final Map<Integer, Integer> codes = new HashMap<>(Map.of(0, 0));
  private final Map<Integer, String> letters = new HashMap<>();

  /**
   * @param resource the font's name on the pages, such as {@code F1}
   */
  DocumentFont(String resource, Typeface face) {
    this.resource = resource;
    this.face = face;
  }

  String resource() {
    return resource;
  }

  Typeface face() {
    return face;
  }

  /** The font's dictionary; filled by {@link EmbeddedFont} when all glyphs are known. */
  COSDictionary dictionary() {
    return dictionary;
  }

  /** The code of a glyph on the pages. */
  int code(int glyph) {
    return codes.computeIfAbsent(
        glyph,
        first -> {
          glyphs.add(first);
          return glyphs.size() - 1;
        });
  }

  /**
   * Whether a cluster's letters can be had back from its glyph alone: one glyph, on the base line,
   * that has stood for nothing else. If so, it will stand for these from now on.
   */
  boolean speaksForItself(Cluster cluster) {
    if (cluster.glyphs().size() != 1 || cluster.glyphs().get(0).dy() != 0) {
      return false;
    }
    int glyph = cluster.glyphs().get(0).id();
    return letters.computeIfAbsent(glyph, first -> cluster.text()).equals(cluster.text());
  }

  /** The glyphs by their code. */
  List<Integer> glyphs() {
    return glyphs;
  }

  /** The letters of the glyph with a code; a replacement where it never stood for them alone. */
  String letters(int code) {
    return letters.getOrDefault(glyphs.get(code), "\ufffd");
  }
}
