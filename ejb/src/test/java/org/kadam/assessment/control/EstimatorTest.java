package org.kadam.assessment.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reference values: computed with catR, and by hand. */
class EstimatorTest {

  private static final List<PartialCredit> CREDITS =
      List.of(
          new PartialCredit(1.2, List.of(-1., 0., 1.5)), new PartialCredit(.8, List.of(-.5, .7)));
  private static final List<GradedResponse> GRADES =
      List.of(
          new GradedResponse(1.2, List.of(-1., 0., 1.5)), new GradedResponse(.8, List.of(-.5, .7)));

  @ParameterizedTest
  @CsvSource({
    "111010,      .477032, .943883,  .254890, .678874,  .391523, .935581",
    "111111,     Infinity,Infinity, 1.236485, .731365, 2.642286, 1.679794",
    "000000,    -Infinity,Infinity,-1.603070, .711385,-3.488128, 1.717517",
    "1110101101,  .976441, .699230,  .663532, .551863,  .869500, .683726",
    "0111001010, -.360690, .673407, -.254878, .554082, -.327174, .670819"
  })
  void estimates_of_the_bank_of_ten(
      String outcomes,
      double ml,
      double mlError,
      double map,
      double mapError,
      double wle,
      double wleError) {
    List<Answered> answers = Banks.answered(Banks.TEN, outcomes);
    near(ml, mlError, Estimator.ML.of(answers));
    near(map, mapError, Estimator.MAP.of(answers));
    near(wle, wleError, Estimator.WLE.of(answers));
  }

  private static void near(double ability, double error, Estimate estimate) {
    // the reference was climbed to, in steps that end within this
    assertEquals(ability, estimate.ability(), 3e-5);
    assertEquals(error, estimate.error(), 3e-5);
  }

  @Test
  void information_of_the_bank_of_ten() {
    double[] half = {
      .070104, .130606, .196612, .235004, .249376, .235004, .206631, .534958, .083911, .415003
    };
    double[] low = {
      .196612, .247517, .235004, .196612, .158685, .104994, .354865, .273891, .026802, .026210
    };
    double[] p = {
      .924142, .845535, .731059, .622459, .524979, .377541, .826353, .610639, .476197, .593202
    };
    for (int i = 0; i < half.length; i++) {
      assertEquals(half[i], Banks.TEN.get(i).information(.5), 1e-6);
      assertEquals(low[i], Banks.TEN.get(i).information(-1), 1e-6);
      assertEquals(p[i], Banks.TEN.get(i).probability(1, .5), 1e-6);
    }
  }

  @Test
  void items_of_several_outcomes() {
    row(CREDITS.get(0), .829563, .046744, .282787, .515272, .155197);
    row(CREDITS.get(1), .342312, .195235, .434504, .370260);
    row(GRADES.get(0), .433967, .141851, .212493, .414181, .231475);
    row(GRADES.get(1), .183608, .310026, .229889, .460085);
    List<Answered> credit = Banks.answered(CREDITS, "21");
    assertEquals(.515886, Estimator.WLE.of(credit).ability(), 1e-5);
    eap(CREDITS, .345440, .687184);
    eap(GRADES, .234981, .746244);
  }

  private static void row(ItemModel item, double information, double... p) {
    assertEquals(information, item.information(.5), 1e-6);
    for (int k = 0; k < p.length; k++) {
      assertEquals(p[k], item.probability(k, .5), 1e-6);
    }
  }

  private static void eap(List<? extends ItemModel> items, double mean, double sd) {
    List<double[]> rows = new ArrayList<>();
    Banks.answered(items, "21").forEach(a -> rows.add(a.model().row(a.outcome(), Grid.STANDARD)));
    Posterior posterior = Posterior.of(Grid.STANDARD, rows);
    assertEquals(mean, posterior.mean(), 2e-5);
    assertEquals(sd, posterior.sd(), 2e-5);
  }

  @Test
  void derivatives_are_those_of_the_probabilities() {
    List<ItemModel> items = new ArrayList<>(Banks.TEN);
    items.addAll(CREDITS);
    items.addAll(GRADES);
    double h = 1e-5;
    for (ItemModel item : items) {
      for (double at = -6; at <= 6; at += .75) {
        ItemModel.Curve here = item.at(at);
        for (int k = 0; k < item.outcomes(); k++) {
          assertEquals(item.probability(k, at), here.p()[k], 1e-12);
          double up = item.at(at + h).p()[k];
          double down = item.at(at - h).p()[k];
          assertEquals((up - down) / (2 * h), here.first()[k], 1e-8);
          double rise = item.at(at + h).first()[k] - item.at(at - h).first()[k];
          assertEquals(rise / (2 * h), here.second()[k], 1e-8);
        }
      }
    }
  }

  @Test
  void nothing_answered_is_the_prior_or_nothing() {
    assertEquals(new Estimate(0, 1), rounded(Estimator.MAP.of(List.of())));
    assertTrue(Double.isNaN(Estimator.ML.of(List.of()).ability()));
    assertTrue(Double.isNaN(Estimator.WLE.of(List.of()).ability()));
  }

  private static Estimate rounded(Estimate e) {
    return new Estimate(Math.rint(e.ability() * 1e6) / 1e6 + 0.0, Math.rint(e.error() * 1e6) / 1e6);
  }

  @Test
  void of_two_hills_the_higher_one_is_found() {
    Random random = new Random(7);
    for (int round = 0; round < 50; round++) {
      List<Answered> answers = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        answers.add(
            new Answered(
                new Logistic(.5 + 2 * random.nextDouble(), 2 * random.nextGaussian(), .3),
                random.nextInt(2)));
      }
      double found = height(answers, Estimator.MAP.of(answers).ability());
      for (double at = -6; at <= 6; at += .01) {
        assertTrue(height(answers, at) <= found + 1e-6);
      }
    }
  }

  private static double height(List<Answered> answers, double ability) {
    return answers.stream()
            .mapToDouble(a -> Math.log(a.model().probability(a.outcome(), ability)))
            .sum()
        - ability * ability / 2;
  }
}
