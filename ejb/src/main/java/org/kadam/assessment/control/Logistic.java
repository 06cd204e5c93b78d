package org.kadam.assessment.control;

/**
 * An item that is done or not done: P(done | θ) = c + (1 − c) / (1 + e^(−a(θ − b))), with scaling
 * constant D = 1. With c = 0 it is the two-parameter model (Birnbaum 1968), with a = 1 too the
 * Rasch model (Rasch 1960).
 *
 * @param discrimination a, above 0
 * @param difficulty b in logits
 * @param guessing c, from 0 to below 1
 */
public record Logistic(double discrimination, double difficulty, double guessing)
    implements ItemModel {

  public Logistic {
    if (!Double.isFinite(discrimination) || discrimination <= 0) {
      throw new IllegalArgumentException("A discrimination must be a number above 0");
    }
    if (!Double.isFinite(difficulty)) {
      throw new IllegalArgumentException("A difficulty must be a number");
    }
    if (!(guessing >= 0 && guessing < 1)) {
      throw new IllegalArgumentException("A guessing rate must be from 0 to below 1");
    }
  }

  /** The Rasch item of a difficulty in logits: the model of Kadam's results so far. */
  public static Logistic rasch(double difficulty) {
    return new Logistic(1, difficulty, 0);
  }

  @Override
  public int outcomes() {
    return 2;
  }

  @Override
  public double probability(int outcome, double ability) {
    double x = discrimination * (ability - difficulty);
    // Each from its own exponential, not as 1 − P: no digits are lost far from the difficulty.
    return outcome == 1
        ? guessing + (1 - guessing) / (1 + Math.exp(-x))
        : (1 - guessing) / (1 + Math.exp(x));
  }

  @Override
  public Curve at(double ability) {
    double done = 1 / (1 + Math.exp(-discrimination * (ability - difficulty)));
    double not = 1 / (1 + Math.exp(discrimination * (ability - difficulty)));
    double first = (1 - guessing) * discrimination * done * not;
    double second = first * discrimination * (not - done);
    return new Curve(
        new double[] {(1 - guessing) * not, guessing + (1 - guessing) * done},
        new double[] {-first, first},
        new double[] {-second, second});
  }
}
