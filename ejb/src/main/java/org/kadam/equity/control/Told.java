package org.kadam.equity.control;

import org.kadam.equity.entity.Group;
import org.kadam.equity.entity.Measure;

/**
 * A figure as it is told, or that it is not: then everything else is null.
 *
 * @param count of how many workers
 * @param percent the share, 0 to 100, to one decimal
 * @param low lower end of its 95 % range, in percent
 * @param high upper end
 * @param few whether the group is so small that the share says little: fewer than thirty
 */
public record Told(
    boolean shown,
    Integer count,
    Integer of,
    Double percent,
    Double low,
    Double high,
    Boolean few) {

  private static final int MANY = 30;
  private static final Told HIDDEN = new Told(false, null, null, null, null, null, null);

  static Told of(Group group, Measure measure, Suppression suppression) {
    if (!suppression.shows(group, measure)) {
      return HIDDEN;
    }
    int count = group.count(measure);
    int of = group.of(measure);
    Wilson range = Wilson.of(count, of);
    return new Told(
        true,
        count,
        of,
        percent((double) count / of),
        percent(range.low()),
        percent(range.high()),
        of < MANY);
  }

  /** A share as percent to one decimal. */
  static double percent(double share) {
    return Math.round(share * 1000) / 10.0;
  }
}
