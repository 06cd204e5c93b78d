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
