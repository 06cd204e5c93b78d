package org.kadam.assessment.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.kadam.assessment.control.Grid;
import org.kadam.assessment.control.calibration.Calibrated;
import org.kadam.assessment.control.calibration.MarginalCalibration;
import org.kadam.assessment.control.calibration.Slopes;

/** A comparison of times means something only where both ways come to the same. */
class BaselinesTest {

  @Test
  void the_plain_eap_is_the_engines() {
    ScoreBench bench = new ScoreBench();
    bench.answers();
    assertEquals(bench.eapPlain(), bench.eap(), 1e-9);
  }

  @Test
  void the_plain_best_item_is_the_engines() {
    ChoiceBench bench = new ChoiceBench();
    bench.begin(1);
    assertEquals(bench.nextPlain(), bench.next());
  }

  @Test
  void the_plain_calibration_finds_the_same_items() {
    People people = new People(3_000, 12, 4);
    PlainCalibration plain = new PlainCalibration(12);
    plain.fit(people.table(), Grid.even(-6, 6, 41), 1e-6, 2_000);
    MarginalCalibration.Result engine =
        MarginalCalibration.of(Slopes.FREE).until(1e-6).of(people.packed());
    for (int i = 0; i < 12; i++) {
      Calibrated item = engine.items().get(i);
      assertEquals(plain.slope[i], item.model().discrimination(), 1e-3);
      assertEquals(-plain.intercept[i] / plain.slope[i], item.difficulty(), 1e-3);
    }
  }
}
