package org.kadam.assessment.control.adaptive;

import java.util.Arrays;

/**
 * One assessment under way, item by item, by {@link Tables} alone. The next item is drawn from the
 * few with the smallest expected posterior variance (weighed by the posterior predictive) among
 * those whose taking leaves room for every area's and the observed tasks' minimum; of equal ones
 * the earlier in the bank counts as better. The draw is among these few in the order of the bank,
 * so that rounding matters only where it changes which they are. Every step is additions,
 * multiplications and comparisons in a fixed order, so that the phone's own program ({@code
 * hers/assessment/adaptive.ts}) and this one choose alike to the last bit. Change both or neither.
 */
public final class AdaptiveTest {

  /** No further item. */
  public static final int DONE = -1;

  /** An answer that says nothing of her ability: somebody helped, and yet it was not done. */
  public static final int NOTHING_SAID = -1;

  /** Done with help: at least with help, see {@link Tables#helped}. */
  public static final int WITH_HELP = -2;

  /**
   * Which items may be chosen, tried one after the other until there is any: those that she did not
   * have last time and that leave room for the minimums, those that leave room, any new to her,
   * any.
   */
  private static final int WISHES = 4;

  private final Tables tables;
  private final Design design;
  private final int seed;
  private final boolean[] avoided;
  private final boolean[] given;
  private final double[] posterior;
  private final int[] missing;
  private final int[] observedLeft;
  private int observedMissing;
  private int answered;
  private boolean alone;

  /**
   * Begins one.
   *
   * @param seed of the draws among equally good items
   */
  public AdaptiveTest(Tables tables, Design design, int seed) {
    this(tables, design, seed, new boolean[tables.items()]);
  }

  /**
   * Begins one of somebody who has taken one before.
   *
   * @param seed of the draws among equally good items
   * @param avoided for each item whether she had it last time: it comes only when no other can
   */
  public AdaptiveTest(Tables tables, Design design, int seed, boolean[] avoided) {
    this.tables = tables;
    this.design = design;
    this.seed = seed;
    this.avoided = avoided.clone();
    this.given = new boolean[tables.items()];
    this.posterior = tables.prior().clone();
    this.missing = design.minimums();
    this.observedLeft = new int[missing.length];
    this.observedMissing = design.observed();
    for (int item = 0; item < given.length; item++) {
      observedLeft[tables.areas()[item]] += tables.observed()[item] ? 1 : 0;
    }
  }

  /** How many items have been answered. */
  public int answered() {
    return answered;
  }

  /** The posterior at each point; sums to 1. */
  public double[] posterior() {
    return posterior.clone();
  }

  /** The item to give now, or {@link #DONE}. Asking again gives the same. */
  public int next() {
    if (answered >= design.most() || (answered >= design.least() && certain())) {
      return DONE;
    }
    Draw draw = new Draw(seed, answered);
    for (int wish = 0; wish < WISHES; wish++) {
      int found = answered == 0 ? first(wish, draw) : DONE;
      if (found == DONE) {
        found = best(wish, draw);
      }
      if (found != DONE) {
        return found;
      }
    }
    return DONE;
  }

  /** One of the items to begin with; they are few and easy, and not weighed. */
  private int first(int wish, Draw draw) {
    int[] among = new int[design.first().length];
    int found = 0;
    for (int item : design.first()) {
      if (allowed(item, wish)) {
        among[found++] = item;
      }
    }
    return found == 0 ? DONE : among[draw.below(found)];
  }

  private int best(int wish, Draw draw) {
    int[] best = new int[design.among()];
    double[] values = new double[design.among()];
    int found = 0;
    for (int item = 0; item < given.length; item++) {
      if (allowed(item, wish)) {
        double value = expectedVariance(item);
        int place = found;
        while (place > 0 && value < values[place - 1]) {
          place--;
        }
        if (place < best.length) {
          found = Math.min(found + 1, best.length);
          for (int i = found - 1; i > place; i--) {
            best[i] = best[i - 1];
            values[i] = values[i - 1];
          }
          best[place] = item;
          values[place] = value;
        }
      }
    }
    Arrays.sort(best, 0, found);
    return found == 0 ? DONE : best[draw.below(found)];
  }

