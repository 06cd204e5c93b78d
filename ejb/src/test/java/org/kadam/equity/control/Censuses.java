package org.kadam.equity.control;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.kadam.equity.entity.Breakdown;
import org.kadam.equity.entity.Census;
import org.kadam.equity.entity.Dimension;
import org.kadam.equity.entity.Group;
import org.kadam.equity.entity.Measure;

/** Censuses to hide things in. */
final class Censuses {

  private Censuses() {}

  /** A group with a count for each measure, in their order. */
  static Group group(String code, int workers, int... counts) {
    Map<Measure, Integer> byMeasure = new EnumMap<>(Measure.class);
    for (Measure measure : Measure.values()) {
      byMeasure.put(measure, counts[measure.ordinal()]);
    }
    return new Group(code, workers, byMeasure);
  }

  /** A census of one breakdown. */
  static Census of(Group... groups) {
    return of(List.of(List.of(groups)));
  }

  static Census of(List<List<Group>> breakdowns) {
    List<Group> first = breakdowns.get(0);
    int[] counts = new int[Measure.values().length];
    for (Measure measure : Measure.values()) {
      counts[measure.ordinal()] = first.stream().mapToInt(group -> group.count(measure)).sum();
    }
    Group all = group("all", first.stream().mapToInt(Group::workers).sum(), counts);
    List<Breakdown> all3 = new ArrayList<>();
    for (int i = 0; i < breakdowns.size(); i++) {
      all3.add(new Breakdown(Dimension.values()[i], breakdowns.get(i)));
    }
    return new Census(all, all3);
  }

  /**
   * Workers thrown at random into groups of several breakdowns at once, so that these add up.
   *
   * @param ways how many groups each breakdown has
   */
  static Census random(Random random, int workers, int... ways) {
    int[][][] counts = new int[ways.length][][];
    int[][] sizes = new int[ways.length][];
    for (int i = 0; i < ways.length; i++) {
      counts[i] = new int[ways[i]][Measure.values().length];
      sizes[i] = new int[ways[i]];
    }
    double[] chances = {random.nextDouble(), random.nextDouble(), random.nextDouble()};
    for (int w = 0; w < workers; w++) {
      boolean reached = random.nextDouble() < chances[0];
      boolean assessed = reached && random.nextDouble() < chances[1];
      boolean[] counted = {
        reached,
        assessed,
        assessed && random.nextDouble() < chances[2],
        reached && random.nextDouble() < chances[2],
        random.nextDouble() < chances[1] / 3
      };
      for (int i = 0; i < ways.length; i++) {
        int group = random.nextInt(ways[i]);
        sizes[i][group]++;
        for (int m = 0; m < counted.length; m++) {
          counts[i][group][m] += counted[m] ? 1 : 0;
        }
      }
    }
    List<List<Group>> breakdowns = new ArrayList<>();
    for (int i = 0; i < ways.length; i++) {
      List<Group> groups = new ArrayList<>();
      for (int g = 0; g < ways[i]; g++) {
        groups.add(group("g" + i + g, sizes[i][g], counts[i][g]));
      }
      breakdowns.add(groups);
    }
    return of(breakdowns);
  }
}
