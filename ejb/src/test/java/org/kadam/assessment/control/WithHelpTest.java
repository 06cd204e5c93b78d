package org.kadam.assessment.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What was done with help is done at least with help, and never a mark against anybody. */
class WithHelpTest {

  private static final Cuts SHIPPED = new Cuts(List.of(-1.4, -.4, 1.), 1);

  private static final Help HELP = new Help(1, -.4);

  /**
   * How far P(below a cut) may rise all the same: between the points of the grid it is interpolated
   * by weights of which some lie a little outside 0..1, so that it errs by up to 0.0003.
   */
  private static final double INTERPOLATED = 3e-4;

  /** A form of many tasks and some questions, and answers to some of them. */
  private static final class Somebody {
    final Form form;
    final List<String> tasks = new ArrayList<>();
    final Map<String, Outcome> answers = new LinkedHashMap<>();

    Somebody(Random random) {
      this(random, anyCuts(random));
    }

    Somebody(Random random, Cuts cuts) {
      Map<String, Double> difficulties = new HashMap<>();
      var items = Json.createObjectBuilder();
      for (int i = 0; i < 25; i++) {
        String id = "i" + i;
        boolean task = i < 5 || random.nextBoolean();
        difficulties.put(id, 1.2 * random.nextGaussian());
        items.add(id, Json.createObjectBuilder().add("type", "phone").add("observed", task));
        if (task) {
          tasks.add(id);
        }
      }
      form =
          Form.of(
              Json.createObjectBuilder()
                  .add("id", "f")
                  .add("items", items)
                  .add("plan", Plan.of(difficulties, new TreeSet<>(tasks), cuts))
                  .build());
      double ability = random.nextGaussian();
      for (int i = 0; i < 20; i++) {
        String id = "i" + (i + 5);
        double done = Logistic.rasch(difficulties.get(id)).probability(1, ability);
        boolean helped = random.nextInt(4) == 0;
        answers.put(id, Outcome.of(random.nextDouble() < done, helped));
      }
    }

    private static Cuts anyCuts(Random random) {
      double first = -2 + random.nextDouble();
      double second = first + .2 + 2 * random.nextDouble();
      return new Cuts(List.of(first, second, second + .2 + random.nextDouble()), random.nextInt(3));
    }

    /** The result of the first so many answers, and of one more. */
    Optional<Ability> result(int prefix, String item, Outcome outcome) {
      Map<String, Outcome> some = new HashMap<>();
      answers.entrySet().stream().limit(prefix).forEach(e -> some.put(e.getKey(), e.getValue()));
      if (outcome != null) {
        some.put(item, outcome);
      }
      return form.ability(some);
    }
  }

  @Test
  void after_any_answers_a_task_done_with_help_never_counts_against_her_and_less_than_done_alone() {
    Random random = new Random(12);
    int looked = 0;
    for (int person = 0; person < 150; person++) {
      Somebody she = new Somebody(random);
      for (int prefix = 1; prefix <= she.answers.size(); prefix++) {
        String item = she.tasks.get(random.nextInt(5));
        Optional<Ability> without = she.result(prefix, item, null);
        if (without.isEmpty()) {
          continue;
        }
        looked++;
        Ability helped = she.result(prefix, item, Outcome.HELPED).orElseThrow();
        Ability alone = she.result(prefix, item, Outcome.DONE).orElseThrow();
        Ability not = she.result(prefix, item, Outcome.NOT_DONE).orElseThrow();
        assertTrue(without.get().mean() < helped.mean(), "the estimate rises");
        assertTrue(helped.mean() < alone.mean(), "and by less than when she does it alone");
        assertTrue(not.mean() < without.get().mean(), "which is not what not done does");
        assertTrue(helped.below() <= without.get().below() + INTERPOLATED);
        assertTrue(alone.below() <= helped.below() + INTERPOLATED);
        assertEquals(
            without, she.result(prefix, item, Outcome.HELPED_NOT_DONE), "neither for nor against");
      }
    }
    assertTrue(looked > 2_500, "so many prefixes: " + looked);
  }

