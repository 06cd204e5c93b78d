package org.kadam.equity.control;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.kadam.equity.entity.Breakdown;
import org.kadam.equity.entity.Census;
import org.kadam.equity.entity.Group;
import org.kadam.equity.entity.Measure;

/**
 * All figures of a census under one number each, and what a reader knows of how they hang together:
 * the figures of a breakdown add up to that of all workers, and a measure within another is never
 * larger. How many workers a group has, everybody knows.
 */
final class Figures {

  private static final Measure[] MEASURES = Measure.values();

  private final List<Group> groups = new ArrayList<>();
  private final List<Column> columns = new ArrayList<>();

  /** A measure in one breakdown: the figure of all workers, and those that add up to it. */
  record Column(int total, int[] parts) {}

  Figures(Census census) {
    groups.add(census.all());
    for (Breakdown breakdown : census.breakdowns()) {
      int first = groups.size();
      groups.addAll(breakdown.groups());
      for (Measure measure : MEASURES) {
        int[] parts = new int[breakdown.groups().size()];
        for (int i = 0; i < parts.length; i++) {
          parts[i] = figure(first + i, measure);
        }
        columns.add(new Column(figure(0, measure), parts));
      }
    }
  }

  private static int figure(int group, Measure measure) {
    return group * MEASURES.length + measure.ordinal();
  }

  int size() {
    return groups.size() * MEASURES.length;
  }

  /** The figure of a measure in a group; the group is looked up by what it is, not by its value. */
  int figure(Group group, Measure measure) {
    for (int i = 0; i < groups.size(); i++) {
      if (groups.get(i) == group) {
        return figure(i, measure);
      }
    }
    throw new IllegalArgumentException("Not a group of this census");
  }

  Group group(int figure) {
    return groups.get(figure / MEASURES.length);
  }

  Measure measure(int figure) {
    return MEASURES[figure % MEASURES.length];
  }

  int count(int figure) {
    return group(figure).count(measure(figure));
  }

  int of(int figure) {
    return group(figure).of(measure(figure));
  }

  /** The figure of the same group that this one lies within; −1 where that is all its workers. */
  int within(int figure) {
    return sibling(figure, measure(figure).within());
  }

  /** The figure of the same group that this one is told as a share of; −1 for all its workers. */
  int base(int figure) {
    return sibling(figure, measure(figure).base());
  }

  private int sibling(int figure, Measure other) {
    return other == null ? -1 : figure - measure(figure).ordinal() + other.ordinal();
  }

  /** The columns that a figure stands in: one for a part, each of its measure for a total. */
  List<Column> columnsOf(int figure) {
    List<Column> found = new ArrayList<>();
    for (Column column : columns) {
      if (column.total() == figure || contains(column.parts(), figure)) {
        found.add(column);
      }
    }
    return found;
  }

  private static boolean contains(int[] parts, int figure) {
    for (int part : parts) {
      if (part == figure) {
        return true;
      }
    }
    return false;
  }

  List<Column> columns() {
    return columns;
  }

  /**
   * How far the figure of a hidden one could be off, if nothing were known but what is shown of the
   * same group: from the largest shown figure within it to the smallest shown one that it lies in.
   */
  int room(int figure, BitSet hidden) {
    return ceiling(figure, hidden) - floor(figure, hidden);
  }

  private int ceiling(int figure, BitSet hidden) {
    int outer = within(figure);
    while (outer >= 0 && hidden.get(outer)) {
      outer = within(outer);
    }
    return outer < 0 ? group(figure).workers() : count(outer);
  }

  private int floor(int figure, BitSet hidden) {
    int floor = 0;
    for (Measure inner : MEASURES) {
      if (inner.within() == measure(figure)) {
        int below = sibling(figure, inner);
        floor = Math.max(floor, hidden.get(below) ? floor(below, hidden) : count(below));
      }
    }
    return floor;
  }

  /** By how much a figure could be larger with everything else of its group as it is. */
  int rise(int figure) {
    int outer = within(figure);
    int most = outer < 0 ? group(figure).workers() : count(outer);
    return most - count(figure);
  }

  /** By how much it could be smaller. */
  int fall(int figure) {
    int least = 0;
    for (Measure inner : MEASURES) {
      if (inner.within() == measure(figure)) {
        least = Math.max(least, count(sibling(figure, inner)));
      }
    }
    return count(figure) - least;
  }
}
