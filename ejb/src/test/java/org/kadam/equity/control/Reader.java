package org.kadam.equity.control;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.kadam.equity.entity.Breakdown;
import org.kadam.equity.entity.Census;
import org.kadam.equity.entity.Group;
import org.kadam.equity.entity.Measure;

/**
 * Somebody who wants to know what is hidden: fills in every whole number that fits what is shown,
 * by trial and error, and narrows the rest down after each.
 */
final class Reader {

  /** The numbers that a figure may still be. */
  private record Range(int low, int high) {}

  /** A group as the reader sees it. */
  private record Seen(Group group, Map<Measure, Integer> told) {}

  private final List<Seen> groups = new ArrayList<>();
  private final List<int[]> breakdowns = new ArrayList<>();

  Reader(Census census, Suppression suppression) {
    groups.add(seen(census.all(), suppression));
    for (Breakdown breakdown : census.breakdowns()) {
      int[] parts = new int[breakdown.groups().size()];
      for (int i = 0; i < parts.length; i++) {
        parts[i] = groups.size();
        groups.add(seen(breakdown.groups().get(i), suppression));
      }
      breakdowns.add(parts);
    }
  }

  private static Seen seen(Group group, Suppression suppression) {
    Map<Measure, Integer> told = new EnumMap<>(Measure.class);
    for (Measure measure : Measure.values()) {
      if (suppression.shows(group, measure)) {
        told.put(measure, group.count(measure));
      }
    }
    return new Seen(group, told);
  }

  /** The most that a hidden figure could be, by its own group alone. */
  int most(Group group, Measure measure) {
    Seen seen = groups.stream().filter(each -> each.group() == group).findFirst().orElseThrow();
    int most = seen.group().workers();
    for (Measure outer = measure.within(); outer != null; outer = outer.within()) {
      most = Math.min(most, seen.told().getOrDefault(outer, most));
    }
    int least = 0;
    for (Measure inner : Measure.values()) {
      if (isWithin(inner, measure)) {
        least = Math.max(least, seen.told().getOrDefault(inner, 0));
      }
    }
    return most - least;
  }

  private static boolean isWithin(Measure inner, Measure outer) {
    Measure at = inner.within();
    while (at != null && at != outer) {
      at = at.within();
    }
    return at == outer;
  }

  /** How far apart the smallest and the largest number are that a figure could be. */
  int width(Group group, Measure measure) {
    int figure = 0;
    while (groups.get(figure).group() != group) {
      figure++;
    }
    int cell = figure * Measure.values().length + measure.ordinal();
    Range[] start = start();
    if (!narrow(start)) {
      throw new IllegalStateException("The truth must be possible");
    }
    int low = start[cell].low();
    while (!possible(with(start, cell, low))) {
      low++;
    }
    int high = start[cell].high();
    while (!possible(with(start, cell, high))) {
      high--;
    }
    return high - low;
  }

  private Range[] start() {
    Range[] ranges = new Range[groups.size() * Measure.values().length];
    for (int i = 0; i < ranges.length; i++) {
      Seen seen = groups.get(i / Measure.values().length);
      Integer told = seen.told().get(Measure.values()[i % Measure.values().length]);
      ranges[i] = told == null ? new Range(0, seen.group().workers()) : new Range(told, told);
    }
    return ranges;
  }

  private static Range[] with(Range[] ranges, int cell, int value) {
    Range[] copy = ranges.clone();
    copy[cell] = new Range(value, value);
    return copy;
  }

  /** Whether whole numbers can be found for all figures. */
  private boolean possible(Range[] ranges) {
    if (!narrow(ranges)) {
      return false;
    }
    int open = -1;
    for (int i = 0; i < ranges.length; i++) {
      boolean undecided = ranges[i].low() < ranges[i].high();
      if (undecided && (open < 0 || size(ranges[i]) < size(ranges[open]))) {
        open = i;
      }
    }
    if (open < 0) {
      return true;
    }
    for (int value = ranges[open].low(); value <= ranges[open].high(); value++) {
      if (possible(with(ranges, open, value))) {
        return true;
      }
    }
    return false;
  }

  private static int size(Range range) {
    return range.high() - range.low();
  }

  /** Narrows by the order of measures and by sums until nothing changes; false if impossible. */
  private boolean narrow(Range[] ranges) {
    boolean changed = true;
    while (changed) {
      Range[] before = ranges.clone();
      for (int i = 0; i < ranges.length; i++) {
        Measure outer = Measure.values()[i % Measure.values().length].within();
        if (outer != null) {
          int o = i - i % Measure.values().length + outer.ordinal();
          ranges[i] = new Range(ranges[i].low(), Math.min(ranges[i].high(), ranges[o].high()));
          ranges[o] = new Range(Math.max(ranges[o].low(), ranges[i].low()), ranges[o].high());
        }
      }
      for (int[] parts : breakdowns) {
        for (Measure measure : Measure.values()) {
          sum(ranges, parts, measure.ordinal());
        }
      }
      changed = false;
      for (int i = 0; i < ranges.length; i++) {
        if (ranges[i].low() > ranges[i].high()) {
          return false;
        }
        changed |= !ranges[i].equals(before[i]);
      }
    }
    return true;
  }

  private static void sum(Range[] ranges, int[] parts, int measure) {
    int low = 0;
    int high = 0;
    for (int part : parts) {
      low += ranges[part * Measure.values().length + measure].low();
      high += ranges[part * Measure.values().length + measure].high();
    }
    Range total = ranges[measure];
    ranges[measure] = new Range(Math.max(total.low(), low), Math.min(total.high(), high));
    for (int part : parts) {
      int cell = part * Measure.values().length + measure;
      Range range = ranges[cell];
      ranges[cell] =
          new Range(
              Math.max(range.low(), total.low() - (high - range.high())),
              Math.min(range.high(), total.high() - (low - range.low())));
    }
  }
}