  @Test
  void the_probability_of_lying_below_any_point_never_rises() {
    Random random = new Random(5);
    for (int person = 0; person < 500; person++) {
      List<double[]> rows = new ArrayList<>();
      for (int i = random.nextInt(20); i > 0; i--) {
        rows.add(Logistic.rasch(random.nextGaussian()).row(random.nextInt(2), Grid.STANDARD));
      }
      double[] before = Posterior.of(Grid.STANDARD, rows).masses();
      Logistic item = Logistic.rasch(1.5 * random.nextGaussian());
      Help help = new Help(.2 + 2 * random.nextDouble(), random.nextGaussian());
      rows.add(item.withHelp(help, Grid.STANDARD));
      double[] after = Posterior.of(Grid.STANDARD, rows).masses();
      double belowBefore = 0;
      double belowAfter = 0;
      for (int q = 0; q < before.length; q++) {
        belowBefore += before[q];
        belowAfter += after[q];
        assertTrue(belowAfter <= belowBefore + 1e-14);
      }
    }
  }

  @Test
  void whether_she_is_on_her_own_or_helps_others_it_does_not_say() {
    double[] points = Grid.STANDARD.points();
    for (int able : new int[] {6, 12}) {
      List<double[]> rows = new ArrayList<>();
      for (int i = 0; i < able; i++) {
        rows.add(Logistic.rasch(.2 * i - 1).row(i % 6 == 5 ? 0 : 1, Grid.STANDARD));
      }
      Posterior before = Posterior.of(Grid.STANDARD, rows);
      rows.add(Logistic.rasch(1.5).withHelp(SHIPPED.help().orElseThrow(), Grid.STANDARD));
      Posterior helped = Posterior.of(Grid.STANDARD, rows);
      rows.set(able, Logistic.rasch(1.5).row(1, Grid.STANDARD));
      Posterior alone = Posterior.of(Grid.STANDARD, rows);
      for (int q = 29; q < points.length; q++) {
        double odds = before.masses()[q] / before.masses()[28];
        assertEquals(odds, helped.masses()[q] / helped.masses()[28], 1e-9 * odds);
      }
      assertEquals(-.4, points[28], 1e-12, "where on my own begins");
      assertTrue(before.mean() < helped.mean());
      double helps = aboveGivenOnHerOwn(before);
      assertTrue(helps > .15, "she is able: " + helps);
      assertEquals(helps, aboveGivenOnHerOwn(helped), INTERPOLATED);
      assertTrue(aboveGivenOnHerOwn(alone) > helps + .1);
    }
  }

  /** P(helps others | at least on her own). */
  private static double aboveGivenOnHerOwn(Posterior posterior) {
    double[] levels = SHIPPED.levels(posterior);
    return levels[3] / (levels[2] + levels[3]);
  }

  @Test
  void no_number_of_tasks_done_with_help_makes_anybody_one_who_helps_others() {
    Random random = new Random(56);
    int raised = 0;
    for (int person = 0; person < 300; person++) {
      Somebody she = new Somebody(random, SHIPPED);
      int prefix = 1 + random.nextInt(10);
      Optional<Ability> without = she.result(prefix, null, null);
      if (without.isEmpty() || without.get().level() == 3) {
        continue;
      }
      Map<String, Outcome> all = new HashMap<>();
      she.answers.entrySet().stream().limit(prefix).forEach(e -> all.put(e.getKey(), e.getValue()));
      she.tasks.forEach(task -> all.putIfAbsent(task, Outcome.HELPED));
      Ability helped = she.form.ability(all).orElseThrow();
      assertTrue(helped.level() >= without.get().level() && helped.level() < 3);
      raised += helped.level() > without.get().level() ? 1 : 0;
    }
    assertTrue(raised > 50, "though it does raise levels: " + raised);
  }