  private boolean allowed(int item, int wish) {
    return !given[item] && ((wish & 1) != 0 || !avoided[item]) && (wish >= 2 || leavesRoom(item));
  }

  /** Takes an answer: an item and its outcome, {@link #WITH_HELP} or {@link #NOTHING_SAID}. */
  public void answer(int item, int outcome) {
    given[item] = true;
    answered++;
    missing[tables.areas()[item]]--;
    if (tables.observed()[item]) {
      observedMissing--;
      observedLeft[tables.areas()[item]]--;
    }
    alone |= outcome >= 0;
    double[] row =
        outcome >= 0
            ? tables.rows()[item][outcome]
            : outcome == WITH_HELP ? tables.helped()[item] : null;
    if (row == null) {
      return;
    }
    double total = 0;
    for (int q = 0; q < posterior.length; q++) {
      posterior[q] *= row[q];
      total += posterior[q];
    }
    for (int q = 0; q < posterior.length; q++) {
      posterior[q] /= total;
    }
  }

  /** EAP in logits. */
  public double ability() {
    double mean = 0;
    for (int q = 0; q < posterior.length; q++) {
      mean += tables.points()[q] * posterior[q];
    }
    return mean;
  }

  /** The posterior's standard deviation in logits. */
  public double error() {
    double mean = ability();
    double variance = 0;
    for (int q = 0; q < posterior.length; q++) {
      double away = tables.points()[q] - mean;
      variance += away * away * posterior[q];
    }
    return Math.sqrt(variance);
  }

  /** The probability of each level, from 0 upwards. */
  public double[] levels() {
    double[] levels = new double[tables.below().length + 1];
    double before = 0;
    for (int cut = 0; cut < tables.below().length; cut++) {
      double upTo = below(cut);
      levels[cut] = upTo - before;
      before = upTo;
    }
    levels[levels.length - 1] = 1 - before;
    return levels;
  }

  /** The most probable level; of equal ones the lower. */
  public int level() {
    double[] levels = levels();
    int most = 0;
    for (int level = 1; level < levels.length; level++) {
      most = levels[level] > levels[most] ? level : most;
    }
    return most;
  }

  /** P(θ &lt; cut). */
  public double below(int cut) {
    double sum = 0;
    for (int q = 0; q < posterior.length; q++) {
      sum += tables.below()[cut][q] * posterior[q];
    }
    return sum;
  }

  /** Nothing is certain before she did or tried anything alone: without that there is no result. */
  private boolean certain() {
    return alone
        && ((design.certainty() < 1 && levels()[level()] >= design.certainty())
            || (design.error() > 0 && error() <= design.error()));
  }

  /**
   * Whether after this item every minimum can still be met before it may stop: so many are needed
   * as the areas lack, and of observed tasks those that the areas' own cannot be.
   */
  private boolean leavesRoom(int item) {
    int its = tables.areas()[item];
    int observed = tables.observed()[item] ? 1 : 0;
    int needed = 0;
    int observedNeeded = observedMissing - observed;
    for (int area = 0; area < missing.length; area++) {
      int lacks = Math.max(0, missing[area] - (area == its ? 1 : 0));
      needed += lacks;
      observedNeeded -= Math.min(lacks, observedLeft[area] - (area == its ? observed : 0));
    }
    return needed + Math.max(0, observedNeeded) <= Math.max(0, design.least() - answered - 1);
  }

  private double expectedVariance(int item) {
    double sum = 0;
    for (double[] row : tables.rows()[item]) {
      sum += Criterion.spread(row, posterior, tables.points());
    }
    return sum;
  }
}
