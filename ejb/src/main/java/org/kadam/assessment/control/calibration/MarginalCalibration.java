package org.kadam.assessment.control.calibration;

import java.util.ArrayList;
import java.util.List;
import org.kadam.assessment.control.Grid;

/**
 * Item parameters by marginal maximum likelihood (Bock and Aitkin 1981, Psychometrika 46:443): the
 * EM algorithm over an ability N(0,1) on fixed nodes, made faster by squared extrapolation
 * (Varadhan and Roland 2008, Scandinavian Journal of Statistics 35:335) wherever that does not
 * lower the likelihood. One, two or more outcomes an item; with or without an expert's prior for
 * each difficulty, which makes it the maximum a posteriori. Answers may be missing at random.
 */
public final class MarginalCalibration {

  private static final double DIFFERENCE = 1e-4;

  private final Slopes slopes;
  private final Grid nodes;
  private final double change;
  private final int mostRounds;
  private final boolean errors;

  /** Everything estimated. */
  public record Result(
      List<Calibrated> items, double logLikelihood, int rounds, boolean converged) {}

  private MarginalCalibration(
      Slopes slopes, Grid nodes, double change, int mostRounds, boolean errors) {
    this.slopes = slopes;
    this.nodes = nodes;
    this.change = change;
    this.mostRounds = mostRounds;
    this.errors = errors;
  }

  /** On 41 nodes from −6 to 6, until no parameter moves by more than 10⁻⁴, without errors. */
  public static MarginalCalibration of(Slopes slopes) {
    return new MarginalCalibration(slopes, Grid.even(-6, 6, 41), 1e-4, 2000, false);
  }

  /** On other nodes. */
  public MarginalCalibration on(Grid other) {
    return new MarginalCalibration(slopes, other, change, mostRounds, errors);
  }

  /** Until no parameter moves by more than this in a round of the EM algorithm. */
  public MarginalCalibration until(double smallestChange) {
    return new MarginalCalibration(slopes, nodes, smallestChange, mostRounds, errors);
  }

  /**
   * With standard errors from the observed information: the slope of the marginal log-likelihood,
   * which by Fisher's identity is that of the expected one, differenced by each parameter. Costs
   * two expectation steps a parameter.
   */
  public MarginalCalibration withErrors() {
    return new MarginalCalibration(slopes, nodes, change, mostRounds, true);
  }

  /** Estimates without priors. */
  public Result of(Responses responses) {
    return of(responses, new Prior[responses.items()]);
  }

  /**
   * Estimates.
   *
   * @param priors for each item what experts think, or null
   */
  public Result of(Responses responses, Prior[] priors) {
    if (priors.length != responses.items()) {
      throw new IllegalArgumentException("There must be a prior, or none, for each item");
    }
    return new Run(responses, priors).go();
  }

  private final class Run {

    private final Responses responses;
    private final Prior[] priors;
    private final Refusal[] refused;
    private final Parameters[] items;
    private final Expectation expectation;
    private final Climb climb = new Climb(nodes);

    Run(Responses responses, Prior[] priors) {
      this.responses = responses;
      this.priors = priors;
      this.expectation = new Expectation(responses, nodes);
      this.items = new Parameters[responses.items()];
      this.refused = new Refusal[responses.items()];
      for (int item = 0; item < items.length; item++) {
        long[] counts = responses.counts(item);
        refused[item] = refusal(counts, priors[item]);
        items[item] = refused[item] == null ? Parameters.start(counts, priors[item]) : null;
      }
    }

    Result go() {
      boolean converged = false;
      int rounds = 0;
      round();
      while (!converged && rounds < mostRounds) {
        double[] start = vector();
        double before = round();
        double[] once = vector();
        double[] first = minus(once, start);
        converged = largest(first) < change;
        if (!converged) {
          round();
          double[] twice = vector();
          leap(start, first, minus(minus(twice, once), first), twice, before);
          rounds++;
        }
        rounds++;
      }
      expectation.by(items);
      return new Result(results(), expectation.logLikelihood, rounds, converged);
    }

