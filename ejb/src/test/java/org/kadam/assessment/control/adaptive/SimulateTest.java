package org.kadam.assessment.control.adaptive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What docs/measurement.md says of designs, on fewer people; fixed seeds, so no chance in it. */
class SimulateTest {

  private static final Simulate SIMULATE = new Simulate(10_000, 1, System.out);

  private static Simulation.Outcome fixed24(SimulatedBank bank) {
    Design all = new Design(24, 24, 1, 0, new int[1], 0, 1);
    return SIMULATE.run(bank.spread(24), all, 0);
  }

  @Test
  void up_to_twenty_items_are_right_as_often_as_a_fixed_24_with_at_most_16_5_on_average() {
    SimulatedBank reference = SimulatedBank.reference(1);
    Simulation.Outcome tuned = SIMULATE.run(reference, Simulate.TUNED, 0);
    assertTrue(tuned.items() <= 16.5, "" + tuned.items());
    assertTrue(tuned.accuracy() >= fixed24(reference).accuracy() - .01, "" + tuned.accuracy());
    assertEquals(0, tuned.bias(), .02);
    assertEquals(tuned.items() / 60, tuned.meanExposure(), 1e-9);
    assertTrue(tuned.exposure() < .75, "" + tuned.exposure());
  }

  @Test
  void so_is_what_ships_on_its_own_bank_and_on_another_of_ninety() {
    for (SimulatedBank bank : List.of(SimulatedBank.shipped(), SimulatedBank.ninety(1))) {
      Simulation.Outcome ours = SIMULATE.run(bank, Simulate.SHIPPED, 0);
      assertTrue(ours.items() <= 16.5, bank.name() + ": " + ours.items());
      assertTrue(ours.accuracy() >= fixed24(bank).accuracy() - .01, "" + ours.accuracy());
    }
  }

  @Test
  void three_sittings_of_five_are_not() {
    SimulatedBank shipped = SimulatedBank.shipped();
    Simulation.Outcome fifteen = SIMULATE.run(shipped, Simulate.FIFTEEN, 0);
    assertTrue(fifteen.accuracy() < fixed24(shipped).accuracy() - .01, "" + fifteen.accuracy());
  }

  @Test
  void fifteen_items_find_who_is_below_the_cut_and_wrong_difficulties_cost_little() {
    SimulatedBank reference = SimulatedBank.reference(1);
    Simulation.Outcome right = SIMULATE.run(reference, Simulate.FIFTEEN, 0);
    Simulation.Outcome wrong = SIMULATE.run(reference, Simulate.FIFTEEN, Simulate.WRONG);
    assertTrue(Simulate.sensitivityAt86(right) > .82, "" + Simulate.sensitivityAt86(right));
    assertTrue(Simulate.sensitivityAt86(wrong) > .80, "" + Simulate.sensitivityAt86(wrong));
    assertTrue(wrong.accuracy() > right.accuracy() - .04, "" + wrong.accuracy());
    assertTrue(wrong.rmse() > right.rmse());
  }

  @Test
  void at_least_with_help_raises_results_a_little_which_leaving_out_does_not() {
    HelpAtHand near = new HelpAtHand(SimulatedBank.shipped());
    HelpAtHand.Outcome nobody = near.of(HelpAtHand.When.NEVER, true, 5_000, 1);
    assertEquals(nobody, near.of(HelpAtHand.When.NEVER, false, 5_000, 1));
    HelpAtHand.Outcome left = near.of(HelpAtHand.When.ONE_IN_FIVE, false, 5_000, 1);
    HelpAtHand.Outcome counted = near.of(HelpAtHand.When.ONE_IN_FIVE, true, 5_000, 1);
    assertEquals(0, nobody.bias(), .03);
    assertEquals(0, left.bias(), .03, "help that comes at random costs nothing");
    // The price of never counting against her, as docs/measurement.md states it. If the rows went
    // on
    // rising above "on my own" it would be .10.
    assertEquals(.04, counted.bias() - left.bias(), .01);
    assertTrue(counted.high() > left.high() && counted.asked() < left.asked());
  }

  @Test
  void the_report_states_bank_cuts_seed_and_every_design_twice() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new Simulate(100, 3, new PrintStream(bytes, true, StandardCharsets.UTF_8))
        .all(SimulatedBank.ninety(3));
    String report = bytes.toString(StandardCharsets.UTF_8);
    assertTrue(
        report.contains(
            "Bank: ninety, 90 items N(0, 1.2²), bank seed 3. Cuts [-1.4, -0.4, 1.0], offers at -0.4."
                + " Takers a row: 100, seed 3."),
        report);
    assertEquals(2, report.split("\\| fixed 24 \\|", -1).length - 1);
    assertEquals(2, report.split("\\| 15 by the blueprint \\|", -1).length - 1);
  }
}
