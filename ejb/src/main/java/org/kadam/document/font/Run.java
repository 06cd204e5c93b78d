package org.kadam.document.font;

import java.util.List;

/** A stretch of text in one face. */
public record Run(Typeface face, List<Cluster> clusters) {

  public Run {
    clusters = List.copyOf(clusters);
  }

  /** In thousandths of the size. */
  float width() {
    float width = 0;
    for (Cluster cluster : clusters) {
      width += cluster.advance();
    }
    return width;
  }
}
