package org.kadam.assessment.control.calibration;

import org.kadam.assessment.control.Grid;

/**
 * The maximisation step of one item: Newton's method on the expected log-likelihood Σ r_kq·ln
 * P_k(q) with the expert's prior, if any. The score of an outcome k at node q is θ_q·(k − E[k]) for
 * the slope and [k ≥ v] − P(K ≥ v) for intercept v; minus the Hessian is n_q times their
 * covariance.
 */
final class Climb {

  private static final int MOST_STEPS = 20;
  private static final double NEAR_ENOUGH = 1e-9;
  private static final double LONGEST_STEP = 1;

  private final double[] points;

  Climb(Grid nodes) {
    points = nodes.points();
  }

  /** Slope of f by the parameters, and minus its second derivatives. */
  record Slope(double[] gradient, double[][] information) {}

  /**
   * Climbs to the top.
   *
   * @param free whether the slope may move
   */
  void top(Parameters item, double[][] counts, Prior prior, boolean free) {
    for (int i = 0; i < MOST_STEPS; i++) {
      Slope slope = slope(item, counts, prior);
      double[] step = step(slope, free);
      double longest = 0;
      for (double s : step) {
        longest = Math.max(longest, Math.abs(s));
      }
      double shorten = longest > LONGEST_STEP ? LONGEST_STEP / longest : 1;
      double[] vector = item.vector();
      for (int p = 0; p < vector.length; p++) {
        vector[p] += shorten * step[p];
      }
      item.take(vector);
      if (longest < NEAR_ENOUGH) {
        return;
      }
    }
  }

  private static double[] step(Slope slope, boolean free) {
    int n = slope.gradient().length;
    int from = free ? 0 : 1;
    double[][] information = new double[n - from][n - from];
    double[] gradient = new double[n - from];
    for (int i = from; i < n; i++) {
      gradient[i - from] = slope.gradient()[i];
      for (int j = from; j < n; j++) {
        information[i - from][j - from] = slope.information()[i][j];
      }
      // A little of a ridge keeps the step finite where the answers say next to nothing.
      information[i - from][i - from] += 1e-8;
    }
    double[] found = Matrices.solve(information, gradient);
    double[] step = new double[n];
    System.arraycopy(found, 0, step, from, n - from);
    return step;
  }

  /** The gradient, and minus the Hessian, at an item's present parameters. */
  Slope slope(Parameters item, double[][] counts, Prior prior) {
    int outcomes = counts.length;
    double[] gradient = new double[outcomes];
    double[][] information = new double[outcomes][outcomes];
    double[] p = new double[outcomes];
    double[] score = new double[outcomes];
    for (int q = 0; q < points.length; q++) {
      item.probabilities(points[q], p);
      double n = 0;
      for (int k = 0; k < outcomes; k++) {
        n += counts[k][q];
      }
      double mean = 0;
      for (int k = 1; k < outcomes; k++) {
        mean += k * p[k];
      }
      for (int k = 0; k < outcomes; k++) {
        score[0] = points[q] * (k - mean);
        double atLeast = 1;
        for (int v = 1; v < outcomes; v++) {
          atLeast -= p[v - 1];
          score[v] = (k >= v ? 1 : 0) - atLeast;
        }
        for (int i = 0; i < outcomes; i++) {
          gradient[i] += counts[k][q] * score[i];
          for (int j = 0; j <= i; j++) {
            information[i][j] += n * p[k] * score[i] * score[j];
          }
        }
      }
    }
    for (int i = 0; i < outcomes; i++) {
      for (int j = 0; j < i; j++) {
        information[j][i] = information[i][j];
      }
    }
    if (prior != null) {
      hold(item, prior, gradient, information);
    }
    return new Slope(gradient, information);
  }

  /**
   * Adds −(b̄ − b_e)²/2s² with b̄ = −Σd/(m·a): its slope, and the square of b̄'s as information.
   */
  private static void hold(
      Parameters item, Prior prior, double[] gradient, double[][] information) {
    int steps = item.intercepts.length;
    double mean = item.meanDifficulty();
    double precision = 1 / (prior.spread() * prior.spread());
    double[] by = new double[steps + 1];
    by[0] = -mean / item.slope;
    for (int v = 1; v <= steps; v++) {
      by[v] = -1 / (steps * item.slope);
    }
    for (int i = 0; i <= steps; i++) {
      gradient[i] -= (mean - prior.difficulty()) * precision * by[i];
      for (int j = 0; j <= steps; j++) {
        information[i][j] += by[i] * by[j] * precision;
      }
    }
  }
}
