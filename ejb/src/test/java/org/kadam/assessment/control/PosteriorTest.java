package org.kadam.assessment.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reference values: computed with catR and by hand, except where a line says otherwise. */
class PosteriorTest {

  private static final Grid COARSE = Grid.even(-4, 4, 33);
  private static final Grid DENSE = Grid.even(-8, 8, 3201);

  /** A bank of ten items in one-, two- and three-parameter form. */
  private static final List<Logistic> BANK =
      List.of(
          Logistic.rasch(-2),
          Logistic.rasch(-1.2),
          Logistic.rasch(-.5),
          Logistic.rasch(0),
          Logistic.rasch(.4),
          Logistic.rasch(1),
          new Logistic(1.2, -.8, 0),
          new Logistic(1.5, .2, 0),
          new Logistic(.8, 1.3, .2),
          new Logistic(1.7, .6, .25));

  private static Posterior after(Grid grid, List<? extends ItemModel> items, String outcomes) {
    List<double[]> rows = new ArrayList<>();
    for (int i = 0; i < outcomes.length(); i++) {
      rows.add(items.get(i).row(outcomes.charAt(i) - '0', grid));
    }
    return Posterior.of(grid, rows);
  }

  private static List<Logistic> rasch(double... difficulties) {
    List<Logistic> items = new ArrayList<>();
    for (double difficulty : difficulties) {
      items.add(Logistic.rasch(difficulty));
    }
    return items;
  }

  @ParameterizedTest
  @CsvSource({
    "111010,      .274128, .690935,  .274130, .690940",
    "111111,     1.289056, .740511, 1.290221, .742658",
    "000000,    -1.640694, .716888,-1.643594, .721678",
    "1110101101,  .678115, .580570,  .678116, .580573",
    "0111001010, -.279793, .550237, -.279793, .550237"
  })
  void ability_and_its_uncertainty_are_those_of_the_reference(
      String outcomes, double coarse, double coarseSd, double dense, double denseSd) {
    assertEquals(coarse, after(COARSE, BANK, outcomes).mean(), 2e-6);
    assertEquals(coarseSd, after(COARSE, BANK, outcomes).sd(), 2e-6);
    assertEquals(dense, after(DENSE, BANK, outcomes).mean(), 2e-6);
    assertEquals(denseSd, after(DENSE, BANK, outcomes).sd(), 2e-6);
    assertEquals(dense, after(Grid.STANDARD, BANK, outcomes).mean(), 1e-5);
    assertEquals(denseSd, after(Grid.STANDARD, BANK, outcomes).sd(), 1e-5);
  }

  @Test
  void item_four_right_and_item_six_wrong() {
    List<double[]> rows = List.of(BANK.get(3).row(1, COARSE), BANK.get(5).row(0, COARSE));
    assertEquals(.145757, Posterior.of(COARSE, rows).mean(), 1e-6);
  }

  @Test
  void the_probability_of_being_below_a_cut_is_the_integral_to_that_cut() {
    List<Logistic> items = rasch(-1.2, -.8, -.5, -.9, -.3);
    for (Grid grid : List.of(Grid.STANDARD, DENSE)) {
      Posterior posterior = after(grid, items, "00100");
      assertEquals(-1.102663, posterior.mean(), 1e-6);
      assertEquals(.693981, posterior.sd(), 1e-6);
      assertEquals(.667887, posterior.below(-.8), 1e-4);
    }
  }

  /**
   * The reference prints .666555 for the same answers: the sum over points strictly below the cut
   * at a step of .005, which leaves out the half step that the point on the cut stands for.
   */
  @Test
  void the_printed_reference_is_the_same_integral_less_half_a_step_at_the_cut() {
    Grid grid = Grid.even(-8, 8, 3201);
    Posterior posterior = after(grid, rasch(-1.2, -.8, -.5, -.9, -.3), "00100");
    double halfStep = posterior.below(-.8 + .005) - posterior.below(-.8);
    assertEquals(.666555, posterior.below(-.8) - halfStep / 2, 1e-5);
  }

