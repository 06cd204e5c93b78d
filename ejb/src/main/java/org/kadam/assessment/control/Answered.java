package org.kadam.assessment.control;

/**
 * An item and what came of it, as a number.
 *
 * @param outcome from 0 (not done) to {@code model.outcomes() - 1}
 */
public record Answered(ItemModel model, int outcome) {

  public Answered {
    if (outcome < 0 || outcome >= model.outcomes()) {
      throw new IllegalArgumentException("The item has no outcome " + outcome);
    }
  }
}
