package org.kadam.equity.entity;

import java.util.EnumMap;
import java.util.Map;

/**
 * Workers counted together.
 *
 * @param code what they have in common, such as a block's code or {@code asha}
 * @param workers how many there are
 * @param counts how many of them each measure counts; every measure is there
 */
public record Group(String code, int workers, Map<Measure, Integer> counts) {

  public Group {
    counts = new EnumMap<>(counts);
    for (Measure measure : Measure.values()) {
      int count = counts.get(measure);
      int most = measure.within() == null ? workers : counts.get(measure.within());
      if (count < 0 || count > most) {
        throw new IllegalArgumentException(measure + " counts more than it can");
      }
    }
  }

  public int count(Measure measure) {
    return counts.get(measure);
  }

  /** What a measure is a share of. */
  public int of(Measure measure) {
    return measure.base() == null ? workers : count(measure.base());
  }
}
