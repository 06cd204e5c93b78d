package org.kadam.assessment.control.calibration;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Differential item functioning of an item of two outcomes, people matched by the number of other
 * items done (Mantel and Haenszel 1959; Holland and Thayer 1988).
 *
 * @param oddsRatio α = Σ(AD/N)/Σ(BC/N): above 1 the item is easier for the reference group
 * @param delta MH D-DIF = −2.35·ln α: below 0 it is harder for the focal group
 * @param error standard error of {@code delta} (Phillips and Holland 1987)
 * @param chiSquare with the correction for continuity, one degree of freedom
 * @param p how probable a value at least this large is by chance
 * @param reference how many of the reference group answered
 * @param focal how many of the focal group answered
 */
public record MantelHaenszel(
    double oddsRatio,
    double delta,
    double error,
    double chiSquare,
    double p,
    int reference,
    int focal,
    DifClass verdict) {

  /** In each group there must be as many for a verdict: with 200 power is .72 for D = −1.5. */
  public static final int ENOUGH = 200;

  private static final double SCALE = 2.35;
  private static final double LARGE = 1.5;
  private static final double SMALL = 1;
  private static final double LEVEL = .05;

  /**
   * Compares two groups on one item.
   *
   * @param done for each person whether the item was done
   * @param focal for each person whether she is of the focal group
   * @param others for each person how many of the other items were done
   */
  public static MantelHaenszel of(boolean[] done, boolean[] focal, int[] others) {
    int most = 0;
    for (int score : others) {
      most = Math.max(most, score);
    }
    // Reference done, reference not, focal done, focal not: at each score.
    long[][] tables = new long[most + 1][4];
    int[] people = new int[2];
    for (int i = 0; i < done.length; i++) {
      tables[others[i]][(focal[i] ? 2 : 0) + (done[i] ? 0 : 1)]++;
      people[focal[i] ? 1 : 0]++;
    }
    return of(tables, people[0], people[1]);
  }

  private static MantelHaenszel of(long[][] tables, int reference, int focal) {
    double ad = 0;
    double bc = 0;
    double spread = 0;
    double a = 0;
    double expected = 0;
    double variance = 0;
    for (long[] t : tables) {
      double n = (double) t[0] + t[1] + t[2] + t[3];
      double ofReference = t[0] + t[1];
      double ofFocal = t[2] + t[3];
      if (ofReference > 0 && ofFocal > 0) {
        double right = (double) t[0] * t[3];
        double wrong = (double) t[1] * t[2];
        ad += right / n;
        bc += wrong / n;
        double done = t[0] + t[2];
        a += t[0];
        expected += ofReference * done / n;
        variance += ofReference * ofFocal * done * (n - done) / (n * n * (n - 1));
      }
    }
    double ratio = ad / bc;
    for (long[] t : tables) {
      double n = (double) t[0] + t[1] + t[2] + t[3];
      if (t[0] + t[1] > 0 && t[2] + t[3] > 0) {
        double right = (double) t[0] * t[3];
        double wrong = (double) t[1] * t[2];
        spread += (right + ratio * wrong) * (t[0] + t[3] + ratio * (t[1] + t[2])) / (n * n);
      }
    }
    double delta = -SCALE * Math.log(ratio);
    double error = SCALE * Math.sqrt(spread / (2 * ad * ad));
    double away = Math.max(0, Math.abs(a - expected) - .5);
    double chiSquare = variance > 0 ? away * away / variance : 0;
    double p = ChiSquaredDistribution.of(1).survivalProbability(chiSquare);
    return new MantelHaenszel(
        ratio,
        delta,
        error,
        chiSquare,
        p,
        reference,
        focal,
        verdict(delta, error, p, reference, focal));
  }

  private static DifClass verdict(double delta, double error, double p, int reference, int focal) {
    if (Math.min(reference, focal) < ENOUGH || !Double.isFinite(delta) || !Double.isFinite(error)) {
      return DifClass.NOT_ENOUGH_DATA;
    }
    double size = Math.abs(delta);
    if (p >= LEVEL || size < SMALL) {
      return DifClass.A;
    }
    double beyond = NormalDistribution.of(0, 1).inverseCumulativeProbability(1 - LEVEL);
    return size >= LARGE && (size - SMALL) / error > beyond ? DifClass.C : DifClass.B;
  }
}
