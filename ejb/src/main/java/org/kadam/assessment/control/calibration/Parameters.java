package org.kadam.assessment.control.calibration;

import java.util.ArrayList;
import java.util.List;
import org.kadam.assessment.control.PartialCredit;

/**
 * One item in the form that is climbed: z_k = k·a·θ + Σ_{v ≤ k} d_v, P_k ∝ e^{z_k}. The steps of
 * {@link PartialCredit} are b_v = −d_v/a.
 */
final class Parameters {

  private static final double LOWEST_SLOPE = 0.05;
  private static final double HIGHEST_SLOPE = 10;
  private static final double FARTHEST = 30;

  double slope = 1;
  final double[] intercepts;

  Parameters(int outcomes) {
    intercepts = new double[outcomes - 1];
  }

  /** A start from how often each outcome came: the log odds of neighbours. */
  static Parameters start(long[] counts, Prior prior) {
    Parameters start = new Parameters(counts.length);
    for (int v = 0; v < start.intercepts.length; v++) {
      double odds = (counts[v + 1] + 0.5) / (counts[v] + 0.5);
      start.intercepts[v] = prior == null ? Math.log(odds) : -prior.difficulty();
    }
    return start;
  }

  int size() {
    return intercepts.length + 1;
  }

  /** P(k) at an ability, into an array with a number for each outcome. */
  void probabilities(double ability, double[] into) {
    double largest = 0;
    into[0] = 0;
    for (int k = 1; k < into.length; k++) {
      into[k] = into[k - 1] + slope * ability + intercepts[k - 1];
      largest = Math.max(largest, into[k]);
    }
    double total = 0;
    for (int k = 0; k < into.length; k++) {
      into[k] = Math.exp(into[k] - largest);
      total += into[k];
    }
    for (int k = 0; k < into.length; k++) {
      into[k] /= total;
    }
  }

  /** Slope first, then the intercepts. */
  double[] vector() {
    double[] vector = new double[size()];
    vector[0] = slope;
    System.arraycopy(intercepts, 0, vector, 1, intercepts.length);
    return vector;
  }

  /** Takes a vector, kept within what any item can be. */
  void take(double[] vector) {
    slope = Math.min(HIGHEST_SLOPE, Math.max(LOWEST_SLOPE, vector[0]));
    for (int v = 0; v < intercepts.length; v++) {
      intercepts[v] = Math.min(FARTHEST, Math.max(-FARTHEST, vector[v + 1]));
    }
  }

  double meanDifficulty() {
    double sum = 0;
    for (double d : intercepts) {
      sum -= d;
    }
    return sum / (intercepts.length * slope);
  }

  PartialCredit model() {
    List<Double> steps = new ArrayList<>();
    for (double d : intercepts) {
      steps.add(-d / slope);
    }
    return new PartialCredit(slope, steps);
  }
}
