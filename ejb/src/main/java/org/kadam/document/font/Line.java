package org.kadam.document.font;

import java.util.List;

/** A line of text, set: its runs from left to right. */
public record Line(List<Run> runs) {

  public Line {
    runs = List.copyOf(runs);
  }

  /** How wide the line is when it is set in a size, in the unit of the size. */
  public float width(float size) {
    float width = 0;
    for (Run run : runs) {
      width += run.width();
    }
    return width * size / 1000;
  }
}
