package org.kadam.assessment.control.calibration;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Differential item functioning by logistic regression (Swaminathan and Rogers 1990, Journal of
 * Educational Measurement 27:361): logit p = β₀ + β₁θ against + β₂G + β₃θG. The group's own terms
 * tell an item that is harder throughout (uniform) from one that parts high and low (not uniform).
 *
 * @param chiSquare of both terms of the group together, two degrees of freedom
 * @param p how probable a value at least this large is by chance
 * @param uniform chi-square of β₂ alone, one degree of freedom
 * @param crossing chi-square of β₃ beside β₂, one degree of freedom
 * @param effect what Nagelkerke's R² gains by the group
 * @param enough whether both groups have enough people for a verdict
 */
public record LogisticDif(
    double chiSquare, double p, double uniform, double crossing, double effect, boolean enough) {

  private static final int MOST_STEPS = 50;
  private static final double NEAR_ENOUGH = 1e-10;

  /**
   * Compares two groups on one item.
   *
   * @param ability what people are matched by: an ability in logits, or a number of items done
   */
  public static LogisticDif of(boolean[] done, boolean[] focal, double[] ability) {
    int n = done.length;
    double[][] terms = new double[n][4];
    int ofFocal = 0;
    for (int i = 0; i < n; i++) {
      double group = focal[i] ? 1 : 0;
      terms[i] = new double[] {1, ability[i], group, ability[i] * group};
      ofFocal += focal[i] ? 1 : 0;
    }
    double none = logLikelihood(done, terms, 1);
    double matched = logLikelihood(done, terms, 2);
    double shifted = logLikelihood(done, terms, 3);
    double crossed = logLikelihood(done, terms, 4);
    double chiSquare = Math.max(0, 2 * (crossed - matched));
    return new LogisticDif(
        chiSquare,
        ChiSquaredDistribution.of(2).survivalProbability(chiSquare),
        Math.max(0, 2 * (shifted - matched)),
        Math.max(0, 2 * (crossed - shifted)),
        nagelkerke(none, crossed, n) - nagelkerke(none, matched, n),
        Math.min(ofFocal, n - ofFocal) >= MantelHaenszel.ENOUGH);
  }

  private static double nagelkerke(double none, double model, int n) {
    double most = 1 - Math.exp(2 * none / n);
    return most > 0 ? (1 - Math.exp(2 * (none - model) / n)) / most : 0;
  }

  /** The highest log-likelihood with the first so many terms, by Newton's method. */
  private static double logLikelihood(boolean[] done, double[][] terms, int used) {
    double[] beta = new double[used];
    double height = Double.NEGATIVE_INFINITY;
    for (int step = 0; step < MOST_STEPS; step++) {
      double[] gradient = new double[used];
      double[][] information = new double[used][used];
      double here = 0;
      for (int i = 0; i < done.length; i++) {
        double z = 0;
        for (int j = 0; j < used; j++) {
          z += beta[j] * terms[i][j];
        }
        double p = 1 / (1 + Math.exp(-z));
        here -= Math.log1p(Math.exp(done[i] ? -z : z));
        for (int j = 0; j < used; j++) {
          gradient[j] += ((done[i] ? 1 : 0) - p) * terms[i][j];
          for (int k = 0; k < used; k++) {
            information[j][k] += p * (1 - p) * terms[i][j] * terms[i][k];
          }
        }
      }
      if (here - height < NEAR_ENOUGH && step > 0) {
        return Math.max(here, height);
      }
      height = here;
      for (int j = 0; j < used; j++) {
        information[j][j] += 1e-9;
      }
      double[] move = Matrices.solve(information, gradient);
      for (int j = 0; j < used; j++) {
        beta[j] += move[j];
      }
    }
    return height;
  }
}