  @Test
  void the_row_is_the_two_upper_grades_of_a_graded_item_up_to_on_my_own_and_flat_from_there() {
    double[] points = Grid.STANDARD.points();
    for (double b : new double[] {-2.3, 0, 1.7}) {
      GradedResponse graded = new GradedResponse(1, List.of(b - HELP.worth(), b));
      double[] row = Logistic.rasch(b).withHelp(HELP, Grid.STANDARD);
      double[] alone = Logistic.rasch(b).row(1, Grid.STANDARD);
      double top = 1 / (1 + Math.exp(b - 1 + .4));
      for (int q = 0; q < row.length; q++) {
        double upper = graded.probability(1, points[q]) + graded.probability(2, points[q]);
        assertEquals(points[q] < -.4 ? upper : top, row[q], 1e-12);
        assertEquals(graded.probability(2, points[q]), alone[q], 1e-12, "today's curve");
      }
    }
    assertEquals(-1, points[25], 1e-12);
    assertEquals(.5, Logistic.rasch(0).withHelp(HELP, Grid.STANDARD)[25], 1e-12, "by hand");
    assertEquals(
        1 / (1 + Math.exp(-.6)), Logistic.rasch(0).withHelp(HELP, Grid.STANDARD)[30], 1e-12);
  }

  /** Where the rows become flat they have a bend, which a sum over points does not see exactly. */
  @Test
  void the_grid_errs_little_however_often_somebody_was_there_and_wherever_the_cut_lies() {
    assertTrue(largestError(0, 300) < 3e-4, "as without help");
    assertTrue(largestError(3, 300) < 5e-3);
    assertTrue(largestError(14, 300) < .02);
  }

  /** Of EAP, its error and P(below a cut), of people with so many of fifteen done with help. */
  private static double largestError(int helped, int people) {
    Grid dense = Grid.even(-6, 6, 6_001);
    Random random = new Random(61);
    double largest = 0;
    for (int person = 0; person < people; person++) {
      Cuts cuts = person % 2 == 0 ? SHIPPED : Somebody.anyCuts(random);
      Help help = cuts.help().orElseThrow();
      double ability = random.nextGaussian();
      List<double[]> rows = new ArrayList<>();
      List<double[]> denseRows = new ArrayList<>();
      for (int i = 0; i < 15; i++) {
        Logistic item = Logistic.rasch(1.2 * random.nextGaussian());
        int done = random.nextDouble() < item.probability(1, ability) ? 1 : 0;
        boolean with = i < helped;
        rows.add(with ? item.withHelp(help, Grid.STANDARD) : item.row(done, Grid.STANDARD));
        denseRows.add(with ? item.withHelp(help, dense) : item.row(done, dense));
      }
      Posterior one = Posterior.of(Grid.STANDARD, rows);
      Posterior other = Posterior.of(dense, denseRows);
      largest = Math.max(largest, Math.abs(one.mean() - other.mean()));
      largest = Math.max(largest, Math.abs(one.sd() - other.sd()));
      for (double cut : cuts.at()) {
        largest = Math.max(largest, Math.abs(one.below(cut) - other.below(cut)));
      }
    }
    return largest;
  }

