package org.kadam.assessment.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.kadam.assessment.control.Grid;
import org.kadam.assessment.control.Logistic;
import org.kadam.assessment.control.Posterior;
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

/** The EAP of 18 answers on the grid that results are scored on. Goal: 1 µs. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ScoreBench {

  private static final int ITEMS = 18;

  private final double[] difficulty = new double[ITEMS];
  private final int[] outcome = new int[ITEMS];
  private List<double[]> rows;

  @Setup
  public void answers() {
    Random random = new Random(5);
    rows = new ArrayList<>();
    for (int i = 0; i < ITEMS; i++) {
      difficulty[i] = random.nextGaussian();
      outcome[i] = random.nextInt(2);
      rows.add(Logistic.rasch(difficulty[i]).row(outcome[i], Grid.STANDARD));
    }
  }

  @Benchmark
  public double eap() {
    return Posterior.of(Grid.STANDARD, rows).mean();
  }

  /** The formula as it stands, with an exponential for every item and point. */
  @Benchmark
  public double eapPlain() {
    double total = 0;
    double sum = 0;
    for (int q = 0; q < 61; q++) {
      double ability = -6 + .2 * q;
      double mass = Math.exp(-ability * ability / 2);
      for (int i = 0; i < ITEMS; i++) {
        double p = 1 / (1 + Math.exp(difficulty[i] - ability));
        mass *= outcome[i] == 1 ? p : 1 - p;
      }
      total += mass;
      sum += mass * ability;
    }
    return sum / total;
  }
}
