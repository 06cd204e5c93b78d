package org.kadam.assessment.control.adaptive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kadam.assessment.control.Cuts;
import org.kadam.assessment.control.Logistic;
import org.kadam.course.entity.PackagePart;
import org.kadam.json.CanonicalJson;

class AdaptivePlanTest {

  /** What a plan of ninety items may cost a phone. */
  private static final int MOST_BYTES = 12 * 1024;

  @Test
  void a_plan_is_small_whatever_the_model() {
    Map<String, PlanBanks.Case> all = new LinkedHashMap<>(PlanBanks.all());
    // As after a calibration and a panel: no two difficulties alike, every item a task.
    all.put("tasks", PlanBanks.allTasks(new Cuts(List.of(-1.3127, -.4471, 1.0816), 1)));
    all.forEach(
        (name, of) -> {
          int bytes = bytes(of.plan());
          JsonObject before = Json.createObjectBuilder(of.plan()).remove("helped").build();
          System.out.println(name + ": " + bytes + " bytes, " + bytes(before) + " without help");
          assertTrue(bytes <= MOST_BYTES, name + " costs " + bytes + " bytes");
        });
  }

  @Test
  void the_same_bank_gives_the_same_bytes() {
    assertEquals(
        CanonicalJson.text(PlanBanks.all().get("mixed").plan()),
        CanonicalJson.text(PlanBanks.all().get("mixed").plan()));
  }

  @Test
  void what_is_read_back_is_what_was_written_but_for_rounding() {
    PlanBanks.all()
        .values()
        .forEach(
            of -> {
              Tables exact = of.exact();
              Tables read = of.read().tables();
              assertEquals(
                  of.bank().stream().map(AdaptivePlan.Entry::id).toList(), of.read().items());
              assertArrayEquals(exact.areas(), read.areas());
              assertArrayEquals(exact.observed(), read.observed());
              assertArrayEquals(exact.points(), read.points());
              assertArrayEquals(exact.prior(), read.prior(), 1e-6);
              assertEquals(1, Arrays.stream(read.prior()).sum(), 1e-12);
              for (int item = 0; item < exact.items(); item++) {
                for (int k = 0; k < exact.rows()[item].length; k++) {
                  assertArrayEquals(exact.rows()[item][k], read.rows()[item][k], 2e-5);
                  assertTrue(Arrays.stream(read.rows()[item][k]).allMatch(p -> p > 0));
                }
                assertEquals(of.bank().get(item).observed(), read.helped()[item] != null);
                if (read.helped()[item] != null) {
                  assertArrayEquals(exact.helped()[item], read.helped()[item], 2e-5);
                  assertTrue(Arrays.stream(read.helped()[item]).allMatch(p -> p > 0 && p < 1));
                }
              }
              assertEquals(of.design().certainty(), of.read().design().certainty());
              assertEquals(of.design().error(), of.read().design().error());
            });
  }

  @Test
  void it_begins_with_one_of_the_easiest_tasks_and_not_with_last_times() {
    PlanBanks.Case of = PlanBanks.all().get("shipped");
    Tables tables = of.read().tables();
    boolean[] avoided = new boolean[tables.items()];
    boolean[] begun = new boolean[tables.items()];
    for (int seed = 0; seed < 100; seed++) {
      begun[new AdaptiveTest(tables, of.read().design(), seed).next()] = true;
    }
    double hardestFirst = -9;
    double easiestOther = 9;
    for (int item = 0; item < begun.length; item++) {
      double b = ((Logistic) of.bank().get(item).model()).difficulty();
      if (begun[item]) {
        hardestFirst = Math.max(hardestFirst, b);
        avoided[item] = item % 2 == 0;
      } else if (of.bank().get(item).observed()) {
        easiestOther = Math.min(easiestOther, b);
      }
    }
    assertTrue(hardestFirst <= easiestOther, hardestFirst + " " + easiestOther);
    assertEquals(5, IntStream.range(0, begun.length).filter(i -> begun[i]).count());
    for (int seed = 0; seed < 100; seed++) {
      int first = new AdaptiveTest(tables, of.read().design(), seed, avoided).next();
      assertTrue(begun[first] && !avoided[first]);
    }
  }

  @Test
  void a_parallel_form_has_other_items_as_long_as_there_are_any() {
    PlanBanks.Case of = PlanBanks.all().get("rasch");
    Tables tables = of.read().tables();
    AdaptiveTest once = new AdaptiveTest(tables, of.read().design(), 1);
    List<Integer> first = take(once, new ArrayList<>());
    boolean[] avoided = new boolean[tables.items()];
    first.forEach(item -> avoided[item] = true);
    List<Integer> second =
        take(new AdaptiveTest(tables, of.read().design(), 2, avoided), new ArrayList<>());
    assertEquals(15, second.size());
    assertTrue(second.stream().noneMatch(first::contains));
    Arrays.fill(avoided, true);
    List<Integer> any = new ArrayList<>();
    assertEquals(15, take(new AdaptiveTest(tables, of.read().design(), 3, avoided), any).size());
  }

  @Test
  void what_was_not_done_with_help_takes_its_place_and_says_nothing() {
    PlanBanks.Case of = PlanBanks.all().get("mixed");
    AdaptiveTest test = new AdaptiveTest(of.read().tables(), of.read().design(), 8);
    double[] before = test.posterior();
    int item = test.next();
    assertEquals(item, test.next(), "asking twice changes nothing");
    test.answer(item, AdaptiveTest.NOTHING_SAID);
    assertArrayEquals(before, test.posterior());
    assertEquals(1, test.answered());
    assertTrue(test.next() != item);
  }