    /** One round of the EM algorithm; gives the penalised log-likelihood before it. */
    private double round() {
      expectation.by(items);
      double before = expectation.logLikelihood + held();
      for (int item = 0; item < items.length; item++) {
        if (items[item] != null) {
          climb.top(items[item], expectation.counts[item], priors[item], slopes == Slopes.FREE);
        }
      }
      if (slopes == Slopes.COMMON) {
        commonSlope();
      }
      return before;
    }

    /** Goes far along the way of the last two rounds, unless that is downhill. */
    private void leap(double[] start, double[] first, double[] bend, double[] twice, double floor) {
      double bent = length(bend);
      if (bent == 0) {
        return;
      }
      double by = -Math.max(1, length(first) / bent);
      double[] far = new double[start.length];
      for (int i = 0; i < far.length; i++) {
        far[i] = start[i] - 2 * by * first[i] + by * by * bend[i];
      }
      take(far);
      if (!(round() >= floor)) {
        take(twice);
      }
    }

    private void commonSlope() {
      double gradient = 0;
      double information = 0;
      for (int item = 0; item < items.length; item++) {
        if (items[item] != null) {
          Climb.Slope slope = climb.slope(items[item], expectation.counts[item], priors[item]);
          gradient += slope.gradient()[0];
          information += slope.information()[0][0];
        }
      }
      for (Parameters item : items) {
        if (item != null) {
          double[] vector = item.vector();
          vector[0] += gradient / information;
          item.take(vector);
        }
      }
    }

    /** Σ −(b̄ − b_e)²/2s² over the items with a prior. */
    private double held() {
      double sum = 0;
      for (int item = 0; item < items.length; item++) {
        if (items[item] != null && priors[item] != null) {
          double away =
              (items[item].meanDifficulty() - priors[item].difficulty()) / priors[item].spread();
          sum -= away * away / 2;
        }
      }
      return sum;
    }

    private double[] vector() {
      double[] vector = new double[size()];
      int at = 0;
      for (Parameters item : items) {
        if (item != null) {
          System.arraycopy(item.vector(), 0, vector, at, item.size());
          at += item.size();
        }
      }
      return vector;
    }

    private int size() {
      int size = 0;
      for (Parameters item : items) {
        size += item == null ? 0 : item.size();
      }
      return size;
    }

    private void take(double[] vector) {
      int at = 0;
      for (Parameters item : items) {
        if (item != null) {
          item.take(java.util.Arrays.copyOfRange(vector, at, at + item.size()));
          at += item.size();
        }
      }
    }

    private List<Calibrated> results() {
      double[][] covariance = errors ? covariance() : null;
      List<Calibrated> results = new ArrayList<>();
      int at = 0;
      for (int item = 0; item < items.length; item++) {
        if (items[item] == null) {
          results.add(Calibrated.refused(refused[item]));
        } else {
          results.add(result(items[item], at, covariance));
          at += items[item].size();
        }
      }
      return results;
    }

    private Calibrated result(Parameters item, int at, double[][] covariance) {
      List<Double> intercepts = new ArrayList<>();
      List<Double> steps = new ArrayList<>();
      double slopeError = errors ? Math.sqrt(covariance[at][at]) : Double.NaN;
      for (int v = 1; v < item.size(); v++) {
        double variance = errors ? covariance[at + v][at + v] : Double.NaN;
        intercepts.add(Math.sqrt(variance));
        // b = −d/a: ∂b/∂d = −1/a, ∂b/∂a = −b/a
        double b = -item.intercepts[v - 1] / item.slope;
        double both = errors ? covariance[at][at + v] : Double.NaN;
        double own = errors ? covariance[at][at] : Double.NaN;
        double spread = (variance + 2 * b * both + b * b * own) / (item.slope * item.slope);
        steps.add(Math.sqrt(spread));
      }
      return new Calibrated(item.model(), slopeError, intercepts, steps, null);
    }

