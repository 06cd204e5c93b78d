package org.kadam.assessment.control.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.kadam.assessment.control.Outcome;

/** Made-up people and items whose truth is known. */
final class Made {

  static final double[] TRUTH = {-2, -1.5, -1, -.5, 0, 0, .5, 1, 1.5, 2};

  private Made() {}

  /** By item: what is added to its difficulty for those of the second sex. */
  interface Extra {
    double of(int item, boolean second);
  }

  static List<Snapshot.Column> columns(double[] guesses) {
    List<Snapshot.Column> columns = new ArrayList<>();
    for (int i = 0; i < guesses.length; i++) {
      columns.add(new Snapshot.Column("item-" + i, 1, "A1", true, guesses[i], 1));
    }
    return columns;
  }

  /** People with abilities N(mean, 1), every {@code gap}th answer missing; 0 for none. */
  static Snapshot people(int count, double mean, double[] guesses, Extra extra, int gap) {
    Random random = new Random(7);
    List<Snapshot.Person> people = new ArrayList<>();
    int answer = 0;
    for (int p = 0; p < count; p++) {
      boolean second = p % 2 == 1;
      double ability = mean + random.nextGaussian();
      List<Outcome> outcomes = new ArrayList<>();
      for (int i = 0; i < TRUTH.length; i++) {
        double b = TRUTH[i] + extra.of(i, second);
        boolean done = random.nextDouble() < 1 / (1 + Math.exp(b - ability));
        boolean missing = gap > 0 && ++answer % gap == 0;
        outcomes.add(missing ? null : done ? Outcome.DONE : Outcome.NOT_DONE);
      }
      people.add(Snapshot.Person.of(List.of(second ? "m" : "f", "asha", "hi", ""), outcomes));
    }
    return new Snapshot(columns(guesses), people);
  }
}
