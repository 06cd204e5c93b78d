package org.kadam.assessment.control.adaptive;

import java.util.List;
import org.kadam.assessment.control.Grid;
import org.kadam.assessment.control.Posterior;

/**
 * What is known of somebody in the middle of an assessment: the likelihood of her answers at each
 * point of a grid, not divided by anything, and her present EAP.
 */
public final class Situation {

  private final Grid grid;
  private final double[] likelihood;
  private final double[] posterior;
  private final double ability;

  private Situation(Grid grid, double[] likelihood, double[] posterior, double ability) {
    this.grid = grid;
    this.likelihood = likelihood;
    this.posterior = posterior;
    this.ability = ability;
  }

  /**
   * After some answers.
   *
   * @param rows for each answer P(outcome | θ) at each point of the grid
   * @throws IllegalArgumentException as {@link Posterior#of}
   */
  public static Situation after(Grid grid, List<double[]> rows) {
    Posterior posterior = Posterior.of(grid, rows);
    double[] likelihood = grid.row(point -> 1);
    for (double[] row : rows) {
      for (int q = 0; q < likelihood.length; q++) {
        likelihood[q] *= row[q];
      }
    }
    return new Situation(grid, likelihood, posterior.masses(), posterior.mean());
  }

  /** The present EAP in logits. */
  public double ability() {
    return ability;
  }

  Grid grid() {
    return grid;
  }

  double[] likelihood() {
    return likelihood;
  }

  double[] posterior() {
    return posterior;
  }
}
