package org.kadam.assessment.bench;

import java.util.Random;
import org.kadam.assessment.control.Logistic;
import org.kadam.assessment.control.calibration.Responses;

/** Simulated answers of people N(0,1) to two-parameter items; the same for the same seed. */
final class People {

  final Logistic[] items;
  private final byte[][] right;

  /** As many answers as people times items: a byte each, so for benchmarks alone. */
  People(int persons, int items, long seed) {
    Random random = new Random(seed);
    this.items = new Logistic[items];
    for (int i = 0; i < items; i++) {
      this.items[i] = new Logistic(.6 + 1.2 * random.nextDouble(), 1.2 * random.nextGaussian(), 0);
    }
    right = new byte[persons][items];
    for (byte[] row : right) {
      answers(this.items, random, row);
    }
  }

  private static void answers(Logistic[] items, Random random, byte[] into) {
    double ability = random.nextGaussian();
    for (int i = 0; i < into.length; i++) {
      into[i] = (byte) (random.nextDouble() < items[i].probability(1, ability) ? 1 : 0);
    }
  }

  byte[][] table() {
    return right;
  }

  Responses packed() {
    int[] outcomes = new int[items.length];
    java.util.Arrays.fill(outcomes, 2);
    return Responses.of(right.length, outcomes, (person, item) -> right[person][item]);
  }
}
