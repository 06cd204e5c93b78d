package org.kadam.assessment.control.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kadam.assessment.control.analysis.Analysis.Reason;

class AnalystTest {

  private static final Analyst.Choices NONE = new Analyst.Choices(List.of(), List.of(), Map.of());

  private static Analyst analyst(Snapshot snapshot) {
    Estimates estimates = Estimates.of(snapshot);
    return new Analyst(snapshot, estimates.items(), estimates.shift());
  }

  private static List<Analysis> all(Snapshot snapshot) {
    Analyst analyst = analyst(snapshot);
    return IntStream.range(0, Made.TRUTH.length)
        .mapToObj(item -> analyst.item(item, NONE))
        .toList();
  }

  @Test
  void good_items_are_kept() {
    List<Analysis> all = all(Made.people(2000, .5, Made.TRUTH, (i, second) -> 0, 0));
    long kept = all.stream().filter(item -> item.verdict().equals("keep")).count();
    assertTrue(kept >= 8, all.toString());
    assertTrue(all.stream().noneMatch(item -> item.verdict().equals("drop")), all.toString());
    assertTrue(all.stream().allMatch(item -> item.discrimination() > .2));
    assertTrue(all.stream().allMatch(item -> item.exposure() == 100));
  }

  @Test
  void an_item_that_is_harder_for_one_sex_is_found_and_no_other() {
    List<Analysis> all =
        all(Made.people(3000, 0, Made.TRUTH, (i, second) -> i == 4 && second ? 1.2 : 0, 0));
    for (int i = 0; i < all.size(); i++) {
      Analysis.Dif dif = all.get(i).dif().get(0);
      assertEquals("sex", dif.dimension());
      assertEquals(1, all.get(i).dif().size(), "one cadre, one language, no age: nothing else");
      if (i == 4) {
        assertEquals("C", dif.verdict());
        // It is harder for whoever is second: the sign turns with who is taken as reference.
        assertEquals(dif.focal().equals("m"), dif.delta() < 0);
        assertTrue(dif.p() < 1e-6);
        assertEquals("drop", all.get(i).verdict());
        assertEquals(new Reason("unfair", "sex"), all.get(i).reasons().get(0));
      } else {
        assertFalse("C".equals(dif.verdict()), i + ": " + dif);
      }
    }
  }

  @Test
  void of_small_groups_nothing_is_said() {
    List<Analysis> all = all(Made.people(300, 0, Made.TRUTH, (i, second) -> 0, 0));
    for (Analysis item : all) {
      assertEquals("not-enough", item.dif().get(0).verdict());
      assertNull(item.dif().get(0).delta());
      assertNull(item.dif().get(0).p());
    }
  }

  @Test
  void too_few_answers_say_wait_and_nothing_else() {
    for (Analysis item : all(Made.people(60, 0, Made.TRUTH, (i, second) -> 0, 0))) {
      assertEquals("wait", item.verdict());
      assertEquals(List.of(new Reason("few", null)), item.reasons());
      assertEquals(60, item.answers());
      assertNull(item.share());
      assertNull(item.difficulty());
      assertTrue(item.dif().isEmpty() && item.options().isEmpty());
    }
  }

  @Test
  void chance_alone_does_not_discriminate_and_is_dropped() {
    // Whoever can more does it less often: the item's difficulty follows the ability upwards.
    Snapshot made = Made.people(1500, 0, Made.TRUTH, (i, second) -> 0, 0);
    List<Snapshot.Person> people =
        IntStream.range(0, made.people().size())
            .mapToObj(
                p -> {
                  Snapshot.Person person = made.people().get(p);
                  String chance = p % 3 == 0 ? "1" : "0";
                  return new Snapshot.Person(
                      person.groups(), chance + person.outcomes().substring(1));
                })
            .toList();
    Analysis item = analyst(new Snapshot(made.columns(), people)).item(0, NONE);
    assertEquals("drop", item.verdict());
    assertTrue(
        item.reasons().stream()
            .map(Reason::code)
            .collect(Collectors.toSet())
            .contains("no-discrimination"));
  }

  @Test
  void answers_are_shares_and_few_are_kept_back() {
    Analyst analyst = analyst(Made.people(300, 0, Made.TRUTH, (i, second) -> 0, 0));
    Analysis item =
        analyst.item(
            5,
            new Analyst.Choices(
                List.of("a", "b", "c", "d"), List.of("b"), Map.of("a", 60L, "b", 40L, "c", 3L)));
    assertEquals("b", item.options().get(0).option());
    assertEquals(39, item.options().get(0).percent());
    assertEquals(58, item.options().get(1).percent());
    assertNull(item.options().get(2).percent(), "three people");
    assertEquals(0, item.options().get(3).percent());
    assertTrue(item.reasons().contains(new Reason("wrong-preferred", "a")));
    assertTrue(item.reasons().contains(new Reason("never-chosen", "d")));
    assertEquals("look", item.verdict());
  }

  @Test
  void a_guess_that_answers_contradict_is_looked_at() {
    double[] guesses = Made.TRUTH.clone();
    guesses[9] = -.5;
    Analysis item = all(Made.people(1000, 0, guesses, (i, second) -> 0, 0)).get(9);
    assertTrue(item.reasons().contains(new Reason("harder", null)), item.toString());
    assertTrue(item.difficulty() - item.guess() > 1);
  }
}
