package org.kadam.assessment.control.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kadam.assessment.control.calibration.CalibrationCheck.Column;
import org.kadam.course.control.Faults;

class CalibrationCheckTest {

  private static final int NONE = Responses.MISSING;
  private static final String FILE = "item/A1/items.yaml";

  private static List<String> faults(
      List<Column> columns, Responses responses, MarginalCalibration.Result result) {
    Faults faults = new Faults();
    CalibrationCheck.check(columns, responses, result, faults);
    return faults.found().stream().map(Faults.Fault::toString).toList();
  }

  @Test
  void a_sound_bank_has_no_faults() {
    Responses lsat = Lsat6.responses();
    List<Column> columns =
        List.of(
            new Column(FILE, "a"),
            new Column(FILE, "b"),
            new Column(FILE, "c"),
            new Column(FILE, "d"),
            new Column(FILE, "e"));
    assertEquals(List.of(), faults(columns, lsat, MarginalCalibration.of(Slopes.ONE).of(lsat)));
  }

  @Test
  void each_item_of_which_the_answers_say_nothing_is_named_with_the_reason_even_with_a_prior() {
    int[][] table = {
      {0, 2, NONE, 1, 0}, {0, 0, NONE, 1, 1}, {0, 2, NONE, 1, 0}, {0, 0, NONE, 1, 1}
    };
    Responses responses = Responses.of(table, new int[] {2, 3, 2, 2, 2});
    Prior[] priors = new Prior[5];
    java.util.Arrays.fill(priors, new Prior(0, 1));
    List<Column> columns =
        List.of(
            new Column(FILE, "not-done"),
            new Column(FILE, "in-parts"),
            new Column(FILE, "new"),
            new Column("item/A2/items.yaml", "easy"),
            new Column("item/A2/items.yaml", "new"));
    MarginalCalibration rasch = MarginalCalibration.of(Slopes.ONE);
    List<String> said =
        List.of(
            FILE
                + " at not-done.outcomes: Everybody came to outcome 0, so the answers say nothing"
                + " of it",
            FILE + " at in-parts.outcomes: Nobody came to outcome 1 of 0 to 2",
            FILE + " at new.outcomes: Nobody has answered this item",
            "item/A2/items.yaml at easy.outcomes: Everybody got this right, so the answers say"
                + " nothing of how difficult it is",
            "item/A2/items.yaml at new: This id is there twice");
    assertEquals(said, faults(columns, responses, rasch.of(responses)));
    assertEquals(said, faults(columns, responses, rasch.of(responses, priors)));
  }

  @Test
  void a_calibration_that_has_not_settled_is_not_published() {
    Responses lsat = Lsat6.responses();
    List<Column> columns =
        java.util.stream.IntStream.range(0, 5).mapToObj(i -> new Column(FILE, "i" + i)).toList();
    MarginalCalibration.Result whole = MarginalCalibration.of(Slopes.FREE).of(lsat);
    MarginalCalibration.Result cut =
        new MarginalCalibration.Result(whole.items(), whole.logLikelihood(), 7, false);
    assertEquals(
        List.of("calibration at rounds: After 7 rounds the difficulties still moved"),
        faults(columns, lsat, cut));
  }

  @Test
  void columns_that_do_not_belong_to_the_answers_are_refused() {
    Responses lsat = Lsat6.responses();
    MarginalCalibration.Result result = MarginalCalibration.of(Slopes.ONE).of(lsat);
    assertThrows(
        IllegalArgumentException.class, () -> faults(List.of(new Column(FILE, "a")), lsat, result));
  }
}
