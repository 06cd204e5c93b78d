package org.kadam.assessment.control.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.kadam.assessment.control.Logistic;
import org.kadam.assessment.control.PartialCredit;

/**
 * Conditional estimates, fit, differential functioning and linking. Reference values: eRm, Raju.
 */
class FitTest {

  @Test
  void conditional_difficulties_and_their_fit() {
    ConditionalRasch.Result result = ConditionalRasch.of(Lsat6.responses());
    double[] b = {-1.25613, .47491, 1.23598, .16841, -.62317};
    double[] error = {.1044, .0699, .0688, .0726, .0859};
    double[] infit = {.8277, .9680, .9728, .9541, .8953};
    double[] outfit = {.8008, .9577, .9494, .9438, .8721};
    assertEquals(-1091.57, result.logLikelihood(), .005);
    List<RaschFit> fits = RaschFit.of(Lsat6.responses(), result.difficulties());
    for (int i = 0; i < b.length; i++) {
      assertEquals(b[i], result.difficulties()[i], 1e-5);
      assertEquals(error[i], result.errors()[i], 1e-4);
      assertEquals(infit[i], fits.get(i).infit(), 1e-3);
      assertEquals(outfit[i], fits.get(i).outfit(), 1e-3);
    }
  }

  @Test
  void conditional_estimates_of_ninety_items_stay_numbers() {
    Random random = new Random(5);
    int[][] table = new int[2000][90];
    for (int[] row : table) {
      double ability = random.nextGaussian();
      for (int i = 0; i < row.length; i++) {
        row[i] =
            random.nextDouble() < Logistic.rasch(-2 + i * 4 / 89.).probability(1, ability) ? 1 : 0;
      }
    }
    int[] outcomes = new int[90];
    java.util.Arrays.fill(outcomes, 2);
    ConditionalRasch.Result result = ConditionalRasch.of(Responses.of(table, outcomes));
    for (int i = 0; i < 90; i++) {
      assertEquals(-2 + i * 4 / 89., result.difficulties()[i], 5 * result.errors()[i]);
    }
  }

  @Test
  void what_conditional_estimates_cannot_take_is_refused() {
    Responses gap = Responses.of(new int[][] {{1, Responses.MISSING}, {0, 1}}, new int[] {2, 2});
    assertThrows(IllegalArgumentException.class, () -> ConditionalRasch.of(gap));
    Responses all = Responses.of(new int[][] {{1, 0, 1}, {1, 1, 0}}, new int[] {2, 2, 2});
    assertThrows(IllegalArgumentException.class, () -> ConditionalRasch.of(all));
    Responses nobody = Responses.of(new int[][] {{1, 1}, {0, 0}}, new int[] {2, 2});
    assertThrows(IllegalArgumentException.class, () -> ConditionalRasch.of(nobody));
  }