  @Test
  void what_was_done_with_help_takes_its_place_and_speaks_for_her_less_than_done_alone() {
    PlanBanks.all()
        .forEach(
            (name, of) -> {
              Tables tables = of.read().tables();
              for (int item = 0; item < tables.items(); item++) {
                double[] ability = new double[3];
                int[] outcomes = {
                  AdaptiveTest.NOTHING_SAID, AdaptiveTest.WITH_HELP, tables.rows()[item].length - 1
                };
                for (int i = 0; i < outcomes.length; i++) {
                  AdaptiveTest test = new AdaptiveTest(tables, of.read().design(), 8);
                  test.answer(item, outcomes[i]);
                  assertEquals(1, test.answered());
                  ability[i] = test.ability();
                }
                assertTrue(ability[1] < ability[2], name + item);
                assertTrue(
                    tables.observed()[item] ? ability[0] < ability[1] : ability[0] == ability[1],
                    name + item);
              }
            });
  }

  @Test
  void it_does_not_end_for_being_certain_before_anything_was_done_or_tried_alone() {
    PlanBanks.Case of = PlanBanks.all().get("shipped");
    int[] fewest = SimulatedBank.FEWEST;
    Design design = new Design(10, 20, 1, .8, fewest, SimulatedBank.FEWEST_OBSERVED, 5);
    AdaptiveTest test = new AdaptiveTest(of.read().tables(), design, 8);
    while (test.answered() < design.least() || test.error() > design.error()) {
      test.answer(test.next(), AdaptiveTest.WITH_HELP);
    }
    assertTrue(test.answered() < design.most(), "there is room for more");
    assertTrue(test.next() != AdaptiveTest.DONE);
    test.answer(test.next(), 1);
    assertEquals(AdaptiveTest.DONE, test.next());
  }

  @Test
  void fifteen_tasks_done_with_help_say_that_she_is_on_her_own_or_above_and_no_more() {
    PlanBanks.Case of = PlanBanks.allTasks(PlanBanks.CUTS);
    AdaptiveTest test = new AdaptiveTest(of.read().tables(), of.read().design(), 8);
    double[] before = test.levels();
    for (int item = 0; item < of.design().most(); item++) {
      test.answer(item, AdaptiveTest.WITH_HELP);
    }
    double[] after = test.levels();
    assertEquals(2, test.level());
    assertEquals(before[3] / (before[2] + before[3]), after[3] / (after[2] + after[3]), 5e-3);
    assertTrue(after[2] < .76, "what ships ends at .78: " + after[2]);
  }

  @Test
  void a_plan_from_before_help_counted_is_read_as_it_was() {
    JsonObject plan =
        Json.createObjectBuilder(PlanBanks.all().get("shipped").plan())
            .remove("helped")
            .add("version", 1)
            .build();
    AdaptivePlan read = AdaptivePlan.read(plan);
    AdaptiveTest test = new AdaptiveTest(read.tables(), read.design(), 8);
    double[] before = test.posterior();
    test.answer(test.next(), AdaptiveTest.WITH_HELP);
    assertArrayEquals(before, test.posterior());
  }

  @Test
  void where_there_is_one_cut_help_says_nothing() {
    PlanBanks.Case of = PlanBanks.allTasks(new Cuts(List.of(-.4), 0));
    assertTrue(Arrays.stream(of.read().tables().helped()).allMatch(Objects::isNull));
    assertTrue(Arrays.stream(of.exact().helped()).allMatch(Objects::isNull));
  }

  @Test
  void a_bank_that_cannot_give_such_an_assessment_makes_no_plan() {
    List<AdaptivePlan.Entry> bank = PlanBanks.ninety(false);
    Design design = PlanBanks.all().get("rasch").design();
    List<AdaptivePlan.Entry> twice = new ArrayList<>(bank);
    twice.add(bank.get(0));
    refused(twice, design);
    refused(bank.subList(0, 60), design);
    refused(bank, new Design(15, 91, 1, 0, design.minimums(), 9, 5));
    refused(bank.stream().filter(entry -> !entry.observed()).toList(), design);
  }

  private static void refused(List<AdaptivePlan.Entry> bank, Design design) {
    assertThrows(
        IllegalArgumentException.class, () -> AdaptivePlan.of(bank, design, 3, PlanBanks.CUTS));
  }

  @Test
  void a_plan_of_another_version_is_not_read() {
    JsonObject plan = PlanBanks.all().get("rasch").plan();
    JsonObject later = Json.createObjectBuilder(plan).add("version", 3).build();
    assertThrows(IllegalArgumentException.class, () -> AdaptivePlan.read(later));
    JsonObject other = Json.createObjectBuilder(plan).add("criterion", "mfi").build();
    assertThrows(IllegalArgumentException.class, () -> AdaptivePlan.read(other));
  }

  @Test
  void the_seed_of_an_attempt_is_of_its_whole_id() {
    assertEquals(
        0x1 ^ 0x20 ^ 0x300 ^ 0x4000,
        AdaptivePlan.seed(new UUID(1L << 32 | 0x20, 0x300L << 32 | 0x4000)));
  }

  static int bytes(JsonObject content) {
    return new PackagePart("plan", CanonicalJson.bytes(content), Instant.EPOCH).bytes();
  }

  private static List<Integer> take(AdaptiveTest test, List<Integer> into) {
    for (int item = test.next(); item != AdaptiveTest.DONE; item = test.next()) {
      into.add(item);
      test.answer(item, into.size() % 2);
    }
    return into;
  }
}
