package org.kadam.assessment.control;

import jakarta.json.JsonObject;
import java.util.Optional;

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

  /**
   * How likely what came of it is at each point of a grid; empty where that says nothing of her.
   *
   * @param help what doing it with help says; empty where it says nothing
   */
  Optional<double[]> row(Outcome outcome, Optional<Help> help, Grid grid) {
    Logistic model = Logistic.rasch(difficulty);
    return switch (outcome) {
      case DONE -> Optional.of(model.row(1, grid));
      case NOT_DONE -> Optional.of(model.row(0, grid));
      case HELPED -> observed ? help.map(says -> model.withHelp(says, grid)) : Optional.empty();
      case HELPED_NOT_DONE -> Optional.empty();
    };
  }
}
