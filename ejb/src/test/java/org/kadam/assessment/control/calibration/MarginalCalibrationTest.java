package org.kadam.assessment.control.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.kadam.assessment.control.PartialCredit;

/** Reference values for LSAT 6: ltm, mirt. */
class MarginalCalibrationTest {

  private static MarginalCalibration.Result calibrate(Slopes slopes) {
    return MarginalCalibration.of(slopes).until(1e-7).withErrors().of(Lsat6.responses());
  }

  @Test
  void rasch() {
    MarginalCalibration.Result result = calibrate(Slopes.ONE);
    assertTrue(result.converged());
    assertEquals(-2473.0538, result.logLikelihood(), .005);
    double[] b = {-2.87197, -1.06303, -.25761, -1.38806, -2.21878};
    double[] error = {.1287, .0821, .0766, .0865, .1048};
    for (int i = 0; i < b.length; i++) {
      assertEquals(b[i], result.items().get(i).difficulty(), .001);
      assertEquals(error[i], result.items().get(i).stepErrors().get(0), .0005);
      assertEquals(0, result.items().get(i).slopeError());
    }
  }

  @Test
  void one_slope_for_all() {
    MarginalCalibration.Result result = calibrate(Slopes.COMMON);
    assertEquals(-2466.9376, result.logLikelihood(), .005);
    double[] b = {-3.61527, -1.32242, -.31763, -1.73009, -2.78017};
    for (int i = 0; i < b.length; i++) {
      assertEquals(b[i], result.items().get(i).difficulty(), .005);
      assertEquals(.755135, result.items().get(i).model().discrimination(), .001);
      assertEquals(.069433, result.items().get(i).slopeError(), .001);
    }
  }

  @Test
  void a_slope_each() {
    MarginalCalibration.Result result = calibrate(Slopes.FREE);
    assertEquals(-2466.65338, result.logLikelihood(), .005);
    double[] a = {.82566, .72274, .89087, .68837, .65686};
    double[] error = {.2581, .1867, .2328, .1851, .2099};
    double[] b = {-3.35881, -1.37006, -.27967, -1.86638, -3.12591};
    for (int i = 0; i < a.length; i++) {
      Calibrated item = result.items().get(i);
      assertEquals(a[i], item.model().discrimination(), .005);
      assertEquals(b[i], item.difficulty(), .02);
      assertEquals(error[i], item.slopeError(), .003);
    }
  }

  @Test
  void the_items_that_made_the_answers_are_found_again() {
    Random random = new Random(11);
    List<PartialCredit> truth =
        List.of(
            new PartialCredit(1.2, List.of(-1., .5)),
            new PartialCredit(.8, List.of(-.5, .2, 1.1)),
            new PartialCredit(1.5, List.of(.3)),
            new PartialCredit(1, List.of(-1.2)),
            new PartialCredit(.9, List.of(.4, -.3)),
            new PartialCredit(1.1, List.of(-.2, .9)));
    int persons = 20_000;
    int[][] table = new int[persons][truth.size()];
    for (int[] row : table) {
      double ability = random.nextGaussian();
      for (int i = 0; i < row.length; i++) {
        // One answer in five is missing.
        row[i] = random.nextInt(5) == 0 ? Responses.MISSING : draw(truth.get(i), ability, random);
      }
    }
    int[] outcomes = truth.stream().mapToInt(PartialCredit::outcomes).toArray();
    MarginalCalibration.Result result =
        MarginalCalibration.of(Slopes.FREE).withErrors().of(Responses.of(table, outcomes));
    for (int i = 0; i < outcomes.length; i++) {
      Calibrated item = result.items().get(i);
      assertEquals(
          truth.get(i).discrimination(), item.model().discrimination(), 4 * item.slopeError());
      assertTrue(item.slopeError() < .08);
      for (int v = 0; v < truth.get(i).steps().size(); v++) {
        assertEquals(
            truth.get(i).steps().get(v), item.model().steps().get(v), 4 * item.stepErrors().get(v));
      }
    }
  }

  private static int draw(PartialCredit item, double ability, Random random) {
    double left = random.nextDouble();
    int outcome = 0;
    while (outcome < item.outcomes() - 1 && (left -= item.probability(outcome, ability)) > 0) {
      outcome++;
    }
    return outcome;
  }

  @Test
  void a_prior_holds_what_few_answers_do_not() {
    Responses few = Responses.of(new int[][] {{1, 0}, {1, 1}, {1, 0}}, new int[] {2, 2});
    MarginalCalibration rasch = MarginalCalibration.of(Slopes.ONE);
    assertEquals(Refusal.ONE_OUTCOME, rasch.of(few).items().get(0).refused());
    Prior[] priors = {new Prior(-1, .5), new Prior(.3, 1e-4)};
    List<Calibrated> held = rasch.of(few, priors).items();
    assertNull(held.get(0).refused());
    assertTrue(held.get(0).difficulty() < -1 && held.get(0).difficulty() > -2);
    assertEquals(.3, held.get(1).difficulty(), 1e-4);
  }

  @Test
  void what_cannot_be_said_is_refused_with_its_reason() {
    int none = Responses.MISSING;
    Responses odd =
        Responses.of(
            new int[][] {{0, 2, none, 1}, {0, 0, none, 0}, {0, 2, none, 1}, {0, 0, none, 0}},
            new int[] {2, 3, 2, 2});
    List<Calibrated> items = MarginalCalibration.of(Slopes.ONE).of(odd).items();
    assertEquals(Refusal.ONE_OUTCOME, items.get(0).refused());
    assertEquals(Refusal.EMPTY_OUTCOME, items.get(1).refused());
    assertEquals(Refusal.NO_ANSWERS, items.get(2).refused());
    assertNull(items.get(3).refused());
  }

  @Test
  void one_person_is_no_reason_to_fall_over() {
    Responses one = Responses.of(new int[][] {{1, 0}}, new int[] {2, 2});
    Prior[] priors = {new Prior(0, 1), new Prior(0, 1)};
    List<Calibrated> items = MarginalCalibration.of(Slopes.ONE).of(one, priors).items();
    assertTrue(items.get(0).difficulty() < 0 && items.get(1).difficulty() > 0);
  }

  @Test
  void answers_come_out_as_they_went_in() {
    Random random = new Random(3);
    int[] outcomes = {2, 5, 3, 2, 2, 7, 2, 100, 2};
    int[][] table = new int[50][outcomes.length];
    for (int[] row : table) {
      for (int i = 0; i < row.length; i++) {
        row[i] = random.nextInt(outcomes[i] + 1) - 1;
      }
    }
    Responses responses = Responses.of(table, outcomes);
    for (int person = 0; person < table.length; person++) {
      assertEquals(
          List.of(boxed(table[person])),
          List.of(boxed(responses.outcomes(new int[outcomes.length], person))));
      for (int i = 0; i < outcomes.length; i++) {
        assertEquals(table[person][i], responses.outcome(person, i));
      }
    }
  }

  private static Integer[] boxed(int[] row) {
    return java.util.Arrays.stream(row).boxed().toArray(Integer[]::new);
  }
}
