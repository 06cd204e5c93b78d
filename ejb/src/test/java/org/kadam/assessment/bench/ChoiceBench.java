package org.kadam.assessment.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.kadam.assessment.control.Cuts;
import org.kadam.assessment.control.Grid;
import org.kadam.assessment.control.Logistic;
import org.kadam.assessment.control.adaptive.AdaptiveTest;
import org.kadam.assessment.control.adaptive.Design;
import org.kadam.assessment.control.adaptive.Tables;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The next item of a bank of 100, after five answers. Goal: 20 µs. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ChoiceBench {

  private static final int ITEMS = 100;
  private static final Grid GRID = Grid.even(-4, 4, 33);

  private final List<Logistic> bank = new ArrayList<>();
  private final boolean[] given = new boolean[ITEMS];
  private AdaptiveTest test;
  private double[] posterior;

  @Setup
  public void begun() {
    begin(5);
  }

  void begin(int among) {
    Random random = new Random(6);
    int[] areas = new int[ITEMS];
    boolean[] observed = new boolean[ITEMS];
    for (int i = 0; i < ITEMS; i++) {
      bank.add(Logistic.rasch(1.2 * random.nextGaussian()));
      areas[i] = i % 7;
      observed[i] = i % 3 != 0;
    }
    Tables tables = Tables.of(GRID, bank, areas, observed, new Cuts(List.of(-1.4, -.4, 1.), 1));
    // Without minimums every item left is weighed.
    Design design = new Design(15, 15, 1, 0, new int[7], 0, among);
    test = new AdaptiveTest(tables, design, 1);
    for (int i = 0; i < 5; i++) {
      int item = test.next();
      given[item] = true;
      test.answer(item, i % 2);
    }
    posterior = test.posterior();
  }

  @Benchmark
  public int next() {
    return test.next();
  }

  /** The smallest expected posterior variance by the models themselves, an answer at a time. */
  @Benchmark
  public int nextPlain() {
    double[] points = GRID.points();
    int best = -1;
    double smallest = Double.POSITIVE_INFINITY;
    for (int item = 0; item < ITEMS; item++) {
      if (given[item]) {
        continue;
      }
      double expected = 0;
      for (int k = 0; k < 2; k++) {
        double predicted = 0;
        double[] after = new double[points.length];
        for (int q = 0; q < points.length; q++) {
          after[q] = posterior[q] * bank.get(item).probability(k, points[q]);
          predicted += after[q];
        }
        double mean = 0;
        for (int q = 0; q < points.length; q++) {
          mean += points[q] * after[q] / predicted;
        }
        double variance = 0;
        for (int q = 0; q < points.length; q++) {
          variance += (points[q] - mean) * (points[q] - mean) * after[q] / predicted;
        }
        expected += predicted * variance;
      }
      if (expected < smallest) {
        smallest = expected;
        best = item;
      }
    }
    return best;
  }
}
