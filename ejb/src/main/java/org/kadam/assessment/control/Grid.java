package org.kadam.assessment.control;

import java.util.function.DoubleUnaryOperator;

/**
 * Points of ability θ (in logits) at even steps, with the weight that the prior N(0,1) gives each
 * before any answer is known. All integrals over ability are sums over these points by the
 * trapezoid rule (the two ends count half): with a smooth posterior that has died away at both
 * ends, such a sum errs far less than its step suggests.
 */
public final class Grid {

  /**
   * The grid that answers are scored on: 61 points from −6 to 6, step 0.2. With 15 Rasch items its
   * EAP and posterior SD are within 10⁻⁵ of a grid a hundred times as dense, all right and all
   * wrong included; −4 to 4 would cut off enough of an all-right posterior to move it by 10⁻³.
   */
  public static final Grid STANDARD = even(-6, 6, 61);

  private final double[] points;
  private final double[] prior;
  private final double step;

  private Grid(double[] points, double[] prior, double step) {
    this.points = points;
    this.prior = prior;
    this.step = step;
  }

  /**
   * Points from one ability to another, both included.
   *
   * @throws IllegalArgumentException unless the ends are finite and ascending, and the points at
   *     least 3
   */
  public static Grid even(double from, double to, int points) {
    if (!Double.isFinite(from) || !Double.isFinite(to) || from >= to || points < 3) {
      throw new IllegalArgumentException("A grid needs two ascending ends and three points");
    }
    double step = (to - from) / (points - 1);
    double[] at = new double[points];
    double[] prior = new double[points];
    double total = 0;
    for (int i = 0; i < points; i++) {
      at[i] = from + i * step;
      prior[i] = Math.exp(-at[i] * at[i] / 2) * (i == 0 || i == points - 1 ? 0.5 : 1);
      total += prior[i];
    }
    for (int i = 0; i < points; i++) {
      prior[i] /= total;
    }
    return new Grid(at, prior, step);
  }

  /** How many points there are; every row of this grid has as many numbers. */
  public int size() {
    return points.length;
  }

  /** The abilities, ascending, in logits. */
  public double[] points() {
    return points.clone();
  }

  /** The prior's weight at each point; they sum to 1. */
  public double[] prior() {
    return prior.clone();
  }

  /** A function's value at each point. */
  public double[] row(DoubleUnaryOperator function) {
    double[] row = new double[points.length];
    for (int i = 0; i < row.length; i++) {
      row[i] = function.applyAsDouble(points[i]);
    }
    return row;
  }

  /**
   * The weights w that give P(θ &lt; cut) = Σ w·posterior for any posterior on this grid: 1 well
   * below the cut, 0 well above, and between them the part below the cut of what each point stands
   * for. Between points the density is taken as the cubic convolution of its neighbours (Keys 1981,
   * IEEE Trans. ASSP 29:1153, a = −1/2), so the weights nearest the cut lie a little outside 0..1.
   * At the step of {@link #STANDARD} the probability errs by less than 0.0003; giving each point
   * the stretch halfway to its neighbours would err by 0.003.
   *
   * @param cut in logits
   */
  public double[] below(double cut) {
    if (!Double.isFinite(cut)) {
      throw new IllegalArgumentException("A cut must be a number");
    }
    return row(point -> cumulative((cut - point) / step));
  }

  /** The integral of Keys's cubic kernel from −∞ to u, in steps of the grid. */
  private static double cumulative(double u) {
    double s = Math.min(Math.abs(u), 2);
    double half =
        s <= 1
            ? s - 5 * s * s * s / 6 + 3 * s * s * s * s / 8
            : 2 * s - 2 * s * s + 5 * s * s * s / 6 - s * s * s * s / 8 - 1.0 / 6;
    return u < 0 ? 0.5 - half : 0.5 + half;
  }

  double[] pointsHere() {
    return points;
  }

  double[] priorHere() {
    return prior;
  }
}
