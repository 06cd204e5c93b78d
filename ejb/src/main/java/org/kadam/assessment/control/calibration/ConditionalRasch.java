package org.kadam.assessment.control.calibration;

import java.util.Arrays;

/**
 * Difficulties of Rasch items by conditional maximum likelihood (Andersen 1972, Journal of the
 * Royal Statistical Society B 34:42): given somebody's number of items done, which ones they were
 * no longer depends on her ability, so nothing is assumed of how ability is spread. Newton's method
 * with elementary symmetric functions by the summation algorithm. Everybody must have answered
 * every item; those with none or all done say nothing and are left out.
 */
public final class ConditionalRasch {

  private static final int MOST_STEPS = 100;
  private static final double NEAR_ENOUGH = 1e-10;

  /**
   * What was estimated.
   *
   * @param difficulties in logits, summing to 0
   * @param errors their standard errors under that sum
   * @param logLikelihood conditional on the numbers of items done
   * @param persons how many said something
   */
  public record Result(double[] difficulties, double[] errors, double logLikelihood, int persons) {}

  private ConditionalRasch() {}

  /**
   * Estimates.
   *
   * @throws IllegalArgumentException where an answer is missing, an item has not two outcomes, an
   *     item was done by all or none of those who say something, or nobody says anything
   */
  public static Result of(Responses responses) {
    int n = responses.items();
    long[] done = new long[n];
    long[] byScore = new long[n + 1];
    tally(responses, done, byScore);
    int persons = (int) Arrays.stream(byScore).sum();
    for (long d : done) {
      if (d == 0 || d == persons) {
        throw new IllegalArgumentException("An item was done by all or by none");
      }
    }
    double[] difficulties = new double[n];
    for (int i = 0; i < n; i++) {
      difficulties[i] = Math.log((persons - done[i]) / (double) done[i]);
    }
    center(difficulties);
    double moved = 1;
    for (int step = 0; step < MOST_STEPS && moved > NEAR_ENOUGH; step++) {
      moved = climb(difficulties, done, byScore);
    }
    double[][] covariance = centered(information(difficulties, byScore));
    double[] errors = new double[n];
    for (int i = 0; i < n; i++) {
      errors[i] = Math.sqrt(covariance[i][i]);
    }
    return new Result(difficulties, errors, logLikelihood(difficulties, done, byScore), persons);
  }

  private static void tally(Responses responses, long[] done, long[] byScore) {
    int n = responses.items();
    for (int item = 0; item < n; item++) {
      if (responses.outcomes(item) != 2) {
        throw new IllegalArgumentException("Conditional estimates are for two outcomes");
      }
    }
    if (n < 2 || !responses.complete()) {
      throw new IllegalArgumentException("Everybody must have answered two or more items");
    }
    int[] row = new int[n];
    for (int person = 0; person < responses.persons(); person++) {
      responses.outcomes(row, person);
      int score = Arrays.stream(row).sum();
      if (score > 0 && score < n) {
        byScore[score]++;
        for (int item = 0; item < n; item++) {
          done[item] += row[item];
        }
      }
    }
    if (Arrays.stream(byScore).sum() == 0) {
      throw new IllegalArgumentException("Nobody has done some items and not others");
    }
  }

  /** One step by Newton; how far the farthest difficulty moved. */
  private static double climb(double[] difficulties, long[] done, long[] byScore) {
    int n = difficulties.length;
    double[] gradient = new double[n];
    double[] all = functions(difficulties, -1, -1);
    for (int i = 0; i < n; i++) {
      double[] without = functions(difficulties, i, -1);
      gradient[i] = -done[i];
      for (int score = 1; score < n; score++) {
        gradient[i] += byScore[score] * share(difficulties[i], without, all, score);
      }
    }
    double[][] covariance = centered(information(difficulties, byScore));
    double[] step = new double[n];
    double farthest = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        step[i] += covariance[i][j] * gradient[j];
      }
      farthest = Math.max(farthest, Math.abs(step[i]));
    }
    double shorten = farthest > 1 ? 1 / farthest : 1;
    for (int i = 0; i < n; i++) {
      difficulties[i] += shorten * step[i];
    }
    center(difficulties);
    return farthest;
  }

  /** P(item done | score): ε·γ^(i)_{score−1}/γ_score, with ε = e^{−b}. */
  private static double share(double difficulty, double[] without, double[] all, int score) {
    return Math.exp(-difficulty) * without[score - 1] / all[score];
  }

  /**
   * Minus the second derivatives by the difficulties: Σ over scores of the outcomes' covariance.
   */
  private static double[][] information(double[] difficulties, long[] byScore) {
    int n = difficulties.length;
    double[] all = functions(difficulties, -1, -1);
    double[][] share = new double[n][n];
    for (int i = 0; i < n; i++) {
      double[] without = functions(difficulties, i, -1);
      for (int score = 1; score < n; score++) {
        share[i][score] = share(difficulties[i], without, all, score);
      }
    }
    double[][] information = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int score = 1; score < n; score++) {
        information[i][i] += byScore[score] * share[i][score] * (1 - share[i][score]);
      }
      for (int j = 0; j < i; j++) {
        double[] without = functions(difficulties, i, j);
        double both = Math.exp(-difficulties[i] - difficulties[j]);
        for (int score = 1; score < n; score++) {
          double joint = score < 2 ? 0 : both * without[score - 2] / all[score];
          information[i][j] += byScore[score] * (joint - share[i][score] * share[j][score]);
        }
        information[j][i] = information[i][j];
      }
    }
    return information;
  }

  /** The elementary symmetric functions γ_0 … γ_n of e^{−b}, without one or two of the items. */
  private static double[] functions(double[] difficulties, int without, int nor) {
    double[] gamma = new double[difficulties.length + 1];
    gamma[0] = 1;
    int taken = 0;
    for (int i = 0; i < difficulties.length; i++) {
      if (i != without && i != nor) {
        taken++;
        double epsilon = Math.exp(-difficulties[i]);
        for (int score = taken; score > 0; score--) {
          gamma[score] += epsilon * gamma[score - 1];
        }
      }
    }
    return gamma;
  }

  private static double logLikelihood(double[] difficulties, long[] done, long[] byScore) {
    double[] all = functions(difficulties, -1, -1);
    double sum = 0;
    for (int i = 0; i < difficulties.length; i++) {
      sum -= done[i] * difficulties[i];
    }
    for (int score = 1; score < difficulties.length; score++) {
      sum -= byScore[score] * Math.log(all[score]);
    }
    return sum;
  }

  /** The inverse of an information that is flat along (1 … 1), under the sum 0. */
  private static double[][] centered(double[][] information) {
    int n = information.length;
    double[][] propped = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        propped[i][j] = information[i][j] + 1.0 / n;
      }
    }
    double[][] inverse = Matrices.inverse(propped);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        inverse[i][j] -= 1.0 / n;
      }
    }
    return inverse;
  }

  private static void center(double[] difficulties) {
    double mean = Arrays.stream(difficulties).average().orElse(0);
    for (int i = 0; i < difficulties.length; i++) {
      difficulties[i] -= mean;
    }
  }
}
