package org.kadam.assessment.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How often the fifteen items that paper has are right, if its difficulties were and abilities were
 * N(0,1): worked out exactly from the distribution of the number of right answers at each ability
 * (Lord and Wingersky 1984), which is all that the Rasch model asks of the answers. These are the
 * figures of docs/measurement.md; who changes the form changes them there.
 */
class OperatingTest {

  private static final Grid ABILITIES = Grid.even(-5, 5, 2001);
  private static final Form FORM = Form.of(TestForm.onPaper());
  private static final List<Item> ITEMS =
      FORM.items().values().stream()
          .sorted(java.util.Comparator.comparingDouble(Item::difficulty))
          .toList();
  private static final double CUT = FORM.cuts().at().get(FORM.cuts().flag());

  /** The result for each number of right answers. */
  private static Ability[] results() {
    Ability[] results = new Ability[ITEMS.size() + 1];
    for (int right = 0; right < results.length; right++) {
      Map<String, Outcome> outcomes = new HashMap<>();
      for (int i = 0; i < ITEMS.size(); i++) {
        outcomes.put(ITEMS.get(i).id(), i < right ? Outcome.DONE : Outcome.NOT_DONE);
      }
      results[right] = FORM.ability(outcomes).orElseThrow();
    }
    return results;
  }

  /** P(number right | θ) for each number. */
  private static double[] numberRight(double ability) {
    double[] p = new double[ITEMS.size() + 1];
    p[0] = 1;
    for (Item item : ITEMS) {
      double right = Logistic.rasch(item.difficulty()).probability(1, ability);
      for (int r = p.length - 1; r >= 0; r--) {
        p[r] = p[r] * (1 - right) + (r > 0 ? p[r - 1] * right : 0);
      }
    }
    return p;
  }

  @ParameterizedTest(name = "asking from P = {0}")
  @CsvSource({".50, .70, .92, .83", ".35, .84, .84, .73", ".25, .93, .71, .63"})
  void how_many_below_the_cut_are_asked_and_how_many_others(
      double from, double sensitivity, double specificity, double predictive) {
    Ability[] results = results();
    double[] theta = ABILITIES.points();
    double[] weight = ABILITIES.prior();
    double low = 0;
    double askedLow = 0;
    double asked = 0;
    for (int q = 0; q < theta.length; q++) {
      double[] p = numberRight(theta[q]);
      double share = 0;
      for (int r = 0; r < p.length; r++) {
        share += results[r].below() >= from ? p[r] : 0;
      }
      asked += weight[q] * share;
      if (theta[q] < CUT) {
        low += weight[q];
        askedLow += weight[q] * share;
      }
    }
    assertEquals(sensitivity, askedLow / low, .01);
    assertEquals(specificity, 1 - (asked - askedLow) / (1 - low), .01);
    assertEquals(predictive, askedLow / asked, .01);
  }

  @Test
  void how_often_the_level_and_the_band_are_right() {
    Ability[] results = results();
    double[] theta = ABILITIES.points();
    double[] weight = ABILITIES.prior();
    double level = 0;
    double band = 0;
    for (int q = 0; q < theta.length; q++) {
      double at = theta[q];
      int truly = (int) FORM.cuts().at().stream().filter(cut -> at >= cut).count();
      double[] p = numberRight(at);
      for (int r = 0; r < p.length; r++) {
        level += weight[q] * (results[r].level() == truly ? p[r] : 0);
        boolean inside = results[r].lowest() <= truly && truly <= results[r].highest();
        band += weight[q] * (inside ? p[r] : 0);
      }
    }
    assertEquals(.68, level, .01);
    assertEquals(.97, band, .01);
  }
}
