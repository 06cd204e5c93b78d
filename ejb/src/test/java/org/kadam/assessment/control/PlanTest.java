package org.kadam.assessment.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.kadam.json.CanonicalJson;

class PlanTest {

  /** Of all patterns so many may come out otherwise because phones have whole numbers. */
  private static final double MOST = .0005;

  @Test
  void the_phone_finds_the_level_that_the_server_finds_for_every_pattern_of_answers() {
    agrees(TestForm.structure(0));
    agrees(TestForm.onPaper());
  }

  @Test
  void with_items_helped_or_left_out_it_nearly_always_finds_the_level_of_the_server() {
    int patterns = Integer.getInteger("kadam.patterns", 20_000);
    PhoneScore.Agreement agreement =
        PhoneScore.compare(TestForm.onPaper(), patterns, new SplittableRandom(1));
    int other = patterns - agreement.levels();
    String told =
        "in %d of %d patterns with help the level differs, in %d the likely levels; EAP by %.6f"
            .formatted(other, patterns, patterns - agreement.bands(), agreement.largestError());
    System.out.println(told);
    assertTrue(other <= MOST * patterns, told);
    assertTrue(patterns - agreement.bands() <= MOST * patterns, told);
    assertTrue(agreement.largestError() < 2e-3, told);
  }

  private static void agrees(JsonObject structure) {
    PhoneScore.Agreement agreement = PhoneScore.compare(structure);
    assertEquals(1 << 15, agreement.patterns());
    assertEquals(agreement.patterns(), agreement.levels());
    assertEquals(agreement.patterns(), agreement.bands());
    assertTrue(agreement.largestError() < 1e-3, () -> "EAP differs by " + agreement.largestError());
  }

  @Test
  void a_plan_is_made_of_whole_numbers_and_is_read_back() {
    Map<String, Double> difficulties = new HashMap<>(Map.of("a", -1.23456, "b", .5));
    JsonObject plan = Plan.of(difficulties, Set.of("a"), new Cuts(List.of(-.8, 0., 1.15), 1));
    assertTrue(CanonicalJson.text(plan).length() > 100);
    JsonObject item = Json.createObjectBuilder().add("type", "choice").build();
    JsonObject structure =
        Json.createObjectBuilder()
            .add("id", "f")
            .add("items", Json.createObjectBuilder().add("a", item).add("b", item))
            .add("plan", plan)
            .build();
    Form form = Form.of(structure);
    assertEquals(-1.2346, form.items().get("a").difficulty());
    assertEquals(new Cuts(List.of(-.8, 0., 1.15), 1), form.cuts());
    assertEquals(Set.of("a"), plan.getJsonObject("helped").keySet(), "help with b says nothing");
  }

  @Test
  void a_form_of_another_engine_is_refused() {
    JsonObject structure = TestForm.structure(0);
    JsonObject other =
        Json.createObjectBuilder(structure)
            .add(
                "plan",
                Json.createObjectBuilder(structure.getJsonObject("plan")).add("model", "gpcm-9"))
            .build();
    assertThrows(IllegalArgumentException.class, () -> Form.of(other));
  }
}
