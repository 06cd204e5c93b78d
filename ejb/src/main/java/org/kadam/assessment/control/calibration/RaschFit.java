package org.kadam.assessment.control.calibration;

import java.util.ArrayList;
import java.util.List;
import org.kadam.assessment.control.Answered;
import org.kadam.assessment.control.Estimator;
import org.kadam.assessment.control.Logistic;

/**
 * How well Rasch items fit (Wright and Masters 1982): z² = (x − P)²/PQ at each person's maximum
 * likelihood ability; outfit is its mean, infit its mean weighted by PQ. About 1 is as expected,
 * above 1.3 more erratic, below 0.7 more regular than chance. Those with none or all done are left
 * out: their ability is infinite.
 *
 * @param infit Σ(x − P)²/ΣPQ
 * @param outfit mean z²
 */
public record RaschFit(double infit, double outfit) {

  private static final int MOST_STEPS = 100;
  private static final double NEAR_ENOUGH = 1e-9;

  /** The fit of every item; everybody must have answered every item. */
  public static List<RaschFit> of(Responses responses, double[] difficulties) {
    int n = responses.items();
    if (difficulties.length != n || !responses.complete()) {
      throw new IllegalArgumentException("A difficulty and an answer are needed for each item");
    }
    List<Logistic> items = new ArrayList<>();
    for (double difficulty : difficulties) {
      items.add(Logistic.rasch(difficulty));
    }
    double[] byScore = abilities(items);
    double[] squares = new double[n];
    double[] weights = new double[n];
    double[] standard = new double[n];
    int persons = 0;
    int[] row = new int[n];
    for (int person = 0; person < responses.persons(); person++) {
      responses.outcomes(row, person);
      int score = 0;
      for (int outcome : row) {
        score += outcome;
      }
      if (score > 0 && score < n) {
        persons++;
        for (int i = 0; i < n; i++) {
          double p = items.get(i).probability(1, byScore[score]);
          double square = (row[i] - p) * (row[i] - p);
          squares[i] += square;
          weights[i] += p * (1 - p);
          standard[i] += square / (p * (1 - p));
        }
      }
    }
    List<RaschFit> fits = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      fits.add(new RaschFit(squares[i] / weights[i], standard[i] / persons));
    }
    return fits;
  }

  /**
   * The same where people have answered different items, as an adaptive test gives them: each one's
   * ability is estimated from her own. An item that only people with none or all done answered has
   * NaN.
   */
  public static List<RaschFit> ofSome(Responses responses, double[] difficulties) {
    int n = responses.items();
    if (difficulties.length != n) {
      throw new IllegalArgumentException("A difficulty is needed for each item");
    }
    double[] squares = new double[n];
    double[] weights = new double[n];
    double[] standard = new double[n];
    int[] persons = new int[n];
    int[] row = new int[n];
    for (int person = 0; person < responses.persons(); person++) {
      responses.outcomes(row, person);
      double ability = ability(row, difficulties);
      for (int i = 0; i < n && Double.isFinite(ability); i++) {
        if (row[i] != Responses.MISSING) {
          double p = Logistic.rasch(difficulties[i]).probability(1, ability);
          double square = (row[i] - p) * (row[i] - p);
          squares[i] += square;
          weights[i] += p * (1 - p);
          standard[i] += square / (p * (1 - p));
          persons[i]++;
        }
      }
    }
    List<RaschFit> fits = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      fits.add(new RaschFit(squares[i] / weights[i], standard[i] / persons[i]));
    }
    return fits;
  }

  /** Maximum likelihood by Newton's method; infinite for none or all done, NaN for no answer. */
  private static double ability(int[] row, double[] difficulties) {
    int answered = 0;
    int done = 0;
    for (int outcome : row) {
      answered += outcome == Responses.MISSING ? 0 : 1;
      done += Math.max(0, outcome);
    }
    if (done == 0 || done == answered) {
      return answered == 0
          ? Double.NaN
          : done == 0 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
    double ability = 0;
    double move = 1;
    for (int step = 0; step < MOST_STEPS && Math.abs(move) > NEAR_ENOUGH; step++) {
      double expected = 0;
      double information = 0;
      for (int i = 0; i < row.length; i++) {
        if (row[i] != Responses.MISSING) {
          double p = Logistic.rasch(difficulties[i]).probability(1, ability);
          expected += p;
          information += p * (1 - p);
        }
      }
      move = Math.max(-1, Math.min(1, (done - expected) / information));
      ability += move;
    }
    return ability;
  }

  /** The maximum likelihood ability of each number of items done. */
  private static double[] abilities(List<Logistic> items) {
    double[] abilities = new double[items.size()];
    for (int score = 1; score < items.size(); score++) {
      List<Answered> answers = new ArrayList<>();
      for (int i = 0; i < items.size(); i++) {
        // Which ones were done does not matter to a Rasch ability, only how many.
        answers.add(new Answered(items.get(i), i < score ? 1 : 0));
      }
      abilities[score] = Estimator.ML.of(answers).ability();
    }
    return abilities;
  }
}
