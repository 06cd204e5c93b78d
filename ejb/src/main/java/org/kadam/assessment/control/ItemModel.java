package org.kadam.assessment.control;

/**
 * How likely each outcome of an item is for a given ability. Scoring on a {@link Grid} needs
 * nothing else of a model: it multiplies rows of P(outcome | θ). Estimates that climb a likelihood,
 * and information, need the first two derivatives as well; all follow from {@link Curve}.
 */
public sealed interface ItemModel permits Logistic, PartialCredit, GradedResponse {

  /**
   * A model at one ability: P(k | θ) and its first and second derivatives by θ, each with a number
   * for each outcome k.
   */
  record Curve(double[] p, double[] first, double[] second) {

    static Curve of(int outcomes) {
      return new Curve(new double[outcomes], new double[outcomes], new double[outcomes]);
    }

    /** Σ P′²/P: Fisher's information in logits⁻². */
    double information() {
      double sum = 0;
      for (int k = 0; k < p.length; k++) {
        sum += p[k] > 0 ? first[k] * first[k] / p[k] : 0;
      }
      return sum;
    }

    /** Σ P′P″/P, which weighted likelihood needs (Warm 1989, Psychometrika 54:427). */
    double skew() {
      double sum = 0;
      for (int k = 0; k < p.length; k++) {
        sum += p[k] > 0 ? first[k] * second[k] / p[k] : 0;
      }
      return sum;
    }

    /** P′/P: the slope of the log-likelihood of an outcome. */
    double slope(int outcome) {
      return p[outcome] > 0 ? first[outcome] / p[outcome] : 0;
    }
  }

  /** How many outcomes there are, numbered from 0 (not done) upwards. */
  int outcomes();

  /**
   * P(outcome | θ).
   *
   * @param outcome from 0 to {@code outcomes() - 1}
   * @param ability θ in logits
   */
  double probability(int outcome, double ability);

  /** All outcomes with their derivatives at an ability in logits. */
  Curve at(double ability);

  /** Fisher's information at an ability in logits, in logits⁻². */
  default double information(double ability) {
    return at(ability).information();
  }

  /**
   * P(done at least with help | θ) at each point of a grid. Whether it is done not at all, with
   * help or alone are three ordered grades (graded response: Samejima 1969, Psychometrika Monograph
   * 17). Between the last two lies the item's own curve, P(alone | θ); between the first two the
   * same curve moved down by what help is worth, P(alone | θ + h). Where it was done with help and
   * nobody knows whether she could have done it alone, the last two grades are one observation
   * (coarsened data: Heitjan and Rubin 1991, Annals of Statistics 19:2244), and this is how likely
   * that is. It rises with θ as P(alone | θ) does, so that it never counts against anybody.
   *
   * <p>A model of more than two outcomes has its own curve of coming to anything at all, 1 − P(0 |
   * θ), and no need of h.
   *
   * @param help h in logits, above 0; see {@link Cuts#help}
   */
  default double[] withHelp(double help, Grid grid) {
    if (!(help > 0) || !Double.isFinite(help)) {
      throw new IllegalArgumentException("What help is worth must be a number above 0");
    }
    return grid.row(
        ability -> outcomes() == 2 ? probability(1, ability + help) : 1 - probability(0, ability));
  }

  /** P(outcome | θ) at each point of a grid. */
  default double[] row(int outcome, Grid grid) {
    if (outcome < 0 || outcome >= outcomes()) {
      throw new IllegalArgumentException("The item has no outcome " + outcome);
    }
    return grid.row(ability -> probability(outcome, ability));
  }
}