    /** The covariance of all parameters in the order of {@link #vector}; 0 for what is fixed. */
    private double[][] covariance() {
      double[] top = vector();
      int[] free = free();
      double[][] information = new double[free.length][];
      for (int i = 0; i < free.length; i++) {
        double[] up = slopeAt(top, free[i], DIFFERENCE, free);
        double[] down = slopeAt(top, free[i], -DIFFERENCE, free);
        information[i] = new double[free.length];
        for (int j = 0; j < free.length; j++) {
          information[i][j] = -(up[j] - down[j]) / (2 * DIFFERENCE);
        }
      }
      take(top);
      double[][] inverse = Matrices.inverse(information);
      double[][] all = new double[top.length][top.length];
      for (int i = 0; i < top.length; i++) {
        for (int j = 0; j < top.length; j++) {
          int row = place(free, i);
          int column = place(free, j);
          all[i][j] = row < 0 || column < 0 ? 0 : inverse[row][column];
        }
      }
      return all;
    }

    /** Which parameters may move; of a common slope the first stands for all. */
    private int[] free() {
      List<Integer> free = new ArrayList<>();
      int at = 0;
      for (Parameters item : items) {
        for (int p = 0; item != null && p < item.size(); p++) {
          if (p > 0 || slopes == Slopes.FREE || (slopes == Slopes.COMMON && at == 0)) {
            free.add(at);
          }
          at++;
        }
      }
      return free.stream().mapToInt(Integer::intValue).toArray();
    }

    private int place(int[] free, int parameter) {
      int wanted = slopes == Slopes.COMMON && isSlope(parameter) ? 0 : parameter;
      return Math.max(-1, java.util.Arrays.binarySearch(free, wanted));
    }

    private boolean isSlope(int parameter) {
      int at = 0;
      for (Parameters item : items) {
        if (item != null) {
          if (at == parameter) {
            return true;
          }
          at += item.size();
        }
      }
      return false;
    }

    /** The slope of the marginal log-likelihood with one parameter moved from the top. */
    private double[] slopeAt(double[] top, int moved, double by, int[] free) {
      double[] vector = top.clone();
      if (slopes == Slopes.COMMON && isSlope(moved)) {
        for (int p = 0; p < vector.length; p++) {
          vector[p] += isSlope(p) ? by : 0;
        }
      } else {
        vector[moved] += by;
      }
      take(vector);
      expectation.by(items);
      double[] all = new double[top.length];
      double slopeOfAll = 0;
      int at = 0;
      for (int item = 0; item < items.length; item++) {
        if (items[item] != null) {
          double[] own =
              climb.slope(items[item], expectation.counts[item], priors[item]).gradient();
          System.arraycopy(own, 0, all, at, own.length);
          slopeOfAll += own[0];
          at += own.length;
        }
      }
      double[] slope = new double[free.length];
      for (int i = 0; i < free.length; i++) {
        slope[i] = slopes == Slopes.COMMON && isSlope(free[i]) ? slopeOfAll : all[free[i]];
      }
      return slope;
    }
  }

  private static Refusal refusal(long[] counts, Prior prior) {
    long all = 0;
    int chosen = 0;
    for (long count : counts) {
      all += count;
      chosen += count > 0 ? 1 : 0;
    }
    if (all == 0) {
      return Refusal.NO_ANSWERS;
    }
    if (chosen == 1 && prior == null) {
      return Refusal.ONE_OUTCOME;
    }
    return chosen < counts.length && (counts.length > 2 || prior == null)
        ? Refusal.EMPTY_OUTCOME
        : null;
  }

  private static double[] minus(double[] a, double[] b) {
    double[] c = new double[a.length];
    for (int i = 0; i < c.length; i++) {
      c[i] = a[i] - b[i];
    }
    return c;
  }

  private static double largest(double[] a) {
    double largest = 0;
    for (double x : a) {
      largest = Math.max(largest, Math.abs(x));
    }
    return largest;
  }

  private static double length(double[] a) {
    double sum = 0;
    for (double x : a) {
      sum += x * x;
    }
    return Math.sqrt(sum);
  }
}
