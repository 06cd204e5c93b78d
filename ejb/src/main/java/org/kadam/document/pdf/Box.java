package org.kadam.document.pdf;

/** A rectangle on a page, in points: its lower left corner, its width and its height. */
public record Box(float x, float y, float width, float height) {

  public float right() {
    return x + width;
  }

  public float top() {
    return y + height;
  }

  public float middle() {
    return y + height / 2;
  }
}
