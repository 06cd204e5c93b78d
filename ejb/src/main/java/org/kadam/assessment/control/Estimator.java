package org.kadam.assessment.control;

import java.util.List;

/**
 * Point estimates of an ability that climb a likelihood, beside the EAP of {@link Posterior}. Each
 * is the root of an equation that falls with θ near its solution, found by halving between −{@value
 * #FAR} and {@value #FAR} logits after a scan for the highest likelihood: with a guessing rate the
 * likelihood may have several hills, and a step by Newton would climb whichever is near.
 */
public enum Estimator {
  /** Maximum likelihood: S(θ) = 0, error 1/√I. Infinite for all right, all wrong, or nothing. */
  ML {
    @Override
    double pull(Sums sums, double ability) {
      return sums.slope;
    }

    @Override
    double height(double logLikelihood, Sums sums, double ability) {
      return logLikelihood;
    }

    @Override
    double precision(Sums sums) {
      return sums.information;
    }
  },

  /** Maximum a posteriori under a prior N(0,1): S(θ) − θ = 0, error 1/√(I + 1). */
  MAP {
    @Override
    double pull(Sums sums, double ability) {
      return sums.slope - ability;
    }

    @Override
    double height(double logLikelihood, Sums sums, double ability) {
      return logLikelihood - ability * ability / 2;
    }

    @Override
    double precision(Sums sums) {
      return sums.information + 1;
    }
  },

  /**
   * Weighted likelihood: S(θ) + J(θ)/(2I(θ)) = 0, error 1/√I (Warm 1989, Psychometrika 54:427).
   * Finite for all right and all wrong.
   */
  WLE {
    @Override
    double pull(Sums sums, double ability) {
      return sums.slope + (sums.information > 0 ? sums.skew / (2 * sums.information) : 0);
    }

    @Override
    double height(double logLikelihood, Sums sums, double ability) {
      // For one- and two-parameter items J = dI/dθ, so that this is the height that S + J/2I
      // climbs.
      return logLikelihood + Math.log(sums.information) / 2;
    }

    @Override
    double precision(Sums sums) {
      return sums.information;
    }
  };

  /** No ability is looked for beyond this many logits. */
  private static final double FAR = 20;

  private static final int SCANNED = 400;
  private static final double NEAR_ENOUGH = 1e-10;

  /** S = Σ P′/P of what came, I = Σ information, J = Σ P′P″/P, all over the items. */
  private record Sums(double slope, double information, double skew, double logLikelihood) {

    static Sums at(double ability, List<Answered> answers) {
      double slope = 0;
      double information = 0;
      double skew = 0;
      double log = 0;
      for (Answered answer : answers) {
        ItemModel.Curve curve = answer.model().at(ability);
        slope += curve.slope(answer.outcome());
        information += curve.information();
        skew += curve.skew();
        log += Math.log(curve.p()[answer.outcome()]);
      }
      return new Sums(slope, information, skew, log);
    }
  }

  abstract double pull(Sums sums, double ability);

  abstract double height(double logLikelihood, Sums sums, double ability);

  abstract double precision(Sums sums);

  /** The estimate from some answers, in any order. */
  public Estimate of(List<Answered> answers) {
    double best = 0;
    double top = Double.NEGATIVE_INFINITY;
    double step = 2 * FAR / SCANNED;
    for (int i = 0; i <= SCANNED; i++) {
      double ability = -FAR + i * step;
      Sums sums = Sums.at(ability, answers);
      double height = height(sums.logLikelihood, sums, ability);
      if (height > top) {
        top = height;
        best = ability;
      }
    }
    if (answers.isEmpty() && this != MAP) {
      return new Estimate(Double.NaN, Double.POSITIVE_INFINITY);
    }
    double low = best - step;
    double high = best + step;
    if (pull(low, answers) < 0 || pull(high, answers) > 0) {
      double end = best > 0 ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
      return new Estimate(end, Double.POSITIVE_INFINITY);
    }
    while (high - low > NEAR_ENOUGH) {
      double middle = (low + high) / 2;
      if (pull(middle, answers) > 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    double ability = (low + high) / 2;
    return new Estimate(ability, 1 / Math.sqrt(precision(Sums.at(ability, answers))));
  }

  private double pull(double ability, List<Answered> answers) {
    return pull(Sums.at(ability, answers), ability);
  }
}
