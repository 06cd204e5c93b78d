package org.kadam.document.pdf;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.TreeSet;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.kadam.document.font.Typeface;

/**
 * Puts the glyphs that a document uses into it, as a composite font whose codes are ours (ISO
 * 32000-1, 9.7): a subset of the face, the widths, the way from code to glyph, and from code to
 * letters.
 */
final class EmbeddedFont {

  private static final int SYMBOLIC = 4;
  private static final int CAP_HEIGHT = 714;

  private final PDDocument document;
  private final DocumentFont font;
  private final Typeface.Subset subset;
  private final String name;

  private EmbeddedFont(PDDocument document, DocumentFont font) {
    this.document = document;
    this.font = font;
    this.subset = font.face().subset(new TreeSet<>(font.glyphs()));
    this.name = tag(font.glyphs().hashCode()) + "+" + font.face().name();
  }

  /** To be called once for each font, when every page is written. */
  static void into(PDDocument document, DocumentFont font) throws IOException {
    new EmbeddedFont(document, font).write();
  }

  /** Six letters that tell subsets of the same face apart. */
  private static String tag(int hash) {
    StringBuilder tag = new StringBuilder();
    for (int i = 0, rest = hash & 0x7fffffff; i < 6; i++, rest /= 26) {
      tag.append((char) ('A' + rest % 26));
    }
    return tag.toString();
  }

  private void write() throws IOException {
    COSDictionary composite = font.dictionary();
    composite.setItem(COSName.TYPE, COSName.FONT);
    composite.setItem(COSName.SUBTYPE, COSName.TYPE0);
    composite.setName(COSName.BASE_FONT, name);
    composite.setItem(COSName.ENCODING, COSName.IDENTITY_H);
    composite.setItem(COSName.DESCENDANT_FONTS, array(descendant()));
    composite.setItem(COSName.TO_UNICODE, stream(LettersOfCodes.of(font)));
  }

  private COSDictionary descendant() throws IOException {
    COSDictionary system = new COSDictionary();
    system.setString(COSName.REGISTRY, "Adobe");
    system.setString(COSName.ORDERING, "Identity");
    system.setInt(COSName.SUPPLEMENT, 0);

    COSDictionary descendant = new COSDictionary();
    descendant.setItem(COSName.TYPE, COSName.FONT);
    descendant.setItem(COSName.SUBTYPE, COSName.CID_FONT_TYPE2);
    descendant.setName(COSName.BASE_FONT, name);
    descendant.setItem(COSName.CIDSYSTEMINFO, system);
    descendant.setItem(COSName.FONT_DESC, descriptor());
    descendant.setItem(COSName.W, widths());
    descendant.setInt(COSName.DW, 1000);
    descendant.setItem(COSName.CID_TO_GID_MAP, stream(glyphsOfCodes()));
    return descendant;
  }

  private COSDictionary descriptor() throws IOException {
    Typeface.Metrics metrics = font.face().metrics();
    COSDictionary descriptor = new COSDictionary();
    descriptor.setItem(COSName.TYPE, COSName.FONT_DESC);
    descriptor.setName(COSName.FONT_NAME, name);
    descriptor.setInt(COSName.FLAGS, SYMBOLIC);
    descriptor.setInt(COSName.ITALIC_ANGLE, 0);
    descriptor.setInt(COSName.STEM_V, name.endsWith("Bold") ? 140 : 80);
    descriptor.setFloat(COSName.ASCENT, metrics.ascent());
    descriptor.setFloat(COSName.DESCENT, metrics.descent());
    descriptor.setFloat(COSName.CAP_HEIGHT, CAP_HEIGHT);
    descriptor.setItem(
        COSName.FONT_BBOX,
        array(
            new COSFloat(metrics.left()),
            new COSFloat(metrics.bottom()),
            new COSFloat(metrics.right()),
            new COSFloat(metrics.top())));
    COSBase file = stream(subset.file());
    ((COSDictionary) file).setInt(COSName.LENGTH1, subset.file().length);
    descriptor.setItem(COSName.FONT_FILE2, file);
    return descriptor;
  }

  private COSArray widths() {
    COSArray widths = new COSArray();
    for (int glyph : font.glyphs()) {
      widths.add(new COSFloat(font.face().advance(glyph)));
    }
    return array(COSInteger.ZERO, widths);
  }

  private byte[] glyphsOfCodes() {
    ByteArrayOutputStream map = new ByteArrayOutputStream();
    for (int glyph : font.glyphs()) {
      int place = subset.places().get(glyph);
      map.write(place >> 8);
      map.write(place);
    }
    return map.toByteArray();
  }

  private COSBase stream(byte[] content) throws IOException {
    return new PDStream(document, new ByteArrayInputStream(content), COSName.FLATE_DECODE)
        .getCOSObject();
  }

  private static COSArray array(COSBase... items) {
    COSArray array = new COSArray();
    for (COSBase item : items) {
      array.add(item);
    }
    return array;
  }
}
