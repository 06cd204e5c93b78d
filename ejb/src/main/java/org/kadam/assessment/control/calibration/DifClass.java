package org.kadam.assessment.control.calibration;

/**
 * How much an item works differently for two groups of the same ability, in the classes of the
 * Educational Testing Service (Zieky 1993).
 */
public enum DifClass {
  /** Too few people in one of the groups for a verdict. */
  NOT_ENOUGH_DATA,
  /** Negligible: not significant, or |D| below 1. */
  A,
  /** Between. */
  B,
  /** Large: |D| of 1.5 or more, and significantly more than 1. */
  C
}
