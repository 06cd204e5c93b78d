package org.kadam.assessment.control;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CutsTest {

  private static final Cuts CUTS = new Cuts(List.of(-1., 0., 1.2), 0);

  private static Posterior score(int right) {
    List<double[]> rows = new ArrayList<>();
    for (int i = 0; i < 15; i++) {
      rows.add(Logistic.rasch((i - 7) * .25).row(i < right ? 1 : 0, Grid.STANDARD));
    }
    return Posterior.of(Grid.STANDARD, rows);
  }

  @Test
  void help_is_worth_the_way_from_with_help_to_on_my_own_and_says_nothing_from_there_on() {
    assertEquals(Optional.of(new Help(1, 0)), CUTS.help());
    assertEquals(Optional.of(new Help(1, -.4)), new Cuts(List.of(-1.4, -.4, 1.), 1).help());
    assertEquals(Optional.of(new Help(1.3, .4)), new Cuts(List.of(-.9, .4), 1).help());
    assertEquals(
        Optional.of(new Help(.6666, .3333)),
        new Cuts(List.of(-1 / 3., 1 / 3., 1.), 0).help(),
        "as published");
    assertEquals(Optional.empty(), new Cuts(List.of(-.4), 0).help());
  }

  @Test
  void the_prior_alone_gives_each_level_the_share_of_the_normal_distribution() {
    double[] levels = CUTS.levels(Posterior.of(Grid.STANDARD, List.of()));
    assertArrayEquals(new double[] {.158655, .341345, .384930, .115070}, levels, 2e-4);
    assertEquals(1, Arrays.stream(levels).sum(), 1e-12);
  }

  @Test
  void the_level_is_the_most_probable_one_and_the_band_holds_every_likely_one() {
    for (int right = 0; right <= 15; right++) {
      double[] levels = CUTS.levels(score(right));
      Ability ability = CUTS.ability(score(right));
      assertEquals(Arrays.stream(levels).max().orElseThrow(), levels[ability.level()]);
      for (int level = 0; level < levels.length; level++) {
        if (levels[level] >= .10) {
          assertTrue(ability.lowest() <= level && level <= ability.highest());
        }
      }
      assertTrue(levels[ability.lowest()] >= .10 && levels[ability.highest()] >= .10);
      assertTrue(ability.lowest() <= ability.level() && ability.level() <= ability.highest());
    }
  }

  @Test
  void more_right_answers_never_lower_the_level_nor_raise_the_probability_below_the_cut() {
    for (int right = 1; right <= 15; right++) {
      Ability less = CUTS.ability(score(right - 1));
      Ability more = CUTS.ability(score(right));
      assertTrue(more.level() >= less.level());
      assertTrue(more.below() < less.below());
      assertTrue(more.mean() > less.mean());
    }
    assertEquals(0, CUTS.ability(score(0)).level());
    assertEquals(3, CUTS.ability(score(15)).level());
  }

  @Test
  void a_narrow_level_between_two_likely_ones_is_in_the_band_too() {
    Cuts narrow = new Cuts(List.of(-.05, .05), 0);
    Ability ability = narrow.ability(Posterior.of(Grid.STANDARD, List.of()));
    assertEquals(0, ability.lowest());
    assertEquals(2, ability.highest());
    assertEquals(0, ability.level());
  }

  @Test
  void the_probability_below_is_that_of_the_cut_which_offers_ask_about() {
    Cuts middle = new Cuts(List.of(-1., 0., 1.2), 1);
    assertEquals(score(6).below(0), middle.ability(score(6)).below());
  }

  @Test
  void cuts_that_do_not_ascend_or_are_no_numbers_are_refused() {
    assertThrows(IllegalArgumentException.class, () -> new Cuts(List.of(0., 0.), 0));
    assertThrows(IllegalArgumentException.class, () -> new Cuts(List.of(1., 0.), 0));
    assertThrows(IllegalArgumentException.class, () -> new Cuts(List.of(Double.NaN), 0));
    assertThrows(IllegalArgumentException.class, () -> new Cuts(List.of(), 0));
    assertThrows(IllegalArgumentException.class, () -> new Cuts(List.of(0.), 1));
  }
}
