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
    double[] sum = new double[outcomes()];
    double largest = 0;
    for (int k = 1; k < sum.length; k++) {
      sum[k] = sum[k - 1] + discrimination * (ability - steps.get(k - 1));
      largest = Math.max(largest, sum[k]);
    }
    double total = 0;
    for (double s : sum) {
      total += Math.exp(s - largest);
    }
    return Math.exp(sum[outcome] - largest) / total;
  }
}
