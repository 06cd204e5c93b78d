package org.kadam.assessment.control.adaptive;

import java.util.Arrays;

/**
 * What an adaptive assessment must be like, whoever takes it. The minimums are met by the time it
 * may stop.
 *
 * @param least the fewest items before it may stop
 * @param most the most items
 * @param certainty it stops when the most probable level has this probability; 1 for never
 * @param error it stops when the posterior's standard deviation is this or smaller, in logits; 0
 *     for never
 * @param minimums for each area the fewest items of it, together no more than {@code least}
 * @param observed the fewest observed tasks among the first {@code least}
 * @param among the next item is drawn from so many of the best (randomesque: Kingsbury and Zara
 *     1989, Applied Measurement in Education 2:359)
 * @param first the items that one may begin with, as numbers in the bank; empty for any
 */
public record Design(
    int least,
    int most,
    double certainty,
    double error,
    int[] minimums,
    int observed,
    int among,
    int[] first) {

  public Design {
    minimums = minimums.clone();
    first = first.clone();
    int needed = Arrays.stream(minimums).sum();
    if (least < 1 || most < least || needed > least || observed > least || among < 1) {
      throw new IllegalArgumentException("No assessment can be like this");
    }
  }

  @Override
  public int[] minimums() {
    return minimums.clone();
  }

  @Override
  public int[] first() {
    return first.clone();
  }

  /** One that begins with any item. */
  public Design(
      int least,
      int most,
      double certainty,
      double error,
      int[] minimums,
      int observed,
      int among) {
    this(least, most, certainty, error, minimums, observed, among, new int[0]);
  }

  /** The same, beginning with one of these items. */
  public Design beginningWith(int... items) {
    return new Design(least, most, certainty, error, minimums, observed, among, items);
  }
}
