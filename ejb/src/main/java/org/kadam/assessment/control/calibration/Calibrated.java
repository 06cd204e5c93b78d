package org.kadam.assessment.control.calibration;

import java.util.List;
import org.kadam.assessment.control.PartialCredit;

/**
 * What a calibration says of one item.
 *
 * @param model the estimated model; null where it was refused
 * @param slopeError standard error of the discrimination; 0 where it is fixed, NaN where errors
 *     were not asked for
 * @param interceptErrors standard errors of the intercepts d_v = −a·b_v
 * @param stepErrors standard errors of the steps b_v in logits, by the delta method
 * @param refused why there is no model; null where there is
 */
public record Calibrated(
    PartialCredit model,
    double slopeError,
    List<Double> interceptErrors,
    List<Double> stepErrors,
    Refusal refused) {

  static Calibrated refused(Refusal why) {
    return new Calibrated(null, Double.NaN, List.of(), List.of(), why);
  }

  /** The only step of an item of two outcomes: its difficulty in logits. */
  public double difficulty() {
    return model.steps().get(0);
  }
}