  @Test
  void for_every_model_it_rises_up_to_on_my_own_and_is_flat_from_there() {
    List<ItemModel> models =
        List.of(
            new Logistic(1.7, .4, 0),
            new Logistic(.6, -1, .25),
            new PartialCredit(1.2, List.of(-.5, .8)),
            new PartialCredit(.8, List.of(1., -1.)),
            new GradedResponse(1.1, List.of(-1., 0., .3)));
    for (ItemModel model : models) {
      double[] row = model.withHelp(HELP, Grid.STANDARD);
      double[] all = model.row(model.outcomes() - 1, Grid.STANDARD);
      for (int q = 1; q < row.length; q++) {
        boolean flat = Grid.STANDARD.points()[q - 1] > HELP.until() - 1e-9;
        assertTrue(flat ? row[q] == row[q - 1] : row[q] > row[q - 1], model + " at " + q);
        assertTrue(flat || row[q] > all[q], model::toString);
      }
    }
    double[] comes = new PartialCredit(1, List.of(-1., 1.)).withHelp(HELP, Grid.STANDARD);
    double[] none = new PartialCredit(1, List.of(-1., 1.)).row(0, Grid.STANDARD);
    assertEquals(1 - none[20], comes[20], 1e-15, "a model of three outcomes has its own curve");
    assertEquals(1 - none[28], comes[28], 1e-12, "up to the cut");
    assertEquals(1 - none[28], comes[40], 1e-12, "and what it is there from there on");
  }

  @Test
  void help_that_is_worth_nothing_or_less_is_refused() {
    for (double help : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThrows(IllegalArgumentException.class, () -> new Help(help, 0));
    }
    assertThrows(IllegalArgumentException.class, () -> new Help(1, Double.NaN));
  }

  @Test
  void where_there_is_one_cut_help_says_nothing() {
    JsonObject one = TestForm.structure(0, new Cuts(List.of(0.), 0));
    assertTrue(one.getJsonObject("plan").getJsonObject("helped").isEmpty());
    Form form = Form.of(one);
    Map<String, Outcome> some = Map.of("item-a", Outcome.DONE, "item-d", Outcome.NOT_DONE);
    Map<String, Outcome> helped = new HashMap<>(some);
    helped.put("item-g", Outcome.HELPED);
    assertEquals(form.ability(some), form.ability(helped));
    Form three = Form.of(TestForm.structure(0));
    assertTrue(
        three.ability(helped).orElseThrow().mean() > three.ability(some).orElseThrow().mean());
  }

  @Test
  void help_with_a_question_says_nothing() {
    Form form = Form.of(TestForm.structure(0));
    Map<String, Outcome> some = Map.of("item-a", Outcome.DONE, "item-d", Outcome.NOT_DONE);
    Map<String, Outcome> helped = new HashMap<>(some);
    helped.put("item-c", Outcome.HELPED);
    helped.put("item-f", Outcome.HELPED_NOT_DONE);
    assertEquals(form.ability(some), form.ability(helped));
  }

  @Test
  void a_form_from_before_help_counted_scores_as_before_and_says_so() {
    Form before = Form.of(TestForm.before(TestForm.structure(0)));
    Form now = Form.of(TestForm.structure(0));
    assertEquals("rasch-eap-1", before.engine());
    assertEquals(Form.ENGINE, now.engine());
    Map<String, Outcome> some = Map.of("item-a", Outcome.DONE, "item-d", Outcome.NOT_DONE);
    Map<String, Outcome> helped = new HashMap<>(some);
    helped.put("item-m", Outcome.HELPED);
    assertEquals(before.ability(some), before.ability(helped));
    assertEquals(before.ability(some), now.ability(some), "to the last bit");
    assertTrue(now.ability(helped).orElseThrow().mean() > now.ability(some).orElseThrow().mean());
  }

  @Test
  void where_nothing_was_done_or_tried_alone_there_is_no_result() {
    Form form = Form.of(TestForm.structure(0));
    Map<String, Outcome> helped = new HashMap<>();
    Arrays.asList("item-a", "item-d", "item-g").forEach(id -> helped.put(id, Outcome.HELPED));
    helped.put("item-c", Outcome.HELPED_NOT_DONE);
    assertEquals(Optional.empty(), form.ability(helped));
    helped.put("of-another-form", Outcome.DONE);
    assertEquals(Optional.empty(), form.ability(helped));
    helped.put("item-b", Outcome.NOT_DONE);
    assertTrue(form.ability(helped).isPresent());
  }
}
