package org.kadam.equity.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.kadam.equity.control.Censuses.group;
import static org.kadam.equity.entity.Measure.ASSESSED;
import static org.kadam.equity.entity.Measure.COMPLETED;
import static org.kadam.equity.entity.Measure.LEVEL2;
import static org.kadam.equity.entity.Measure.OFFERS;
import static org.kadam.equity.entity.Measure.REACHED;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kadam.equity.entity.Breakdown;
import org.kadam.equity.entity.Census;
import org.kadam.equity.entity.Group;
import org.kadam.equity.entity.Measure;
import org.kadam.privacy.control.SmallNumbers;

class SuppressionTest {

  private static final SmallNumbers RULE = SmallNumbers.RULE;

  @ParameterizedTest
  @CsvSource({
    "1, 60, true",
    "4, 60, true",
    "5, 60, false",
    "0, 60, false",
    "56, 60, true",
    "55, 60, false",
    "60, 60, false",
    "9, 10, true",
    "5, 10, false",
    "5, 9, true",
    "0, 19, true",
    "19, 19, true",
    "0, 20, false",
    "20, 20, false"
  })
  void small_counts_small_remainders_and_small_groups_are_hidden(
      int count, int of, boolean hidden) {
    assertEquals(hidden, RULE.hides(count, of));
  }

  /** Three blocks without anything small. */
  private static Group[] blocks() {
    return new Group[] {
      group("a", 60, 40, 30, 18, 20, 10),
      group("b", 60, 42, 32, 20, 22, 12),
      group("c", 60, 44, 34, 22, 24, 14)
    };
  }

  @Test
  void where_nothing_is_small_everything_is_told() {
    Census census = Censuses.of(blocks());
    Suppression suppression = Suppression.of(census, RULE);
    for (Group group : groups(census)) {
      for (Measure measure : Measure.values()) {
        assertTrue(suppression.shows(group, measure), group.code() + " " + measure);
      }
    }
  }

  @Test
  void a_hidden_figure_is_never_alone_in_a_column_with_a_sum() {
    Group[] blocks = blocks();
    blocks[1] = group("b", 60, 42, 32, 20, 22, 3);
    Census census = Censuses.of(blocks);
    Suppression suppression = Suppression.of(census, RULE);
    assertFalse(suppression.shows(blocks[1], OFFERS));
    assertFalse(suppression.shows(blocks[0], OFFERS), "the smallest that is enough");
    assertTrue(suppression.shows(blocks[2], OFFERS));
    assertTrue(suppression.shows(census.all(), OFFERS));
    assertTrue(suppression.shows(blocks[1], REACHED), "other measures stay");
  }

  @Test
  void nothing_is_hidden_beside_it_that_would_not_help() {
    Group[] blocks = {
      group("a", 60, 40, 30, 18, 20, 0),
      group("b", 60, 42, 32, 20, 22, 3),
      group("c", 60, 44, 34, 22, 24, 14),
      group("d", 60, 44, 34, 22, 24, 0)
    };
    Suppression suppression = Suppression.of(Censuses.of(blocks), RULE);
    assertTrue(suppression.shows(blocks[0], OFFERS), "none of sixty would leave three known");
    assertFalse(suppression.shows(blocks[2], OFFERS));
  }

  @Test
  void a_share_of_something_hidden_is_hidden() {
    Group[] blocks = blocks();
    blocks[0] = group("a", 60, 40, 3, 2, 20, 10);
    Suppression suppression = Suppression.of(Censuses.of(blocks), RULE);
    assertFalse(suppression.shows(blocks[0], ASSESSED));
    assertFalse(suppression.shows(blocks[0], LEVEL2));
  }

  @Test
  void a_sum_that_is_small_itself_is_hidden_in_every_breakdown_that_would_give_it_away() {
    Group[] blocks = {
      group("a", 60, 40, 30, 18, 20, 0),
      group("b", 60, 42, 32, 20, 22, 2),
      group("c", 60, 44, 34, 22, 24, 1)
    };
    Group[] cadres = {group("x", 150, 106, 80, 50, 56, 0), group("y", 30, 20, 16, 10, 10, 3)};
    Census census = Censuses.of(List.of(List.of(blocks), List.of(cadres)));
    Suppression suppression = Suppression.of(census, RULE);
    assertFalse(suppression.shows(census.all(), OFFERS));
    assertNobodyIsFoundOut(census, suppression);
  }

