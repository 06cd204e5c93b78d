package org.kadam.assessment.control;

import java.util.List;

/**
 * What the answers so far say about one ability: the probability of each point of a {@link Grid}
 * after Bayes's rule, posterior ∝ prior · Π P(outcome | θ). Without an answer it is the prior; all
 * right and all wrong are answers like any other, where a maximum-likelihood estimate would be
 * infinite.
 */
public final class Posterior {

  private static final double SMALL = 1e-200;

  private final Grid grid;
  private final double[] mass;

  private Posterior(Grid grid, double[] mass) {
    this.grid = grid;
    this.mass = mass;
  }

  /**
   * The posterior after some answers, in any order.
   *
   * @param rows for each answer P(outcome | θ) at each point of the grid
   * @throws IllegalArgumentException for a row of another length, a number that is no probability
   *     (NaN too), or answers that are impossible at every point
   */
  public static Posterior of(Grid grid, List<double[]> rows) {
    double[] mass = grid.prior();
    int near = mass.length / 2;
    for (double[] row : rows) {
      check(row, mass.length);
      for (int i = 0; i < mass.length; i++) {
        mass[i] *= row[i];
      }
      // One mass that is large enough says that the largest is, without looking for it.
      if (mass[near] < SMALL) {
        near = largest(mass);
        if (mass[near] < SMALL) {
          scale(mass, mass[near]);
        }
      }
    }
    double total = 0;
    for (double m : mass) {
      total += m;
    }
    scale(mass, total);
    return new Posterior(grid, mass);
  }

  private static void check(double[] row, int length) {
    if (row.length != length) {
      throw new IllegalArgumentException("A row must have a number for each point");
    }
    for (double p : row) {
      if (!(p >= 0 && p <= 1)) {
        throw new IllegalArgumentException("A row must hold probabilities");
      }
    }
  }

  private static int largest(double[] mass) {
    int largest = 0;
    for (int i = 1; i < mass.length; i++) {
      largest = mass[i] > mass[largest] ? i : largest;
    }
    return largest;
  }

  private static void scale(double[] mass, double total) {
    if (total == 0) {
      throw new IllegalArgumentException("These answers are impossible at every ability");
    }
    for (int i = 0; i < mass.length; i++) {
      mass[i] /= total;
    }
  }

  /** The probability of each point of the grid; they sum to 1. */
  public double[] masses() {
    return mass.clone();
  }

  /** EAP, the expected ability a posteriori, Σ θ·posterior, in logits. */
  public double mean() {
    double[] points = grid.pointsHere();
    double mean = 0;
    for (int i = 0; i < mass.length; i++) {
      mean += points[i] * mass[i];
    }
    return mean;
  }

  /** The posterior's standard deviation in logits: the standard error of {@link #mean}. */
  public double sd() {
    double[] points = grid.pointsHere();
    double mean = mean();
    double variance = 0;
    for (int i = 0; i < mass.length; i++) {
      variance += (points[i] - mean) * (points[i] - mean) * mass[i];
    }
    return Math.sqrt(variance);
  }

  /** P(θ &lt; cut) for a cut in logits, from 0 to 1; see {@link Grid#below}. */
  public double below(double cut) {
    double[] weights = grid.below(cut);
    double sum = 0;
    for (int i = 0; i < mass.length; i++) {
      sum += weights[i] * mass[i];
    }
    return Math.min(1, Math.max(0, sum));
  }
}
