package org.kadam.document.pdf;

import java.util.ArrayList;
import java.util.List;
import org.kadam.document.font.Line;
import org.kadam.language.Language;
import org.kadam.language.LineBreaks;

/** Text broken into lines that are not wider than its column. */
record TextBlock(List<Line> lines, Style style, float width) {

  static TextBlock of(TaggedPdf pdf, String text, Style style, float width) {
    return of(pdf, pdf.language(), text, style, width);
  }

  static TextBlock of(TaggedPdf pdf, Language language, String text, Style style, float width) {
    Line whole = pdf.set(text.strip(), style.weight());
    if (whole.width(style.size()) <= width) {
      return new TextBlock(List.of(whole), style, width);
    }
    List<Line> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    float used = 0;
    for (String piece : LineBreaks.pieces(language, text)) {
      if (!line.isEmpty() && used + width(pdf, piece.stripTrailing(), style) > width) {
        lines.add(pdf.set(line.toString().stripTrailing(), style.weight()));
        line.setLength(0);
        used = 0;
      }
      line.append(piece);
      used += width(pdf, piece, style);
    }
    lines.add(pdf.set(line.toString().stripTrailing(), style.weight()));
    return new TextBlock(lines, style, width);
  }

  private static float width(TaggedPdf pdf, String piece, Style style) {
    return pdf.set(piece, style.weight()).width(style.size());
  }

  float height() {
    return lines.size() * style.line();
  }

  /** The widest line. */
  float widest() {
    float widest = 0;
    for (Line line : lines) {
      widest = Math.max(widest, line.width(style.size()));
    }
    return widest;
  }

  /** Writes some of the lines, inside a mark, the first of them with its top at {@code top}. */
  void write(Sheet sheet, int from, int to, float x, float top) {
    float y = top;
    for (Line line : lines.subList(from, to)) {
      float room = width - line.width(style.size());
      sheet.text(line, x + room * style.align().share(), y - style.base(), style);
      y -= style.line();
    }
  }

  void write(Sheet sheet, float x, float top) {
    write(sheet, 0, lines.size(), x, top);
  }
}
