package org.kadam.assessment.control.adaptive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kadam.assessment.control.Banks;
import org.kadam.assessment.control.Grid;
import org.kadam.assessment.control.ItemModel;
import org.kadam.assessment.control.Logistic;

/** The bank of ten after item 4 done and item 6 not; reference values computed with catR. */
class CriterionTest {

  private static final int[] LEFT = {1, 2, 3, 5, 7, 8, 9, 10};

  private static Situation situation(Grid grid) {
    return Situation.after(
        grid, List.of(Banks.TEN.get(3).row(1, grid), Banks.TEN.get(5).row(0, grid)));
  }

  /** On this grid the EAP is a hundred-thousandth from the one the reference was computed at. */
  @ParameterizedTest
  @CsvSource({
    "MFI,  6e-6, .093760 .163896 .225647 .246003 .265079 .561570 .069283 .303992",
    "MPWI, 1e-6, .032379 .049896 .062760 .066663 .076182 .133392 .021088 .078679",
    "KL,   5e-4, .180242 .275553 .353566 .396834 .413835 .767354 .142020 .514898",
    "KLP,  6e-6, .011092 .018066 .023586 .025260 .028341 .053468 .007499 .029856"
  })
  void the_next_item_of_the_bank_of_ten(Criterion criterion, double near, String values) {
    Situation situation = situation(Grid.STANDARD);
    String[] expected = values.split(" ");
    for (int i = 0; i < LEFT.length; i++) {
      double value = criterion.value(Banks.TEN.get(LEFT[i] - 1), situation);
      assertEquals(Double.parseDouble(expected[i]), value, near, criterion + " of item " + LEFT[i]);
    }
  }

  /**
   * The reference weighs the two variances by P at the EAP, which gives .547493 for item 8 on its
   * grid and .547572 on a dense one. Weighed by the posterior predictive, as the formula says, it
   * is .547490 (summed once by hand on a dense grid).
   */
  @Test
  void expected_posterior_variance_is_weighed_by_the_posterior_predictive() {
    Situation situation = situation(Grid.even(-8, 8, 3201));
    assertEquals(-.547490, Criterion.EPV.value(Banks.TEN.get(7), situation), 1e-6);
    double[] atEap = {.661877, .638355, .622098, .618035, .606472, .547493, .679410, .613126};
    for (int i = 0; i < LEFT.length; i++) {
      ItemModel item = Banks.TEN.get(LEFT[i] - 1);
      assertEquals(-atEap[i], Criterion.EPV.value(item, situation), 6e-3);
    }
  }

  @Test
  void the_limits_of_kullback_and_leibler_are_kept_on_any_grid() {
    ItemModel eighth = Banks.TEN.get(7);
    assertEquals(.767827, Criterion.KL.value(eighth, situation(Grid.even(-8, 8, 3201))), 1e-5);
    assertEquals(.767827, Criterion.KL.value(eighth, situation(Grid.even(-4, 4, 3201))), 1e-5);
  }

  @Test
  void a_sequential_test_that_goes_on() {
    var items =
        java.util.stream.DoubleStream.of(-1.2, -.8, -.5, -.9, -.3)
            .mapToObj(Logistic::rasch)
            .toList();
    SequentialTest test = new SequentialTest(-.8, .5, .1, .1);
    var answers = Banks.answered(items, "00100");
    assertEquals(-1.428154, test.logRatio(answers), 1e-6);
    assertEquals(2.197225, test.upper(), 1e-6);
    assertEquals(-2.944439, new SequentialTest(-.8, .5, .05, .05).lower(), 1e-6);
    assertEquals(SequentialTest.Verdict.CONTINUE, test.verdict(answers));
    assertEquals(
        SequentialTest.Verdict.ABOVE, test.verdict(Banks.answered(Banks.TEN, "1111111111")));
  }
}
