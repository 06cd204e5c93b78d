package org.kadam.assessment.control;

import java.util.List;

/**
 * An item done in parts: P(k | θ) ∝ exp Σ_{v ≤ k} a(θ − b_v), the generalised partial credit model
 * (Muraki 1992), D = 1. One step makes it the two-parameter model.
 *
 * @param discrimination a, above 0
 * @param steps b_1 … b_m in logits, where outcomes v − 1 and v are equally likely; they need not
 *     ascend
 */
public record PartialCredit(double discrimination, List<Double> steps) implements ItemModel {

  public PartialCredit {
    steps = List.copyOf(steps);
    if (!Double.isFinite(discrimination) || discrimination <= 0) {
      throw new IllegalArgumentException("A discrimination must be a number above 0");
    }
    if (steps.isEmpty() || !steps.stream().allMatch(Double::isFinite)) {
      throw new IllegalArgumentException("An item needs a step, and each step must be a number");
    }
  }

  @Override
  public int outcomes() {
    return steps.size() + 1;
  }

  @Override
  public double probability(int outcome, double ability) {
    return probabilities(ability)[outcome];
  }

  private double[] probabilities(double ability) {
    double[] p = new double[outcomes()];
    double largest = 0;
    for (int k = 1; k < p.length; k++) {
      p[k] = p[k - 1] + discrimination * (ability - steps.get(k - 1));
      largest = Math.max(largest, p[k]);
    }
    double total = 0;
    for (int k = 0; k < p.length; k++) {
      p[k] = Math.exp(p[k] - largest);
      total += p[k];
    }
    for (int k = 0; k < p.length; k++) {
      p[k] /= total;
    }
    return p;
  }

  @Override
  public Curve at(double ability) {
    double[] p = probabilities(ability);
    double mean = 0;
    double square = 0;
    for (int k = 0; k < p.length; k++) {
      mean += k * p[k];
      square += (double) k * k * p[k];
    }
    double variance = square - mean * mean;
    Curve curve = Curve.of(p.length);
    for (int k = 0; k < p.length; k++) {
      double away = k - mean;
      curve.p()[k] = p[k];
      curve.first()[k] = discrimination * p[k] * away;
      curve.second()[k] = discrimination * discrimination * p[k] * (away * away - variance);
    }
    return curve;
  }
}
