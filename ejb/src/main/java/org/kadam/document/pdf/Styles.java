package org.kadam.document.pdf;

import org.kadam.document.font.Weight;
import org.kadam.language.Language;

/**
 * The styles of a document in one language. Devanagari needs air above and below, Lao more, and Lao
 * letters stand smaller in the same size.
 */
public record Styles(float scale, float leading, float tight) {

  public static Styles of(Language language) {
    return switch (language) {
      case EN -> new Styles(1, 1.4f, 1.2f);
      case HI -> new Styles(1, 1.55f, 1.4f);
      case LO -> new Styles(1.05f, 1.65f, 1.55f);
    };
  }

  public Style title() {
    return style(18, tight).bold();
  }

  /** The question that a part answers. */
  public Style heading() {
    return style(11.5f, tight).bold().in(Colour.TEAL);
  }

  /** The answer. */
  public Style answer() {
    return style(12.5f, tight).bold();
  }

  public Style text() {
    return style(10, leading);
  }

  public Style small() {
    return style(8.5f, leading).soft();
  }

  private Style style(float size, float lines) {
    return new Style(size * scale, Weight.REGULAR, Colour.INK, lines, Style.Align.LEFT);
  }
}
