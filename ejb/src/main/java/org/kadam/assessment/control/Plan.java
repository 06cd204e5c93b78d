package org.kadam.assessment.control;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.util.Map;
import java.util.Set;

/**
 * What a phone needs to score a form without a network and without knowing a model: rows of whole
 * numbers to multiply and add. Probabilities, logits and weights are scaled by 10,000, the points
 * of the grid by 100; the prior's scale falls out when the posterior is divided by its sum.
 *
 * <ul>
 *   <li>{@code grid}: the abilities; {@code prior}: their weights before an answer, 10⁸ at the
 *       peak, so that the tails keep their digits
 *   <li>{@code right}: for each item P(right | θ) at each point; wrong is the rest to 10,000
 *   <li>{@code helped}: the same of having done it at least with help ({@link ItemModel#withHelp}),
 *       for each observed task; of other items help says nothing, and of all where there are fewer
 *       than two cuts
 *   <li>{@code below}: for each cut the weights w with P(θ &lt; cut) = Σ w·posterior
 *   <li>{@code cuts}, {@code flagCut} and {@code difficulty}: what the rows were made from, which
 *       the server scores by
 * </ul>
 */
public final class Plan {

  private static final int SCALE = 10_000;
  private static final int GRID_SCALE = 100;
  private static final int PRIOR_SCALE = 100_000_000;

  private Plan() {}

  /**
   * The plan of items with difficulties in logits, which are rounded to 10⁻⁴.
   *
   * @param observed which of them are observed tasks
   */
  public static JsonObject of(Map<String, Double> difficulties, Set<String> observed, Cuts cuts) {
    Grid grid = Grid.STANDARD;
    var right = Json.createObjectBuilder();
    var helped = Json.createObjectBuilder();
    var difficulty = Json.createObjectBuilder();
    difficulties.forEach(
        (id, b) -> {
          Logistic model = Logistic.rasch(rounded(b));
          right.add(id, scaled(model.row(1, grid), SCALE));
          if (observed.contains(id)) {
            cuts.help()
                .ifPresent(help -> helped.add(id, scaled(model.withHelp(help, grid), SCALE)));
          }
          difficulty.add(id, scaled(b));
        });
    var below = Json.createArrayBuilder();
    cuts.at().forEach(cut -> below.add(scaled(grid.below(rounded(cut)), SCALE)));
    double[] cutsAt = cuts.at().stream().mapToDouble(Double::doubleValue).toArray();
    return Json.createObjectBuilder()
        .add("model", Form.ENGINE)
        .add("grid", scaled(grid.points(), GRID_SCALE))
        .add("prior", scaled(grid.row(point -> Math.exp(-point * point / 2)), PRIOR_SCALE))
        .add("right", right)
        .add("helped", helped)
        .add("below", below)
        .add("cuts", scaled(cutsAt, SCALE))
        .add("flagCut", cuts.flag())
        .add("difficulty", difficulty)
        .build();
  }

  static double unscaled(JsonNumber number) {
    return number.doubleValue() / SCALE;
  }

  /** Logits as whole ten-thousandths. */
  static long scaled(double logits) {
    return Math.round(logits * SCALE);
  }

  /** Logits that are whole ten-thousandths. */
  static double rounded(double logits) {
    return Math.round(logits * SCALE) / (double) SCALE;
  }

  private static JsonArray scaled(double[] row, int scale) {
    var array = Json.createArrayBuilder();
    for (double value : row) {
      array.add(Math.round(value * scale));
    }
    return array.build();
  }
}