  /** Bock and Lieberman's LSAT 6 under the converged two-parameter model; printed tables .005. */
  @ParameterizedTest
  @CsvSource({
    "00000,-1.89677,.80128", "10000,-1.36606,.80309", "00001,-1.47481,.80228",
    "10001,-.93984,.80859", "00010,-1.45453,.80241", "10010,-.91923,.80895",
    "00011,-1.02944,.80713", "10011,-.48464,.81852", "00100,-1.32398,.80347",
    "10100,-.78630,.81147", "00101,-.89716,.80934", "10101,-.34835,.82230",
    "00110,-.87651,.80972", "10110,-.32702,.82292", "00111,-.44088,.81969",
    "10111,.12565,.83803", "01000,-1.43239,.80257", "11000,-.89672,.80935",
    "01001,-1.00703,.80748", "11001,-.46159,.81913", "01010,-.98648,.80781",
    "11010,-.44043,.81971", "01011,-.55344,.81675", "11011,.00818,.83378",
    "01100,-.85396,.81014", "11100,-.30372,.82361", "01101,-.41777,.82033",
    "11101,.14982,.83893", "01110,-.39655,.82092", "11110,.17202,.83977",
    "01111,.05360,.83540", "11111,.64562,.85901"
  })
  void every_pattern_of_lsat_six_scores_as_published(String outcomes, double mean, double sd) {
    double[] a = {.82566, .72274, .89087, .68837, .65686};
    double[] intercept = {2.77323, .99020, .24915, 1.28476, 2.05327};
    List<Logistic> items = new ArrayList<>();
    for (int i = 0; i < a.length; i++) {
      items.add(new Logistic(a[i], -intercept[i] / a[i], 0));
    }
    Posterior posterior = after(Grid.STANDARD, items, outcomes);
    assertEquals(mean, posterior.mean(), 5e-4);
    assertEquals(sd, posterior.sd(), 5e-4);
  }

  @Test
  void partial_credit_scores_as_in_the_reference() {
    List<PartialCredit> items =
        List.of(
            new PartialCredit(1.2, List.of(-1., 0., 1.5)), new PartialCredit(.8, List.of(-.5, .7)));
    double[] first = {.046744, .282787, .515272, .155197};
    double[] second = {.195235, .434504, .370260};
    for (int k = 0; k < first.length; k++) {
      assertEquals(first[k], items.get(0).probability(k, .5), 1e-6);
    }
    for (int k = 0; k < second.length; k++) {
      assertEquals(second[k], items.get(1).probability(k, .5), 1e-6);
    }
    Posterior posterior = after(Grid.STANDARD, items, "21");
    assertEquals(.345440, posterior.mean(), 1e-5);
    assertEquals(.687184, posterior.sd(), 1e-5);
  }

  @Test
  void partial_credit_of_one_step_is_the_two_parameter_model() {
    for (double ability : new double[] {-6, -1, 0, .3, 6}) {
      assertEquals(
          new Logistic(1.3, .4, 0).probability(1, ability),
          new PartialCredit(1.3, List.of(.4)).probability(1, ability),
          1e-15);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "-2, .070104, .924142",
    "-1.2, .130606, .845535",
    "0, .235004, .622459",
    "1, .235004, .377541"
  })
  void a_rasch_item_informs_as_its_probability_says(double b, double information, double p) {
    double right = Logistic.rasch(b).probability(1, .5);
    assertEquals(p, right, 1e-6);
    assertEquals(information, right * Logistic.rasch(b).probability(0, .5), 1e-6);
  }

  @Test
  void without_an_answer_it_is_the_prior() {
    Posterior posterior = Posterior.of(Grid.STANDARD, List.of());
    assertEquals(0, posterior.mean(), 1e-12);
    assertEquals(1, posterior.sd(), 1e-7);
    assertEquals(.5, posterior.below(0), 1e-12);
    assertEquals(.158655, posterior.below(-1), 1e-4);
  }

