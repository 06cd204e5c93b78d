package org.kadam.document.font;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.TextAttribute;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.apache.fontbox.ttf.HeaderTable;
import org.apache.fontbox.ttf.HorizontalHeaderTable;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * A TrueType face, read once in the life of the process, since reading takes longer than setting a
 * page. May be used by many threads: what is asked often is held in plain arrays, and the parsed
 * file, which is not made for many, is only touched under its lock.
 */
public final class Typeface {

  /** Tables that a PDF needs of an embedded face. */
  private static final List<String> EMBEDDED =
      List.of("head", "hhea", "loca", "maxp", "cvt ", "prep", "glyf", "hmtx", "fpgm");

  private final String name;
  private final Font font;
  private final TrueTypeFont file;
  private final float[] advances;
  private final Metrics metrics;

  /** What a PDF says of a face, in thousandths of the size. */
  public record Metrics(
      float ascent, float descent, float left, float bottom, float right, float top) {}

  /** A part of a face: the file, and where each glyph of the whole stands in it. */
  public record Subset(byte[] file, Map<Integer, Integer> places) {}

  private Typeface(byte[] bytes) throws IOException, FontFormatException {
    font =
        Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(bytes))
            .deriveFont(1000f)
            .deriveFont(Map.of(TextAttribute.KERNING, TextAttribute.KERNING_ON));
    file = new TTFParser().parse(new RandomAccessReadBuffer(bytes));
    name = file.getName();
    float scale = 1000f / file.getUnitsPerEm();
    advances = new float[file.getNumberOfGlyphs()];
    for (int glyph = 0; glyph < advances.length; glyph++) {
      advances[glyph] = file.getAdvanceWidth(glyph) * scale;
    }
    metrics = metrics(file.getHorizontalHeader(), file.getHeader(), scale);
  }

  private static Metrics metrics(HorizontalHeaderTable lines, HeaderTable box, float scale) {
    return new Metrics(
        lines.getAscender() * scale,
        lines.getDescender() * scale,
        box.getXMin() * scale,
        box.getYMin() * scale,
        box.getXMax() * scale,
        box.getYMax() * scale);
  }

  /** Reads a face that ships with Kadam, such as {@code NotoSans-Regular}. */
  static Typeface shipped(String name) {
    try (InputStream in = Typeface.class.getResourceAsStream(name + ".ttf")) {
      if (in == null) {
        throw new IllegalStateException("The face is missing: " + name);
      }
      return new Typeface(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (FontFormatException e) {
      throw new IllegalStateException("Not a face: " + name, e);
    }
  }

  /** The PostScript name. */
  public String name() {
    return name;
  }

  public Metrics metrics() {
    return metrics;
  }

  /** Whether the face has a shape for a character. */
  boolean shows(int codePoint) {
    return font.canDisplay(codePoint);
  }

  /** How far a glyph by itself moves the pen, in thousandths of the size. */
  public float advance(int glyph) {
    return advances[glyph];
  }

  /** The face at 1000 units, for HarfBuzz. */
  Font font() {
    return font;
  }

  /** The part of the face that a document needs; glyph 0 is always in it. */
  public Subset subset(SortedSet<Integer> glyphs) {
    try {
      synchronized (file) {
        TTFSubsetter subsetter = new TTFSubsetter(file, EMBEDDED);
        subsetter.addGlyphIds(glyphs);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        subsetter.writeToStream(out);
        Map<Integer, Integer> places = new HashMap<>();
        subsetter.getGIDMap().forEach((place, glyph) -> places.put(glyph, place));
        return new Subset(out.toByteArray(), places);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
