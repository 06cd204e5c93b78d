package org.kadam.assessment.control.adaptive;

import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.kadam.assessment.control.Cuts;
import org.kadam.assessment.control.ItemModel;

/**
 * What a design does with people of known ability N(0,1): the true items answer, the tables (which
 * may have other difficulties than the true ones, as experts' guesses do) choose and score.
 */
public final class Simulation {

  private final List<? extends ItemModel> truth;
  private final Tables tables;
  private final Design design;
  private final Cuts cuts;

  /**
   * What came of it.
   *
   * @param bias mean of EAP − θ, in logits
   * @param rmse root of the mean of (EAP − θ)², in logits
   * @param accuracy share of people whose level is their true one
   * @param items mean number of items
   * @param exposure largest share of people who were given one and the same item
   * @param meanExposure the same on average over the items
   * @param below how many people truly were below the cut of the offers
   * @param sensitivity for each threshold of {@link #THRESHOLDS} the share of those truly below the
   *     cut of the offers whose P(below) reaches it
   * @param specificity the same for those truly not below: the share whose P(below) stays under it
   */
  public record Outcome(
      int people,
      double bias,
      double rmse,
      double accuracy,
      double items,
      double exposure,
      double meanExposure,
      int below,
      double[] sensitivity,
      double[] specificity) {}

  /** Thresholds of P(below): every hundredth. */
  static final int THRESHOLDS = 101;

  public Simulation(List<? extends ItemModel> truth, Tables tables, Design design, Cuts cuts) {
    this.truth = truth;
    this.tables = tables;
    this.design = design;
    this.cuts = cuts;
  }

  /** Lets so many people take it. */
  public Outcome of(int people, long seed) {
    RandomGenerator random = new SplittableRandom(seed);
    double bias = 0;
    double square = 0;
    long right = 0;
    long items = 0;
    long[] exposed = new long[truth.size()];
    long[][] reached = new long[2][THRESHOLDS];
    long[] all = new long[2];
    for (int person = 0; person < people; person++) {
      double ability = random.nextGaussian();
      AdaptiveTest test = new AdaptiveTest(tables, design, random.nextInt());
      for (int item = test.next(); item != AdaptiveTest.DONE; item = test.next()) {
        exposed[item]++;
        test.answer(item, outcome(truth.get(item), ability, random));
      }
      double off = test.ability() - ability;
      bias += off;
      square += off * off;
      items += test.answered();
      right += test.level() == level(ability) ? 1 : 0;
      int low = ability < cuts.at().get(cuts.flag()) ? 0 : 1;
      all[low]++;
      for (int t = 0; t < THRESHOLDS; t++) {
        reached[low][t] += test.below(cuts.flag()) >= t / (THRESHOLDS - 1.0) ? 1 : 0;
      }
    }
    long most = 0;
    for (long e : exposed) {
      most = Math.max(most, e);
    }
    double n = people;
    double[] sensitivity = new double[THRESHOLDS];
    double[] specificity = new double[THRESHOLDS];
    for (int t = 0; t < THRESHOLDS; t++) {
      sensitivity[t] = reached[0][t] / (double) all[0];
      specificity[t] = 1 - reached[1][t] / (double) all[1];
    }
    return new Outcome(
        people,
        bias / n,
        Math.sqrt(square / n),
        right / n,
        items / n,
        most / n,
        items / n / exposed.length,
        Math.toIntExact(all[0]),
        sensitivity,
        specificity);
  }

  private int level(double ability) {
    int level = 0;
    for (double cut : cuts.at()) {
      level += ability >= cut ? 1 : 0;
    }
    return level;
  }

  private static int outcome(ItemModel item, double ability, RandomGenerator random) {
    double left = random.nextDouble();
    int outcome = 0;
    while (outcome < item.outcomes() - 1 && (left -= item.probability(outcome, ability)) >= 0) {
      outcome++;
    }
    return outcome;
  }
}
