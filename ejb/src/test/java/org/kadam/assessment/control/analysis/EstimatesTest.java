package org.kadam.assessment.control.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kadam.assessment.control.Outcome;

class EstimatesTest {

  @Test
  void finds_the_difficulties_on_the_experts_scale_also_of_people_who_can_more() {
    Snapshot snapshot = Made.people(3000, 1.2, Made.TRUTH, (i, second) -> 0, 0);
    Estimates estimates = Estimates.of(snapshot);
    assertEquals(1.2, estimates.shift(), .1);
    for (int i = 0; i < Made.TRUTH.length; i++) {
      Estimates.Estimated item = estimates.items().get(i);
      assertEquals(Made.TRUTH[i], item.difficulty(), .25, "item " + i);
      assertTrue(Math.abs(Made.TRUTH[i] - item.difficulty()) < 3.5 * item.error(), "item " + i);
      assertEquals(1, item.infit(), .25, "abilities by ten answers are drawn to them");
      assertTrue(item.p() > 1e-4);
    }
    assertEquals(List.of(), estimates.faults());
  }

  @Test
  void answers_overrule_a_wrong_guess() {
    double[] guesses = Made.TRUTH.clone();
    guesses[9] = 0; // in truth 2: the mean of the guesses is then .2 too low for all
    Estimates estimates = Estimates.of(Made.people(3000, 0, guesses, (i, second) -> 0, 0));
    assertEquals(1.8, estimates.items().get(9).difficulty(), .2);
  }

  @Test
  void works_where_everybody_was_given_other_items() {
    Snapshot snapshot = Made.people(4000, 0, Made.TRUTH, (i, second) -> 0, 3);
    Estimates estimates = Estimates.of(snapshot);
    for (int i = 0; i < Made.TRUTH.length; i++) {
      assertEquals(Made.TRUTH[i], estimates.items().get(i).difficulty(), .25, "item " + i);
      assertEquals(1, estimates.items().get(i).infit(), .35);
      assertNull(estimates.items().get(i).p(), "hardly anybody has answered everything");
    }
  }

  @Test
  void says_nothing_of_an_item_with_too_few_answers() {
    Snapshot snapshot = Made.people(Estimates.FEWEST - 1, 0, Made.TRUTH, (i, second) -> 0, 0);
    assertTrue(Estimates.of(snapshot).items().isEmpty());
    assertEquals(
        10,
        Estimates.of(Made.people(Estimates.FEWEST, 0, Made.TRUTH, (i, s) -> 0, 0)).items().size());
  }

  @Test
  void an_item_that_everybody_did_is_a_fault_and_nothing_can_be_published() {
    Snapshot made = Made.people(300, 0, Made.TRUTH, (i, second) -> i == 0 ? -60 : 0, 0);
    Estimates estimates = Estimates.of(made);
    assertEquals(1, estimates.faults().size());
    assertEquals("one-outcome", estimates.faults().get(0).kind());
    assertEquals("item/A1/items.yaml", estimates.faults().get(0).file());
    assertNotNull(estimates.items().get(0), "the expert's guess holds it");
  }

  @Test
  void a_snapshot_comes_back_as_it_was() {
    Snapshot made = Made.people(50, 0, Made.TRUTH, (i, second) -> 0, 4);
    List<Snapshot.Person> people = new ArrayList<>(made.people());
    List<Outcome> helped = new ArrayList<>();
    for (int i = 0; i < Made.TRUTH.length; i++) {
      helped.add(i == 3 ? Outcome.HELPED : i == 2 ? Outcome.HELPED_NOT_DONE : null);
    }
    people.add(Snapshot.Person.of(List.of("", "asha", "", "50+"), helped));
    Snapshot snapshot = new Snapshot(made.columns(), people);
    assertEquals(snapshot, Snapshot.of(snapshot.bytes()));
    Snapshot.Person last = Snapshot.of(snapshot.bytes()).people().get(50);
    assertTrue(last.helped(3) && last.given(3));
    assertTrue(last.helped(2) && last.given(2));
    assertEquals(-1, last.outcome(3), "a difficulty is about doing it alone");
    assertEquals(-1, last.outcome(2));
    assertFalse(last.given(1));
  }
}
