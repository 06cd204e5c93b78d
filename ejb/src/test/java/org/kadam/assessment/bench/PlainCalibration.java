package org.kadam.assessment.bench;

import org.kadam.assessment.control.Grid;

/**
 * The EM algorithm for two-parameter items as a textbook writes it (Bock and Aitkin 1981): a row a
 * person, a product over her items at each node, two Newton steps an item and round, no
 * acceleration. What {@link org.kadam.assessment.control.calibration.MarginalCalibration} is
 * measured against.
 */
final class PlainCalibration {

  final double[] slope;
  final double[] intercept;
  int rounds;

  PlainCalibration(int items) {
    slope = new double[items];
    intercept = new double[items];
    java.util.Arrays.fill(slope, 1);
  }

  /** Until no slope or intercept moves by {@code change} or more, or so many rounds are done. */
  void fit(byte[][] table, Grid nodes, double change, int mostRounds) {
    double moved = Double.POSITIVE_INFINITY;
    while (moved >= change && rounds < mostRounds) {
      moved = round(table, nodes.points(), nodes.prior());
      rounds++;
    }
  }

  private double round(byte[][] table, double[] points, double[] prior) {
    int items = slope.length;
    int nodes = points.length;
    double[][] p = new double[items][nodes];
    for (int i = 0; i < items; i++) {
      for (int q = 0; q < nodes; q++) {
        p[i][q] = 1 / (1 + Math.exp(-(slope[i] * points[q] + intercept[i])));
      }
    }
    double[] people = new double[nodes];
    double[][] right = new double[items][nodes];
    double[] mass = new double[nodes];
    for (byte[] row : table) {
      double total = 0;
      for (int q = 0; q < nodes; q++) {
        double m = prior[q];
        for (int i = 0; i < items; i++) {
          m *= row[i] == 1 ? p[i][q] : 1 - p[i][q];
        }
        mass[q] = m;
        total += m;
      }
      for (int q = 0; q < nodes; q++) {
        double share = mass[q] / total;
        people[q] += share;
        for (int i = 0; i < items; i++) {
          right[i][q] += row[i] * share;
        }
      }
    }
    double moved = 0;
    for (int i = 0; i < items; i++) {
      double a = slope[i];
      double d = intercept[i];
      newton(i, right[i], people, points);
      newton(i, right[i], people, points);
      moved = Math.max(moved, Math.max(Math.abs(slope[i] - a), Math.abs(intercept[i] - d)));
    }
    return moved;
  }

  private void newton(int i, double[] right, double[] people, double[] points) {
    double ga = 0;
    double gd = 0;
    double aa = 0;
    double ad = 0;
    double dd = 0;
    for (int q = 0; q < points.length; q++) {
      double p = 1 / (1 + Math.exp(-(slope[i] * points[q] + intercept[i])));
      double left = right[q] - people[q] * p;
      double weight = people[q] * p * (1 - p);
      ga += left * points[q];
      gd += left;
      aa += weight * points[q] * points[q];
      ad += weight * points[q];
      dd += weight;
    }
    double determinant = aa * dd - ad * ad;
    slope[i] += (dd * ga - ad * gd) / determinant;
    intercept[i] += (aa * gd - ad * ga) / determinant;
  }
}
