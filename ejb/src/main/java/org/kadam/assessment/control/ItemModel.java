package org.kadam.assessment.control;

/**
 * How likely each outcome of an item is for a given ability. Scoring needs nothing else of a model:
 * it multiplies rows of P(outcome | θ) on a {@link Grid}.
 */
public sealed interface ItemModel permits Logistic, PartialCredit {

  /** How many outcomes there are, numbered from 0 (not done) upwards. */
  int outcomes();

  /**
   * P(outcome | θ).
   *
   * @param outcome from 0 to {@code outcomes() - 1}
   * @param ability θ in logits
   */
  double probability(int outcome, double ability);

  /** P(outcome | θ) at each point of a grid. */
  default double[] row(int outcome, Grid grid) {
    if (outcome < 0 || outcome >= outcomes()) {
      throw new IllegalArgumentException("The item has no outcome " + outcome);
    }
    return grid.row(ability -> probability(outcome, ability));
  }
}