  @Test
  void sums_of_nested_measures_do_not_give_a_hidden_figure_away() {
    // All reached less all assessed is seven; c, told as reached 44, so has at least 37 assessed.
    Group[] blocks = {
      group("a", 60, 44, 42, 20, 20, 10),
      group("b", 60, 44, 42, 20, 20, 10),
      group("c", 60, 60, 57, 22, 24, 14),
      group("d", 60, 44, 42, 20, 20, 10)
    };
    Census census = Censuses.of(blocks);
    Suppression suppression = Suppression.of(census, RULE);
    assertFalse(suppression.shows(blocks[2], ASSESSED));
    assertNobodyIsFoundOut(census, suppression);
  }

  @Test
  void at_the_start_when_nobody_is_assessed_hiding_comes_to_an_end() {
    Census census =
        Censuses.of(
            group("a", 60, 0, 0, 0, 0, 0),
            group("b", 60, 1, 0, 0, 0, 0),
            group("c", 30, 0, 0, 0, 0, 0));
    Suppression suppression = Suppression.of(census, RULE);
    assertFalse(suppression.shows(census.all(), REACHED));
    assertTrue(suppression.shows(census.all(), COMPLETED), "none of 150 tells of nobody");
    assertNobodyIsFoundOut(census, suppression);
  }

  @Test
  void none_of_all_is_not_told_where_it_would_tell_of_a_small_group() {
    Group small = group("small", 12, 0, 0, 0, 0, 0);
    Census census = Censuses.of(group("a", 60, 30, 20, 10, 0, 8), small);
    Suppression suppression = Suppression.of(census, RULE);
    assertFalse(suppression.shows(small, COMPLETED));
    assertFalse(suppression.shows(census.all(), COMPLETED));
    assertNobodyIsFoundOut(census, suppression);
  }

  @TestFactory
  Stream<DynamicTest> whoever_adds_and_subtracts_finds_nobody_out() {
    return IntStream.range(0, 150)
        .mapToObj(
            seed ->
                DynamicTest.dynamicTest(
                    "census " + seed,
                    () -> {
                      Random random = new Random(seed);
                      int[] ways =
                          seed % 3 == 0
                              ? new int[] {3}
                              : new int[] {2 + random.nextInt(2), 2 + random.nextInt(2)};
                      Census census = Censuses.random(random, 25 + random.nextInt(60), ways);
                      assertNobodyIsFoundOut(census, Suppression.of(census, RULE));
                    }));
  }

  @Test
  void a_district_is_decided_in_a_moment() {
    assertTimeout(
        Duration.ofSeconds(20),
        () -> {
          for (int seed = 0; seed < 20; seed++) {
            Census census = Censuses.random(new Random(seed), 960, 16, 2, 5);
            Suppression.of(census, RULE);
          }
        });
  }

  private static List<Group> groups(Census census) {
    List<Group> groups = new ArrayList<>(List.of(census.all()));
    for (Breakdown breakdown : census.breakdowns()) {
      groups.addAll(breakdown.groups());
    }
    return groups;
  }

  /** Tries out, without the program under test, what the hidden figures could be. */
  private static void assertNobodyIsFoundOut(Census census, Suppression suppression) {
    Reader reader = new Reader(census, suppression);
    for (Group group : groups(census)) {
      for (Measure measure : Measure.values()) {
        if (suppression.shows(group, measure)) {
          assertFalse(
              RULE.hides(group.count(measure), group.of(measure)), group.code() + " " + measure);
          assertTrue(
              measure.base() == null || suppression.shows(group, measure.base()),
              "a share of something hidden");
        } else {
          int enough = Math.min(RULE.minimum(), reader.most(group, measure));
          assertTrue(
              reader.width(group, measure) >= enough,
              () -> group.code() + " " + measure + " is known too well in " + census);
        }
      }
    }
  }
}
