package org.kadam.assessment.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AngoffTest {

  private static final Map<String, Double> ITEMS = Map.of("a", -1.0, "b", 0.0, "c", 1.0);

  /** A judge who says of every item what the model says at these abilities, in whole percent. */
  private static Map<String, List<Integer>> judge(double... at) {
    Map<String, List<Integer>> ratings = new HashMap<>();
    ITEMS.forEach(
        (item, b) ->
            ratings.put(
                item,
                java.util.Arrays.stream(at)
                    .mapToObj(cut -> (int) Math.round(100 / (1 + Math.exp(b - cut))))
                    .toList()));
    return ratings;
  }

  @Test
  void a_judge_who_knows_the_model_comes_to_the_cuts_she_has_in_mind() {
    Angoff angoff = Angoff.of(ITEMS, 3, Map.of(1, judge(-1.4, -.4, 1)));
    assertEquals(-1.4, angoff.cuts().get(0).at(), .02);
    assertEquals(-.4, angoff.cuts().get(1).at(), .02);
    assertEquals(1, angoff.cuts().get(2).at(), .02);
    assertNull(angoff.cuts().get(0).spread(), "one judge does not differ from anybody");
    assertEquals("judges", angoff.trouble());
  }

  @Test
  void half_of_every_item_is_the_mean_difficulty_of_items_that_lie_evenly() {
    Map<String, List<Integer>> half = new HashMap<>();
    ITEMS.keySet().forEach(item -> half.put(item, List.of(50)));
    assertEquals(0, Angoff.of(ITEMS, 1, Map.of(1, half)).cuts().get(0).at(), 1e-6);
  }

  @Test
  void the_panel_is_the_mean_of_its_judges_with_their_spread() {
    Map<Integer, Map<String, List<Integer>>> panel = new HashMap<>();
    double[] minds = {-.4, -.2, 0, .2, .4};
    for (int i = 0; i < minds.length; i++) {
      panel.put(i + 1, judge(minds[i] - 1, minds[i]));
    }
    Angoff angoff = Angoff.of(ITEMS, 2, panel);
    assertEquals(0, angoff.cuts().get(1).at(), .02);
    assertEquals(Math.sqrt(.1), angoff.cuts().get(1).spread(), .02);
    assertEquals(Math.sqrt(.1 / 5), angoff.cuts().get(1).error(), .01);
    assertEquals("", angoff.trouble());
    assertEquals(5, angoff.judges().size());
    Angoff.Rated rated = angoff.items().get(1);
    assertEquals("b", rated.item());
    assertEquals(50, rated.mean().get(1), .5);
    assertTrue(rated.spread().get(1) > 5);
  }

  @Test
  void who_has_not_judged_everything_counts_for_the_items_alone() {
    Map<String, List<Integer>> some = new HashMap<>(judge(0, 1));
    some.remove("c");
    Angoff angoff = Angoff.of(ITEMS, 2, Map.of(1, some));
    assertTrue(angoff.judges().isEmpty() && angoff.cuts().isEmpty());
    assertEquals(50, angoff.items().get(1).mean().get(0), .5);
    assertNull(angoff.items().get(2).mean().get(0));
    assertEquals("judges", angoff.trouble());
  }

  @Test
  void cuts_that_do_not_ascend_or_lie_beyond_everybody_cannot_be_set() {
    Map<Integer, Map<String, List<Integer>>> same = new HashMap<>();
    Map<Integer, Map<String, List<Integer>>> none = new HashMap<>();
    for (int judge = 1; judge <= Angoff.FEWEST; judge++) {
      same.put(judge, judge(.5, .5));
      none.put(judge, judge(-9, .5));
    }
    assertEquals("order", Angoff.of(ITEMS, 2, same).trouble());
    assertEquals("end", Angoff.of(ITEMS, 2, none).trouble());
  }
}
