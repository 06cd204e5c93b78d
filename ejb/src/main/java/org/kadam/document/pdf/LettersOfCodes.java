package org.kadam.document.pdf;

import static org.kadam.document.pdf.Operators.hex;

import java.nio.charset.StandardCharsets;

/** The ToUnicode map of a font (ISO 32000-1, 9.10.3): which letters each code stands for. */
final class LettersOfCodes {

  private static final String HEAD =
      """
      /CIDInit /ProcSet findresource begin
      12 dict begin
      begincmap
      /CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
      /CMapName /Adobe-Identity-UCS def
      /CMapType 2 def
      1 begincodespacerange
      <0000> <FFFF>
      endcodespacerange
      """;

  private static final String FOOT =
      """
      endcmap
      CMapName currentdict /CMap defineresource pop
      end
      end
      """;

  /** The most that one block may hold. */
  private static final int BLOCK = 100;

  private LettersOfCodes() {}

  static byte[] of(DocumentFont font) {
    StringBuilder map = new StringBuilder(HEAD);
    int codes = font.glyphs().size();
    for (int from = 1; from < codes; from += BLOCK) {
      int to = Math.min(from + BLOCK, codes);
      map.append(to - from).append(" beginbfchar\n");
      for (int code = from; code < to; code++) {
        String letters = hex(font.letters(code));
        map.append('<').append(hex(code)).append("> <").append(letters).append(">\n");
      }
      map.append("endbfchar\n");
    }
    return map.append(FOOT).toString().getBytes(StandardCharsets.US_ASCII);
  }
}
