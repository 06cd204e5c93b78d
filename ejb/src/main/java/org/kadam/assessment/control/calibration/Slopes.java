package org.kadam.assessment.control.calibration;

/** What is allowed of discriminations. */
public enum Slopes {
  /** All are 1: the Rasch and the partial credit model. */
  ONE,
  /** One for all, estimated: the same with an estimated spread of ability. */
  COMMON,
  /** One for each item: the two-parameter and the generalised partial credit model. */
  FREE
}