  @Test
  void fifteen_right_and_fifteen_wrong_stay_finite_and_mirror_each_other() {
    double[] difficulties = new double[15];
    for (int i = 0; i < 15; i++) {
      difficulties[i] = (i - 7) * .3;
    }
    Posterior right = after(Grid.STANDARD, rasch(difficulties), "1".repeat(15));
    Posterior wrong = after(Grid.STANDARD, rasch(difficulties), "0".repeat(15));
    assertEquals(right.mean(), -wrong.mean(), 1e-12);
    assertEquals(right.sd(), wrong.sd(), 1e-12);
    assertTrue(right.mean() > 1.5 && right.mean() < 2.5);
  }

  @Test
  void the_standard_grid_is_as_good_as_a_dense_one_for_every_raw_score() {
    double[] b = {-2, -1.7, -1.4, -1.1, -.8, -.6, -.4, -.2, 0, .2, .4, .7, 1, 1.3, 1.6};
    for (int right = 0; right <= 15; right++) {
      String outcomes = "1".repeat(right) + "0".repeat(15 - right);
      Posterior posterior = after(Grid.STANDARD, rasch(b), outcomes);
      Posterior dense = after(DENSE, rasch(b), outcomes);
      assertEquals(dense.mean(), posterior.mean(), 1e-5);
      assertEquals(dense.sd(), posterior.sd(), 1e-5);
      for (double cut = -1.5; cut < 1.5; cut += .07) {
        assertEquals(dense.below(cut), posterior.below(cut), 3e-4);
      }
    }
  }

  @Test
  void the_order_of_answers_changes_nothing_but_the_last_bits() {
    List<double[]> rows = new ArrayList<>();
    for (int i = 0; i < BANK.size(); i++) {
      rows.add(BANK.get(i).row(i % 2, Grid.STANDARD));
    }
    Posterior one = Posterior.of(Grid.STANDARD, rows);
    Collections.shuffle(rows, new Random(7));
    assertEquals(one.mean(), Posterior.of(Grid.STANDARD, rows).mean(), 1e-12);
  }

  @Test
  void a_hundred_thousand_answers_do_not_underflow() {
    double[] wrong = Logistic.rasch(0).row(0, Grid.STANDARD);
    double[] right = Logistic.rasch(0).row(1, Grid.STANDARD);
    List<double[]> rows = new ArrayList<>();
    for (int i = 0; i < 50_000; i++) {
      rows.add(wrong);
      rows.add(right);
    }
    assertEquals(0, Posterior.of(Grid.STANDARD, rows).mean(), 1e-9);
  }

  @Test
  void what_is_no_number_is_refused() {
    assertThrows(IllegalArgumentException.class, () -> Logistic.rasch(Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> new Logistic(0, 0, 0));
    assertThrows(IllegalArgumentException.class, () -> new Logistic(1, 0, Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> new PartialCredit(1, List.of()));
    assertThrows(IllegalArgumentException.class, () -> new PartialCredit(1, List.of(Double.NaN)));
    assertThrows(IllegalArgumentException.class, () -> Grid.even(1, 1, 10));
    assertThrows(IllegalArgumentException.class, () -> Grid.even(Double.NaN, 1, 10));
    assertThrows(IllegalArgumentException.class, () -> Grid.STANDARD.below(Double.NaN));
    Grid grid = Grid.even(-1, 1, 3);
    assertThrows(
        IllegalArgumentException.class,
        () -> Posterior.of(grid, List.of(new double[] {.5, Double.NaN, .5})));
    assertThrows(
        IllegalArgumentException.class,
        () -> Posterior.of(grid, List.of(new double[] {.5, 1.5, .5})));
    assertThrows(
        IllegalArgumentException.class, () -> Posterior.of(grid, List.of(new double[] {.5, .5})));
    assertThrows(
        IllegalArgumentException.class, () -> Posterior.of(grid, List.of(new double[] {0, 0, 0})));
    assertThrows(IllegalArgumentException.class, () -> Logistic.rasch(0).row(2, grid));
  }
}
