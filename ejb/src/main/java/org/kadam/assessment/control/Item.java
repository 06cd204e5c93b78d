package org.kadam.assessment.control;

import jakarta.json.JsonObject;

/**
 * One item of a form, as it was published.
 *
 * @param difficulty b of the Rasch model in logits
 * @param observed whether it is a task that is done, rather than a question that is answered
 * @param structure all of it, for the item's type
 */
public record Item(
    String id, String type, double difficulty, boolean observed, JsonObject structure) {

  /** Which wording and task it was; grows when answers to it would mean something else. */
  public int version() {
    return structure.getInt("version", 1);
  }

  /** P(outcome | θ) on a grid; right is 1, wrong 0. */
  double[] row(int outcome, Grid grid) {
    return Logistic.rasch(difficulty).row(outcome, grid);
  }
}
