package org.kadam.assessment.control.calibration;

/**
 * What experts think of an item's difficulty before there are answers: the mean of its steps is
 * N(difficulty, spread²).
 *
 * @param difficulty in logits
 * @param spread standard deviation in logits, above 0
 */
public record Prior(double difficulty, double spread) {

  public Prior {
    if (!Double.isFinite(difficulty) || !Double.isFinite(spread) || spread <= 0) {
      throw new IllegalArgumentException("A difficulty and a spread above 0 are needed");
    }
  }
}
