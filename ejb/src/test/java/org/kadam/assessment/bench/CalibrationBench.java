package org.kadam.assessment.bench;

import java.util.concurrent.TimeUnit;
import org.kadam.assessment.control.Grid;
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
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * MML of the two-parameter model: 60 items, 100,000 people, 41 nodes, until the largest change is
 * below 10⁻⁴. Goal: 5 s on one core. The plain way is a matter of minutes and shown once.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@Fork(1)
@Warmup(iterations = 1)
@Measurement(iterations = 3)
@OutputTimeUnit(TimeUnit.SECONDS)
public class CalibrationBench {

  private static final int PERSONS = 100_000;
  private static final int ITEMS = 60;
  private static final int MOST_ROUNDS = 500;

  private People people;
  private Responses packed;

  @Setup
  public void answers() {
    people = new People(PERSONS, ITEMS, 8);
    packed = people.packed();
  }

  @Benchmark
  public MarginalCalibration.Result calibrate() {
    MarginalCalibration.Result result = MarginalCalibration.of(Slopes.FREE).of(packed);
    System.out.printf("[%d rounds, ln L %.3f] ", result.rounds(), result.logLikelihood());
    return result;
  }

  @Benchmark
  @Warmup(iterations = 0)
  @Measurement(iterations = 1)
  public PlainCalibration calibratePlain() {
    PlainCalibration plain = new PlainCalibration(ITEMS);
    plain.fit(people.table(), Grid.even(-6, 6, 41), 1e-4, MOST_ROUNDS);
    System.out.printf("[%d rounds] ", plain.rounds);
    return plain;
  }
}
