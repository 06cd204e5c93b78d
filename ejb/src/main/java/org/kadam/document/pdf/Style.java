package org.kadam.document.pdf;

import org.kadam.document.font.Weight;

/**
 * How text looks.
 *
 * @param size in points
 * @param leading height of a line as a multiple of the size
 */
public record Style(float size, Weight weight, Colour colour, float leading, Align align) {

  /** Where a line stands in its column. */
  public enum Align {
    LEFT(0),
    CENTRE(.5f),
    RIGHT(1);

    private final float share;

    Align(float share) {
      this.share = share;
    }

    /** How much of the room that a line leaves lies to its left. */
    float share() {
      return share;
    }
  }

  public Style sized(float other) {
    return new Style(other, weight, colour, leading, align);
  }

  public Style bold() {
    return new Style(size, Weight.BOLD, colour, leading, align);
  }

  public Style soft() {
    return in(Colour.SOFT);
  }

  public Style in(Colour other) {
    return new Style(size, weight, other, leading, align);
  }

  public Style aligned(Align other) {
    return new Style(size, weight, colour, leading, other);
  }

  /** The height of a line in points. */
  public float line() {
    return size * leading;
  }

  /** How far below the top of its line the base line lies: letters stand in the middle of it. */
  float base() {
    return line() / 2 + size * .35f;
  }
}
