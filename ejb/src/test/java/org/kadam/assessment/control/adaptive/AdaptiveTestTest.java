package org.kadam.assessment.control.adaptive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.kadam.assessment.control.Cuts;
import org.kadam.assessment.control.Grid;
import org.kadam.assessment.control.Logistic;

class AdaptiveTestTest {

  private static final Cuts CUTS = new Cuts(List.of(-1.4, -.4, 1.), 1);
  private static final int[] AREAS = {2, 2, 3, 2, 3, 2, 1};

  /** Ninety Rasch items of seven areas, two in three observed. */
  private static final class Bank {
    final List<Logistic> items = new ArrayList<>();
    final int[] areas = new int[90];
    final boolean[] observed = new boolean[90];

    Bank(double wrong) {
      Random random = new Random(4);
      for (int i = 0; i < 90; i++) {
        double b = 1.2 * random.nextGaussian();
        items.add(Logistic.rasch(b + wrong * random.nextGaussian()));
        areas[i] = i % 7;
        observed[i] = i % 3 != 0;
      }
    }

    Tables tables() {
      return Tables.of(Grid.even(-4, 4, 33), items, areas, observed, CUTS);
    }
  }

  private static final Design FIFTEEN = new Design(15, 15, 1, 0, AREAS, 9, 5);

  @Test
  void every_area_and_the_observed_tasks_get_their_minimum_and_no_item_comes_twice() {
    Bank bank = new Bank(0);
    Random random = new Random(1);
    for (int person = 0; person < 200; person++) {
      AdaptiveTest test = new AdaptiveTest(bank.tables(), FIFTEEN, random.nextInt());
      int[] areas = new int[7];
      int observed = 0;
      List<Integer> given = new ArrayList<>();
      for (int item = test.next(); item != AdaptiveTest.DONE; item = test.next()) {
        assertTrue(!given.contains(item));
        given.add(item);
        areas[bank.areas[item]]++;
        observed += bank.observed[item] ? 1 : 0;
        test.answer(item, random.nextInt(2));
      }
      assertEquals(15, given.size());
      assertArrayEquals(AREAS, areas);
      assertTrue(observed >= 9);
    }
  }

  @Test
  void the_minimums_are_met_by_the_time_it_may_stop() {
    Bank bank = new Bank(0);
    Random random = new Random(2);
    int early = 0;
    for (int person = 0; person < 200; person++) {
      AdaptiveTest test = new AdaptiveTest(bank.tables(), Simulate.SHIPPED, random.nextInt());
      int[] left = Simulate.SHIPPED.minimums();
      int observed = 0;
      for (int item = test.next(); item != AdaptiveTest.DONE; item = test.next()) {
        test.answer(item, person % 2);
        left[bank.areas[item]]--;
        observed += bank.observed[item] ? 1 : 0;
        if (test.answered() == Simulate.SHIPPED.least()) {
          assertTrue(Arrays.stream(left).allMatch(lacks -> lacks <= 0), Arrays.toString(left));
          assertTrue(observed >= Simulate.SHIPPED.observed());
        }
      }
      early += test.answered() < Simulate.SHIPPED.most() ? 1 : 0;
    }
    assertTrue(early > 100, early + " ended early");
  }

  @Test
  void it_stops_when_the_level_is_certain_enough_and_not_before_the_least() {
    AdaptiveTest test =
        new AdaptiveTest(new Bank(0).tables(), new Design(6, 30, .85, 0, new int[7], 0, 5), 5);
    int item = test.next();
    while (item != AdaptiveTest.DONE) {
      test.answer(item, 0);
      assertTrue(test.answered() <= 6 || test.levels()[0] < .85 + 1 / 6.);
      item = test.next();
    }
    assertEquals(0, test.level());
    assertTrue(test.levels()[0] >= .85 && test.answered() >= 6 && test.answered() < 30);
  }

  @Test
  void the_same_seed_and_answers_give_the_same_items() {
    Tables tables = new Bank(0).tables();
    AdaptiveTest one = new AdaptiveTest(tables, FIFTEEN, 77);
    AdaptiveTest two = new AdaptiveTest(tables, FIFTEEN, 77);
    for (int item = one.next(); item != AdaptiveTest.DONE; item = one.next()) {
      assertEquals(item, two.next());
      one.answer(item, item % 2);
      two.answer(item, item % 2);
    }
    assertEquals(AdaptiveTest.DONE, two.next());
  }

  @Test
  void rounded_tables_hardly_ever_change_a_level() {
    Bank bank = new Bank(0);
    Tables exact = bank.tables();
    Tables rounded = exact.rounded(1000);
    Random random = new Random(13);
    int changed = 0;
    int people = 4000;
    for (int person = 0; person < people; person++) {
      double ability = random.nextGaussian();
      AdaptiveTest onPhone = new AdaptiveTest(rounded, FIFTEEN, random.nextInt());
      AdaptiveTest onServer = new AdaptiveTest(exact, FIFTEEN, 0);
      for (int item = onPhone.next(); item != AdaptiveTest.DONE; item = onPhone.next()) {
        int outcome = random.nextDouble() < bank.items.get(item).probability(1, ability) ? 1 : 0;
        onPhone.answer(item, outcome);
        onServer.answer(item, outcome);
      }
      changed += onPhone.level() == onServer.level() ? 0 : 1;
    }
    assertTrue(changed <= people * .005, changed + " of " + people);
  }

  /** The design of the reference's table: cuts at -0.8 and 0.7, stop at .85, 6 to 18 items. */
  @Test
  void fewer_items_than_a_fixed_form_do_about_as_well() {
    Bank bank = new Bank(0);
    Cuts two = new Cuts(List.of(-.8, .7), 0);
    Tables tables = Tables.of(Grid.even(-4, 4, 33), bank.items, bank.areas, bank.observed, two);
    Design adaptive = new Design(6, 18, .85, 0, new int[7], 0, 5);
    Design fixed = new Design(24, 24, 1, 0, new int[7], 0, 90);
    Simulation.Outcome early = new Simulation(bank.items, tables, adaptive, two).of(2000, 2);
    Simulation.Outcome all = new Simulation(bank.items, tables, fixed, two).of(2000, 2);
    assertTrue(Math.abs(early.bias()) < .04, "" + early.bias());
    assertTrue(early.items() < 16, "" + early.items());
    assertTrue(early.accuracy() > all.accuracy() - .03, early.accuracy() + " " + all.accuracy());
    assertEquals(1, early.sensitivity()[0]);
    for (int t = 1; t < Simulation.THRESHOLDS; t++) {
      assertTrue(early.sensitivity()[t] <= early.sensitivity()[t - 1]);
      assertTrue(early.specificity()[t] >= early.specificity()[t - 1]);
    }
  }

  @Test
  void draws_are_even_and_within_bounds() {
    Draw draw = new Draw(123);
    int[] counts = new int[5];
    for (int i = 0; i < 50_000; i++) {
      counts[draw.below(5)]++;
    }
    for (int count : counts) {
      assertEquals(10_000, count, 400);
    }
  }

  @Test
  void a_design_that_cannot_be_is_refused() {
    assertThrows(
        IllegalArgumentException.class, () -> new Design(5, 10, .9, 0, new int[] {3, 3}, 0, 1));
  }
}
