package org.kadam.equity.entity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Which groups are worth comparing, and which would point at somebody by being there at all. */
final class Groups {

  /** The code of what is left when groups too small to be named are put together. */
  private static final String REST = "rest";

  private static final int MANY = 10;

  private Groups() {}

  static Group nobody(String code) {
    Map<Measure, Integer> none = new EnumMap<>(Measure.class);
    for (Measure measure : Measure.values()) {
      none.put(measure, 0);
    }
    return new Group(code, 0, none);
  }

  /**
   * A census with only those breakdowns in which there is something to compare: two groups at
   * least, and of the sexes two of ten workers at least. Sexes of fewer are one group with those
   * not known, since that there is one of a sex may tell who it is.
   */
  static Census comparable(Census census) {
    List<Breakdown> comparable = new ArrayList<>();
    for (Breakdown breakdown : census.breakdowns()) {
      List<Group> groups =
          breakdown.dimension() == Dimension.SEX ? sexes(breakdown.groups()) : breakdown.groups();
      if (groups.size() > 1) {
        comparable.add(new Breakdown(breakdown.dimension(), groups));
      }
    }
    return new Census(census.all(), comparable);
  }

  /** None where there are not two to compare. */
  private static List<Group> sexes(List<Group> groups) {
    List<Group> sexes = new ArrayList<>();
    Group rest = nobody(REST);
    for (Group group : groups) {
      if (group.workers() < MANY || group.code().equals("unknown")) {
        rest = together(rest, group);
      } else {
        sexes.add(group);
      }
    }
    if (sexes.size() < 2) {
      return List.of();
    }
    sexes.sort(Comparator.comparing(Group::code));
    if (rest.workers() > 0) {
      sexes.add(rest);
    }
    return sexes;
  }

  private static Group together(Group one, Group other) {
    Map<Measure, Integer> counts = new EnumMap<>(Measure.class);
    for (Measure measure : Measure.values()) {
      counts.put(measure, one.count(measure) + other.count(measure));
    }
    return new Group(one.code(), one.workers() + other.workers(), counts);
  }
}
