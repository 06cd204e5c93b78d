package org.kadam.assessment.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kadam.course.control.ContentFiles;

class ProposalTest {

  private static final FormDraft SHIPPED = FormDraft.read(ContentFiles.shipped());

  private static Map<String, Bank.Guess> guesses(FormDraft draft) {
    Map<String, Bank.Guess> guesses = new HashMap<>();
    draft
        .areas()
        .forEach(
            (area, of) ->
                of.items()
                    .getJsonArray("items")
                    .getValuesAs(JsonObject.class)
                    .forEach(
                        item ->
                            guesses.put(
                                item.getString("id"),
                                new Bank.Guess(
                                    area,
                                    item.getInt("version"),
                                    item.getJsonNumber("difficulty").doubleValue(),
                                    item.getJsonNumber("spread").doubleValue()))));
    return guesses;
  }

  @Test
  void takes_the_place_of_the_guess_of_the_very_item_and_of_nothing_else() {
    Proposal proposal =
        new Proposal(
            Map.of(
                "data-off", new Proposal.Estimated(1, -1.234567, .1),
                "reply", new Proposal.Estimated(99, 3, .1),
                "gone", new Proposal.Estimated(1, 3, .1)),
            null);
    Map<String, Bank.Guess> before = guesses(SHIPPED);
    Map<String, Bank.Guess> after = guesses(proposal.in(SHIPPED));
    assertEquals(-1.2346, after.get("data-off").difficulty());
    assertEquals(.1, after.get("data-off").spread());
    after.remove("data-off");
    before.remove("data-off");
    assertEquals(before, after);
    assertEquals(SHIPPED.form(), proposal.in(SHIPPED).form());
  }

  @Test
  void cuts_that_a_panel_set_are_published_to_the_ten_thousandth() {
    FormDraft draft = new Proposal(Map.of(), List.of(-1.25, -.33333, 1.1)).in(SHIPPED);
    assertEquals(List.of(-1.25, -.3333, 1.1), FormPackage.cuts(draft.form()).at());
    assertEquals(guesses(SHIPPED), guesses(draft));
  }

  @Test
  void nothing_is_published_from_files_with_other_items() {
    FormPackage parts = FormPackage.of(SHIPPED);
    JsonObject structure = parts.structure();
    JsonObject plan = parts.plan().orElseThrow();
    assertTrue(Proposal.sameItems(SHIPPED, Form.of(structure, plan)));
    JsonObject fewer = FormPackage.without(structure.getJsonObject("items"), Set.of("data-off"));
    JsonObject published = Json.createObjectBuilder(structure).add("items", fewer).build();
    assertFalse(Proposal.sameItems(SHIPPED, Form.of(published, plan)));
  }

  @Test
  void an_item_is_for_the_level_whose_people_do_it_half_of_the_time() {
    Bank bank =
        new Bank(
            Map.of(
                "easy", new Bank.Guess("A1", 1, -2, 1),
                "hard", new Bank.Guess("A1", 1, 1, 1),
                "told", new Bank.Guess("A2", 1, -2, 1)),
            new Cuts(List.of(-1.0, 0.0, 1.0), 1));
    assertEquals(
        List.of(
            new Bank.Cell("A1", 0, 1),
            new Bank.Cell("A1", 1, 0),
            new Bank.Cell("A1", 2, 0),
            new Bank.Cell("A1", 3, 1),
            new Bank.Cell("A2", 0, 0),
            new Bank.Cell("A2", 1, 1),
            new Bank.Cell("A2", 2, 0),
            new Bank.Cell("A2", 3, 0)),
        bank.cells(Map.of("told", -.5)));
  }
}
