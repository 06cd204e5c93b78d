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
   * How likely it is at each point of a grid that it is done at least with help. Whether it is done
   * not at all, with help or alone are three ordered grades (graded response: Samejima 1969,
   * Psychometrika Monograph 17). Between the last two lies the item's own curve, P(alone | θ);
   * between the first two the same curve moved down by what help is worth, P(alone | θ + h). Where
   * it was done with help and nobody knows whether she could have done it alone, the last two
   * grades are one observation (coarsened data: Heitjan and Rubin 1991, Annals of Statistics
   * 19:2244), and this is how likely that is.
   *
   * <p>A model of more than two outcomes has its own curve of coming to anything at all, 1 − P(0 |
   * θ), and no need of h.
   *
   * <p>That much the model says. But what is never a mark against anybody makes results too high on
   * average, so of this curve only the part is taken that help can vouch for: from the cut at which
   * "on my own" begins it is held flat, L(θ) = P(at least with help | min(θ, cut)). It says that
   * she is not below "with help", and nothing of whether she is on her own or helps others. It
   * never falls with θ, so it never counts against anybody.
   *
   * <p>Between two points that the cut lies between nothing is smoothed: each point has the value
   * at itself or, above the cut, at the cut.
   *
   * @param help see {@link Cuts#help}
   */
  default double[] withHelp(Help help, Grid grid) {
    return grid.row(
        point -> {
          double ability = Math.min(point, help.until());
          return outcomes() == 2
              ? probability(1, ability + help.worth())
              : 1 - probability(0, ability);
        });
  }

  /** P(outcome | θ) at each point of a grid. */
  default double[] row(int outcome, Grid grid) {
    if (outcome < 0 || outcome >= outcomes()) {
      throw new IllegalArgumentException("The item has no outcome " + outcome);
    }
    return grid.row(ability -> probability(outcome, ability));
  }
}
