package org.kadam.assessment.control.adaptive;

import java.util.Arrays;
import java.util.List;
import org.kadam.assessment.control.Cuts;
import org.kadam.assessment.control.Grid;
import org.kadam.assessment.control.ItemModel;

/**
 * Everything that choosing the next item and scoring need, as numbers on a grid and no model any
 * more: whoever holds them multiplies rows and compares.
 *
 * @param points abilities in logits, ascending
 * @param prior their weights before an answer, summing to 1
 * @param rows for each item and outcome P(outcome | θ) at each point
 * @param helped for each item how likely it is at each point that it is done at least with help,
 *     see {@link ItemModel#withHelp}; null where what was done with help says nothing: it is no
 *     observed task, or nobody knows what help is worth
 * @param areas for each item the number of its area
 * @param observed for each item whether it is an observed task
 * @param below for each cut the weights w with P(θ &lt; cut) = Σ w·posterior
 */
public record Tables(
    double[] points,
    double[] prior,
    double[][][] rows,
    double[][] helped,
    int[] areas,
    boolean[] observed,
    double[][] below) {

  /** The unrounded tables of a bank. */
  public static Tables of(
      Grid grid, List<? extends ItemModel> bank, int[] areas, boolean[] observed, Cuts cuts) {
    if (bank.size() != areas.length || bank.size() != observed.length) {
      throw new IllegalArgumentException("Each item needs an area and a kind");
    }
    double[][][] rows = new double[bank.size()][][];
    for (int item = 0; item < rows.length; item++) {
      ItemModel model = bank.get(item);
      rows[item] = new double[model.outcomes()][];
      for (int k = 0; k < model.outcomes(); k++) {
        rows[item][k] = model.row(k, grid);
      }
    }
    double[][] helped = new double[bank.size()][];
    for (int item = 0; item < helped.length; item++) {
      ItemModel model = bank.get(item);
      if (observed[item]) {
        helped[item] = cuts.help().map(help -> model.withHelp(help, grid)).orElse(null);
      }
    }
    double[][] below = cuts.at().stream().map(grid::below).toArray(double[][]::new);
    return new Tables(
        grid.points(), grid.prior(), rows, helped, areas.clone(), observed.clone(), below);
  }

  /**
   * The same with each probability rounded to so many parts, as a phone gets them: all outcomes but
   * the last are rounded, the last is what is left, and none is 0: no answer may be impossible.
   */
  public Tables rounded(int parts) {
    double[][][] rounded = new double[rows.length][][];
    double[][] roundedHelp = new double[rows.length][];
    for (int item = 0; item < rows.length; item++) {
      rounded[item] = rounded(rows[item], parts);
      double[] with = helped[item];
      if (with != null) {
        roundedHelp[item] = rounded(new double[][] {rest(with), with}, parts)[1];
      }
    }
    return new Tables(points, prior, rounded, roundedHelp, areas, observed, below);
  }

  private static double[][] rounded(double[][] outcomes, int parts) {
    double[][] rounded = new double[outcomes.length][outcomes[0].length];
    int last = outcomes.length - 1;
    for (int q = 0; q < outcomes[0].length; q++) {
      long left = parts;
      for (int k = 0; k < last; k++) {
        long most = left - (last - k);
        long part = Math.min(most, Math.max(1, Math.round(outcomes[k][q] * parts)));
        rounded[k][q] = part / (double) parts;
        left -= part;
      }
      rounded[last][q] = left / (double) parts;
    }
    return rounded;
  }

  /** What a row of probabilities leaves to 1. */
  static double[] rest(double[] row) {
    return Arrays.stream(row).map(p -> 1 - p).toArray();
  }

  public int items() {
    return rows.length;
  }
}
