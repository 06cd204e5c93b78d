package org.kadam.assessment.control.calibration;

/** Why nothing can be said of an item by these answers. */
public enum Refusal {
  /** Nobody has answered it. */
  NO_ANSWERS,
  /** Everybody came to the same outcome, and there is no prior to hold its difficulty. */
  ONE_OUTCOME,
  /** An outcome between came to nobody, so that its steps cannot be told apart without a prior. */
  EMPTY_OUTCOME
}
