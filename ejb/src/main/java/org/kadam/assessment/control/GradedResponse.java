package org.kadam.assessment.control;

import java.util.List;

/**
 * An item judged in grades: P(k | θ) = P*_k − P*_{k+1}, where P*_k = 1 / (1 + e^(−a(θ − b_k))) is
 * the probability of grade k or better, P*_0 = 1 (Samejima 1969), D = 1.
 *
 * @param discrimination a, above 0
 * @param thresholds b_1 … b_m in logits, ascending
 */
public record GradedResponse(double discrimination, List<Double> thresholds) implements ItemModel {

  public GradedResponse {
    thresholds = List.copyOf(thresholds);
    if (!Double.isFinite(discrimination) || discrimination <= 0) {
      throw new IllegalArgumentException("A discrimination must be a number above 0");
    }
    if (thresholds.isEmpty() || !thresholds.stream().allMatch(Double::isFinite)) {
      throw new IllegalArgumentException("An item needs a threshold, and each must be a number");
    }
    for (int k = 1; k < thresholds.size(); k++) {
      if (thresholds.get(k) <= thresholds.get(k - 1)) {
        throw new IllegalArgumentException("Thresholds must ascend");
      }
    }
  }

  @Override
  public int outcomes() {
    return thresholds.size() + 1;
  }

  @Override
  public double probability(int outcome, double ability) {
    return at(ability).p()[outcome];
  }

  @Override
  public Curve at(double ability) {
    Curve curve = Curve.of(outcomes());
    double better = 1;
    double worse = 0;
    double first = 0;
    double second = 0;
    for (int k = 0; k < outcomes(); k++) {
      double nextBetter = 0;
      double nextWorse = 1;
      if (k < thresholds.size()) {
        double x = discrimination * (ability - thresholds.get(k));
        nextBetter = 1 / (1 + Math.exp(-x));
        nextWorse = 1 / (1 + Math.exp(x));
      }
      double nextFirst = discrimination * nextBetter * nextWorse;
      double nextSecond = discrimination * nextFirst * (nextWorse - nextBetter);
      // From whichever side is small, so that no digits are lost far from the thresholds.
      curve.p()[k] = better < 0.5 ? better - nextBetter : nextWorse - worse;
      curve.first()[k] = first - nextFirst;
      curve.second()[k] = second - nextSecond;
      better = nextBetter;
      worse = nextWorse;
      first = nextFirst;
      second = nextSecond;
    }
    return curve;
  }
}
