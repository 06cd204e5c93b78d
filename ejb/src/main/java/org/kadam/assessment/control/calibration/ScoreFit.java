package org.kadam.assessment.control.calibration;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.kadam.assessment.control.Grid;
import org.kadam.assessment.control.ItemModel;

/**
 * S-X² (Orlando and Thissen 2000, Applied Psychological Measurement 24:50; for several outcomes
 * Kang and Chen 2008): at each total score, the outcomes of an item that came against those that
 * the model expects, from the recursion of Lord and Wingersky. Neighbouring scores are taken
 * together until each expected number is {@value #FEWEST} or more. Everybody must have answered
 * every item.
 *
 * @param statistic Σ (came − expected)²/expected
 * @param degrees cells that can vary, less the item's estimated parameters; 0 where nothing can be
 *     said
 * @param p how probable a value at least this large is by chance; NaN where nothing can be said
 */
public record ScoreFit(double statistic, int degrees, double p) {

  private static final double FEWEST = 1;

  /**
   * The fit of every item.
   *
   * @param estimated how many parameters of each item were estimated from these answers
   */
  public static List<ScoreFit> of(
      Responses responses, List<? extends ItemModel> items, int estimated) {
    if (items.size() != responses.items() || !responses.complete()) {
      throw new IllegalArgumentException("A model and an answer are needed for each item");
    }
    int most = items.stream().mapToInt(item -> item.outcomes() - 1).sum();
    long[][][] came = came(responses, items, most);
    double[] all = scores(items, most);
    List<ScoreFit> fits = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      fits.add(fit(came[i], expected(items, i, most, all), estimated));
    }
    return fits;
  }

  /** For each item, score and outcome how many people. */
  private static long[][][] came(Responses responses, List<? extends ItemModel> items, int most) {
    long[][][] came = new long[items.size()][most + 1][];
    for (int i = 0; i < items.size(); i++) {
      for (int score = 0; score <= most; score++) {
        came[i][score] = new long[items.get(i).outcomes()];
      }
    }
    int[] row = new int[items.size()];
    for (int person = 0; person < responses.persons(); person++) {
      responses.outcomes(row, person);
      int score = 0;
      for (int outcome : row) {
        score += outcome;
      }
      for (int i = 0; i < row.length; i++) {
        came[i][score][row[i]]++;
      }
    }
    return came;
  }

  /** P(outcome | score) of an item by the model. */
  private static double[][] expected(
      List<? extends ItemModel> items, int item, int most, double[] all) {
    int outcomes = items.get(item).outcomes();
    double[][] expected = new double[most + 1][outcomes];
    Grid grid = Grid.STANDARD;
    double[] points = grid.points();
    double[] prior = grid.prior();
    for (int q = 0; q < points.length; q++) {
      double[] rest = distribution(items, item, most, points[q]);
      double[] p = items.get(item).at(points[q]).p();
      for (int score = 0; score <= most; score++) {
        for (int k = 0; k < outcomes && k <= score; k++) {
          expected[score][k] += prior[q] * p[k] * rest[score - k];
        }
      }
    }
    for (int score = 0; score <= most; score++) {
      for (int k = 0; k < outcomes; k++) {
        expected[score][k] = all[score] > 0 ? expected[score][k] / all[score] : 0;
      }
    }
    return expected;
  }

  /** P(score) over all abilities. */
  private static double[] scores(List<? extends ItemModel> items, int most) {
    double[] sum = new double[most + 1];
    double[] points = Grid.STANDARD.points();
    double[] prior = Grid.STANDARD.prior();
    for (int q = 0; q < points.length; q++) {
      double[] scores = distribution(items, -1, most, points[q]);
      for (int score = 0; score <= most; score++) {
        sum[score] += prior[q] * scores[score];
      }
    }
    return sum;
  }

  /** P(score | θ) without one of the items, by Lord and Wingersky's recursion. */
  private static double[] distribution(
      List<? extends ItemModel> items, int without, int most, double ability) {
    double[] scores = new double[most + 1];
    scores[0] = 1;
    int reached = 0;
    for (int i = 0; i < items.size(); i++) {
      if (i != without) {
        double[] p = items.get(i).at(ability).p();
        double[] next = new double[most + 1];
        for (int score = 0; score <= reached; score++) {
          for (int k = 0; k < p.length; k++) {
            next[score + k] += scores[score] * p[k];
          }
        }
        reached += p.length - 1;
        scores = next;
      }
    }
    return scores;
  }

  private static ScoreFit fit(long[][] came, double[][] share, int estimated) {
    int outcomes = share[0].length;
    List<double[]> seen = new ArrayList<>();
    List<double[]> wanted = new ArrayList<>();
    double[] s = new double[outcomes];
    double[] w = new double[outcomes];
    // All or nothing done says nothing of an item: every outcome is then certain.
    for (int score = 1; score < share.length - 1; score++) {
      long people = 0;
      for (long count : came[score]) {
        people += count;
      }
      boolean enough = true;
      for (int k = 0; k < outcomes; k++) {
        s[k] += came[score][k];
        w[k] += people * share[score][k];
        enough &= w[k] >= FEWEST;
      }
      if (enough) {
        seen.add(s);
        wanted.add(w);
        s = new double[outcomes];
        w = new double[outcomes];
      }
    }
    if (!seen.isEmpty()) {
      // What is left over joins the last group.
      for (int k = 0; k < outcomes; k++) {
        seen.get(seen.size() - 1)[k] += s[k];
        wanted.get(wanted.size() - 1)[k] += w[k];
      }
    }
    double statistic = 0;
    for (int g = 0; g < seen.size(); g++) {
      for (int k = 0; k < outcomes; k++) {
        double away = seen.get(g)[k] - wanted.get(g)[k];
        statistic += away * away / wanted.get(g)[k];
      }
    }
    int degrees = Math.max(0, seen.size() * (outcomes - 1) - estimated);
    double p =
        degrees > 0
            ? ChiSquaredDistribution.of(degrees).survivalProbability(statistic)
            : Double.NaN;
    return new ScoreFit(statistic, degrees, p);
  }
}
