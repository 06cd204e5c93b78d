package org.kadam.equity.entity;

import java.util.List;

/** All workers once more, by something that each of them has one of. */
public record Breakdown(Dimension dimension, List<Group> groups) {

  public Breakdown {
    groups = List.copyOf(groups);
  }
}
