package org.kadam.assessment.bench;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.kadam.assessment.control.calibration.MarginalCalibration;
import org.kadam.assessment.control.calibration.Responses;
import org.kadam.assessment.control.calibration.Slopes;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The same for a million people, in a Java of 64 MB: nobody's answers are ever held but packed, so
 * the answers are drawn anew whenever they are asked for.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx64m")
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class MillionBench {

  private static final int PERSONS = 1_000_000;
  private static final int ITEMS = 60;

  @Benchmark
  public MarginalCalibration.Result calibrate() {
    int[] outcomes = new int[ITEMS];
    java.util.Arrays.fill(outcomes, 2);
    Responses packed = Responses.of(PERSONS, outcomes, MillionBench::answer);
    MarginalCalibration.Result result = MarginalCalibration.of(Slopes.FREE).of(packed);
    System.out.printf("[%d rounds, ln L %.1f] ", result.rounds(), result.logLikelihood());
    return result;
  }

  /**
   * Made of the numbers of person and item alone, so that it comes out the same when asked again.
   */
  private static int answer(int person, int item) {
    // The sum of four even draws is near enough to a normal one.
    SplittableRandom ability = new SplittableRandom(person);
    double theta =
        Math.sqrt(3)
            * (ability.nextDouble()
                + ability.nextDouble()
                + ability.nextDouble()
                + ability.nextDouble()
                - 2);
    double slope = .6 + 1.2 * (item % 7) / 6;
    double chance = 1 / (1 + Math.exp(-slope * (theta - (item - 30) / 15.)));
    long which = (long) person * ITEMS + item;
    return new SplittableRandom(~which).nextDouble() < chance ? 1 : 0;
  }
}
