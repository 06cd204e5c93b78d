package org.kadam.assessment.control.adaptive;

import org.kadam.assessment.control.Grid;
import org.kadam.assessment.control.ItemModel;

/**
 * How good an item would be as the next one: the larger, the better. All integrals are sums over
 * the grid.
 */
public enum Criterion {
  /** Maximum information at the present EAP: I(θ̂), in logits⁻². */
  MFI {
    @Override
    public double value(ItemModel item, Situation situation) {
      return item.information(situation.ability());
    }
  },

  /**
   * Maximum posterior weighted information: ∫ I(θ)·L(θ)·π(θ) dθ, not divided by the marginal
   * likelihood (van der Linden 1998, Psychometrika 63:201).
   */
  MPWI {
    @Override
    public double value(ItemModel item, Situation situation) {
      double[] points = situation.grid().points();
      double[] prior = situation.grid().prior();
      double[] likelihood = situation.likelihood();
      double sum = 0;
      for (int q = 0; q < points.length; q++) {
        sum += item.information(points[q]) * likelihood[q] * prior[q];
      }
      return sum;
    }
  },

  /**
   * Kullback-Leibler information weighted by the likelihood: ∫ Σ_k P_k(θ̂)·ln(P_k(θ̂)/P_k(θ))·L(θ)
   * dθ from −4 to 4 logits (Chang and Ying 1996, Applied Psychological Measurement 20:213). The
   * value depends on these limits.
   */
  KL {
    @Override
    public double value(ItemModel item, Situation situation) {
      double[] points = situation.grid().points();
      double[] likelihood = situation.likelihood();
      double[] here = item.at(situation.ability()).p();
      double step = points[1] - points[0];
      double sum = 0;
      for (int q = 0; q < points.length; q++) {
        double beyond = Math.abs(points[q]) - LIMIT;
        if (beyond < step / 4) {
          double share = Math.abs(beyond) < step / 4 ? 0.5 : 1;
          sum += share * step * divergence(here, item, points[q]) * likelihood[q];
        }
      }
      return sum;
    }
  },

  /** As {@link #KL}, weighted by likelihood and prior over the whole grid. */
  KLP {
    @Override
    public double value(ItemModel item, Situation situation) {
      double[] points = situation.grid().points();
      double[] prior = situation.grid().prior();
      double[] likelihood = situation.likelihood();
      double[] here = item.at(situation.ability()).p();
      double sum = 0;
      for (int q = 0; q < points.length; q++) {
        sum += divergence(here, item, points[q]) * likelihood[q] * prior[q];
      }
      return sum;
    }
  },

  /**
   * Expected posterior variance, with its sign turned: −Σ_k P(k)·Var(θ | k), where P(k) is the
   * posterior predictive probability Σ P(k | θ)·posterior (van der Linden and Pashley 2000).
   */
  EPV {
    @Override
    public double value(ItemModel item, Situation situation) {
      Grid grid = situation.grid();
      double[] points = grid.points();
      double[] posterior = situation.posterior();
      double expected = 0;
      for (int k = 0; k < item.outcomes(); k++) {
        expected += spread(item.row(k, grid), posterior, points);
      }
      return -expected;
    }
  };

  private static final double LIMIT = 4;

  /** The value of an item that has not been given yet. */
  public abstract double value(ItemModel item, Situation situation);

  /** Σ_k P_k(here)·ln(P_k(here)/P_k(there)). */
  private static double divergence(double[] here, ItemModel item, double there) {
    double[] p = item.at(there).p();
    double sum = 0;
    for (int k = 0; k < p.length; k++) {
      sum += here[k] > 0 ? here[k] * Math.log(here[k] / p[k]) : 0;
    }
    return sum;
  }

  /**
   * P(outcome)·Var(θ | outcome) = m₂ − m₁²/m₀ with m_i = Σ θ^i·row·posterior: the sum over an
   * item's outcomes is the expected posterior variance.
   */
  static double spread(double[] row, double[] posterior, double[] points) {
    double all = 0;
    double first = 0;
    double second = 0;
    for (int q = 0; q < points.length; q++) {
      double mass = row[q] * posterior[q];
      all += mass;
      first += points[q] * mass;
      second += points[q] * points[q] * mass;
    }
    return all > 0 ? second - first * first / all : 0;
  }
}
