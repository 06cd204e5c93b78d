package org.kadam.assessment.control.calibration;

import org.kadam.assessment.control.Logistic;

/**
 * The area between the curves of one item in two groups, over all abilities (Raju 1988,
 * Psychometrika 53:495): the signed one is b₂ − b₁, the unsigned one |2(a₂ − a₁)/(a₁a₂)·ln(1 +
 * e^{a₁a₂(b₂ − b₁)/(a₂ − a₁)}) − (b₂ − b₁)|. Two-parameter items, D = 1.
 */
public record CurveArea(double signed, double unsigned) {

  /**
   * Between two curves.
   *
   * @throws IllegalArgumentException with a guessing rate: the area would be infinite
   */
  public static CurveArea between(Logistic first, Logistic second) {
    if (first.guessing() != 0 || second.guessing() != 0) {
      throw new IllegalArgumentException("Items with a guessing rate have no finite area");
    }
    double apart = second.difficulty() - first.difficulty();
    double steeper = second.discrimination() - first.discrimination();
    double product = first.discrimination() * second.discrimination();
    if (Math.abs(steeper) < 1e-12) {
      return new CurveArea(apart, Math.abs(apart));
    }
    double x = product * apart / steeper;
    // ln(1 + e^x) without an overflow
    double soft = Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
    return new CurveArea(apart, Math.abs(2 * steeper / product * soft - apart));
  }
}
