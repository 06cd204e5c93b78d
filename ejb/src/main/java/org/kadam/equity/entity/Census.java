package org.kadam.equity.entity;

import java.util.List;

/**
 * The workers that a report is about, counted in several ways.
 *
 * @param all all of them
 * @param breakdowns the same workers by several dimensions; each adds up to all
 */
public record Census(Group all, List<Breakdown> breakdowns) {

  public Census {
    breakdowns = List.copyOf(breakdowns);
    for (Breakdown breakdown : breakdowns) {
      requireSum(all, breakdown.groups());
    }
  }

  private static void requireSum(Group all, List<Group> groups) {
    if (groups.stream().mapToInt(Group::workers).sum() != all.workers()) {
      throw new IllegalArgumentException("A breakdown counts every worker once");
    }
    for (Measure measure : Measure.values()) {
      if (groups.stream().mapToInt(group -> group.count(measure)).sum() != all.count(measure)) {
        throw new IllegalArgumentException("A breakdown counts every worker once: " + measure);
      }
    }
  }
}