  @Test
  void the_fit_by_scores_finds_the_item_of_another_model_and_no_other() {
    Random random = new Random(21);
    List<Logistic> truth = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      truth.add(new Logistic(1, -1.5 + i * .25, i == 5 ? .4 : 0));
    }
    int[][] table = new int[4000][truth.size()];
    for (int[] row : table) {
      double ability = random.nextGaussian();
      for (int i = 0; i < row.length; i++) {
        row[i] = random.nextDouble() < truth.get(i).probability(1, ability) ? 1 : 0;
      }
    }
    int[] outcomes = new int[12];
    java.util.Arrays.fill(outcomes, 2);
    Responses responses = Responses.of(table, outcomes);
    List<PartialCredit> models =
        MarginalCalibration.of(Slopes.ONE).of(responses).items().stream()
            .map(Calibrated::model)
            .toList();
    List<ScoreFit> fits = ScoreFit.of(responses, models, 1);
    for (int i = 0; i < fits.size(); i++) {
      assertTrue(fits.get(i).degrees() >= 8);
      assertEquals(i == 5, fits.get(i).p() < .0005, "item " + i + ": " + fits.get(i));
    }
  }

  @Test
  void areas_between_curves() {
    CurveArea first = CurveArea.between(new Logistic(1, 0, 0), new Logistic(1.5, .5, 0));
    assertEquals(.5, first.signed(), 1e-12);
    assertEquals(.634276, first.unsigned(), 1e-6);
    assertEquals(
        .719402,
        CurveArea.between(new Logistic(1.2, -.3, 0), new Logistic(.8, .2, 0)).unsigned(),
        1e-6);
    assertEquals(.7, CurveArea.between(Logistic.rasch(.2), Logistic.rasch(-.5)).unsigned(), 1e-12);
    double steep =
        CurveArea.between(new Logistic(1, -30, 0), new Logistic(1.0001, 30, 0)).unsigned();
    assertEquals(60, steep, .1);
  }

  /** A table worked out by hand: scores 0 and 1, odds ratios 3 and 3. */
  @Test
  void the_common_odds_ratio_of_a_table_worked_out_by_hand() {
    List<boolean[]> people = new ArrayList<>();
    List<Integer> scores = new ArrayList<>();
    add(people, scores, 0, 30, 20, 15, 30);
    add(people, scores, 1, 60, 10, 40, 20);
    MantelHaenszel found = compare(people, scores);
    // (30·30/95 + 60·20/130) / (20·15/95 + 10·40/130)
    assertEquals((900 / 95. + 1200 / 130.) / (300 / 95. + 400 / 130.), found.oddsRatio(), 1e-12);
    assertEquals(-2.35 * Math.log(3), found.delta(), 1e-12);
    // (|90 − (50·45/95 + 70·100/130)| − ½)² / (50·45·45·50/(95²·94) + 70·60·100·30/(130²·129))
    double away = Math.abs(90 - (2250 / 95. + 7000 / 130.)) - .5;
    double variance =
        50. * 45 * 45 * 50 / (95. * 95 * 94) + 70. * 60 * 100 * 30 / (130. * 130 * 129);
    assertEquals(away * away / variance, found.chiSquare(), 1e-9);
    assertEquals(DifClass.NOT_ENOUGH_DATA, found.verdict());
  }

  private static void add(
      List<boolean[]> people, List<Integer> scores, int score, int rd, int rn, int fd, int fn) {
    int[] counts = {rd, rn, fd, fn};
    for (int cell = 0; cell < 4; cell++) {
      for (int i = 0; i < counts[cell]; i++) {
        people.add(new boolean[] {cell % 2 == 0, cell > 1});
        scores.add(score);
      }
    }
  }

  private static MantelHaenszel compare(List<boolean[]> people, List<Integer> scores) {
    boolean[] done = new boolean[people.size()];
    boolean[] focal = new boolean[people.size()];
    for (int i = 0; i < done.length; i++) {
      done[i] = people.get(i)[0];
      focal[i] = people.get(i)[1];
    }
    return MantelHaenszel.of(done, focal, scores.stream().mapToInt(s -> s).toArray());
  }

  @Test
  void an_item_that_is_harder_for_one_group_is_found_and_a_fair_one_is_not() {
    Random random = new Random(9);
    int n = 1600;
    boolean[] focal = new boolean[n];
    boolean[] hard = new boolean[n];
    boolean[] fair = new boolean[n];
    double[] ability = new double[n];
    int[] others = new int[n];
    for (int i = 0; i < n; i++) {
      focal[i] = i % 2 == 1;
      ability[i] = random.nextGaussian() - (focal[i] ? .5 : 0);
      for (int item = 0; item < 20; item++) {
        others[i] += done(-1.9 + item * .2, ability[i], random) ? 1 : 0;
      }
      hard[i] = done(focal[i] ? .85 : 0, ability[i], random);
      fair[i] = done(0, ability[i], random);
    }
    MantelHaenszel found = MantelHaenszel.of(hard, focal, others);
    assertEquals(DifClass.C, found.verdict());
    assertTrue(found.delta() < -1.5 && found.error() < .4);
    assertEquals(DifClass.A, MantelHaenszel.of(fair, focal, others).verdict());
    LogisticDif logistic = LogisticDif.of(hard, focal, ability);
    assertTrue(logistic.p() < .001 && logistic.uniform() > 10 && logistic.crossing() < 10.83);
    assertTrue(logistic.enough() && logistic.effect() > .01);
    assertTrue(LogisticDif.of(fair, focal, ability).p() > .01);
    boolean[] few = java.util.Arrays.copyOf(hard, 100);
    assertFalse(LogisticDif.of(few, focal, ability).enough());
  }

  private static boolean done(double difficulty, double ability, Random random) {
    return random.nextDouble() < Logistic.rasch(difficulty).probability(1, ability);
  }

  @Test
  void a_scale_that_was_moved_is_brought_back() {
    List<PartialCredit> there =
        List.of(
            new PartialCredit(1.2, List.of(-1., .5)),
            new PartialCredit(.8, List.of(.2)),
            new PartialCredit(1.5, List.of(.3, 1.1, -.4)));
    Linking moved = new Linking(1 / 1.3, -.4 / 1.3);
    List<PartialCredit> here = there.stream().map(moved::of).toList();
    for (Linking link :
        List.of(Linking.byCurves(here, there), Linking.byMeansAndSpreads(here, there))) {
      assertEquals(1.3, link.slope(), 1e-6);
      assertEquals(.4, link.shift(), 1e-6);
    }
    assertEquals(
        .25,
        Linking.byMeans(
                List.of(new PartialCredit(1, List.of(.5))),
                List.of(new PartialCredit(1, List.of(.75))))
            .shift(),
        1e-12);
    assertThrows(IllegalArgumentException.class, () -> Linking.byMeans(here, here.subList(0, 1)));
  }
}
