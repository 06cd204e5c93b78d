package org.kadam.assessment.control;

import java.util.Map;
import java.util.TreeMap;

/** What a form is made of: how many items of each area, how many observed, in which sittings. */
final class Blueprint {

  /** Items by area of the framework. */
  static final Map<String, Integer> ITEMS =
      new TreeMap<>(Map.of("A1", 2, "A2", 2, "A3", 3, "A4", 2, "A5", 3, "A6", 2, "A7", 1));

  static final int SITTINGS = 3;
  static final int ITEMS_A_SITTING = 5;

  /** Of a sitting of a form that phones choose: about a minute each, eight minutes at most. */
  static final int MOST_A_SITTING = 7;

  /** Of all items, the share that is done before our eyes rather than told. */
  static final double OBSERVED = 0.6;

  private Blueprint() {}
}
