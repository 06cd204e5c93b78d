package org.kadam.assessment.control.adaptive;

/**
 * One assessment under way, item by item, by {@link Tables} alone. The next item is drawn from the
 * few with the smallest expected posterior variance (weighed by the posterior predictive) among
 * those whose taking leaves room for every area's and the observed tasks' minimum; of equal ones
 * the earlier in the bank comes first. Every step is additions, multiplications and comparisons in
 * a fixed order, so that the phone's own program and this one choose alike to the last bit.
 */
public final class AdaptiveTest {

  /** No further item. */
  public static final int DONE = -1;

  private final Tables tables;
  private final Design design;
  private final Draw draw;
  private final boolean[] given;
  private final double[] posterior;
  private final int[] missing;
  private int observedMissing;
  private int answered;

  /**
   * Begins one.
   *
   * @param seed of the draws among equally good items
   */
  public AdaptiveTest(Tables tables, Design design, int seed) {
    this.tables = tables;
    this.design = design;
    this.draw = new Draw(seed);
    this.given = new boolean[tables.items()];
    this.posterior = tables.prior().clone();
    this.missing = design.minimums();
    this.observedMissing = design.observed();
  }

  /** How many items have been answered. */
  public int answered() {
    return answered;
  }

  /** The posterior at each point; sums to 1. */
  public double[] posterior() {
    return posterior.clone();
  }

  /** The item to give now, or {@link #DONE}. Asking draws: ask once an item. */
  public int next() {
    if (answered >= design.most() || (answered >= design.least() && certain())) {
      return DONE;
    }
    int[] best = new int[design.among()];
    double[] values = new double[design.among()];
    int found = 0;
    for (int item = 0; item < given.length; item++) {
      if (!given[item] && leavesRoom(item)) {
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
    return found == 0 ? DONE : best[draw.below(found)];
  }

  /** Takes an answer: an item and its outcome. */
  public void answer(int item, int outcome) {
    given[item] = true;
    answered++;
    missing[tables.areas()[item]]--;
    observedMissing -= tables.observed()[item] ? 1 : 0;
    double[] row = tables.rows()[item][outcome];
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

  private boolean certain() {
    return levels()[level()] >= design.certainty()
        || (design.error() > 0 && error() <= design.error());
  }

  /** Whether after this item every minimum can still be met by the items left. */
  private boolean leavesRoom(int item) {
    int left = design.most() - answered - 1;
    int needed = 0;
    for (int area = 0; area < missing.length; area++) {
      needed += Math.max(0, missing[area] - (area == tables.areas()[item] ? 1 : 0));
    }
    return needed <= left && observedMissing - (tables.observed()[item] ? 1 : 0) <= left;
  }

  private double expectedVariance(int item) {
    double sum = 0;
    for (double[] row : tables.rows()[item]) {
      sum += Criterion.spread(row, posterior, tables.points());
    }
    return sum;
  }
}
