package org.kadam.assessment.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kadam.course.control.Faults;

class PlanCheckTest {

  private static final JsonObject STRUCTURE = TestForm.structure(0);
  private static final JsonObject PLAN = STRUCTURE.getJsonObject("plan");

  private static List<String> faults(JsonObject plan) {
    Faults faults = new Faults();
    PlanCheck.check(STRUCTURE, plan, faults);
    return faults.found().stream().map(Faults.Fault::toString).toList();
  }

  private static JsonObject with(String key, JsonValue value) {
    return Json.createObjectBuilder(PLAN).add(key, value).build();
  }

  @Test
  void a_plan_of_this_engine_with_every_item_is_sound() {
    assertEquals(List.of(), faults(PLAN));
  }

  @Test
  void a_plan_of_another_version_is_named_with_both() {
    String told =
        "form test-form at plan.model: This plan is for gpcm-9, and what scores here is rasch-eap-2";
    assertEquals(List.of(told), faults(with("model", Json.createValue("gpcm-9"))));
  }

  @Test
  void an_item_without_a_difficulty_is_named_by_its_id() {
    String told =
        "form test-form at plan.difficulty.item-c: An item without a difficulty, a whole number,"
            + " cannot be scored";
    var difficulty = Json.createObjectBuilder(PLAN.getJsonObject("difficulty"));
    assertEquals(List.of(told), faults(with("difficulty", difficulty.remove("item-c").build())));
    difficulty = Json.createObjectBuilder(PLAN.getJsonObject("difficulty"));
    assertEquals(List.of(told), faults(with("difficulty", difficulty.add("item-c", .5).build())));
  }

  @Test
  void difficulties_may_stand_in_the_order_of_the_plans_items() {
    var ids = Json.createArrayBuilder();
    var inOrder = Json.createArrayBuilder();
    PLAN.getJsonObject("difficulty")
        .forEach(
            (id, value) -> {
              ids.add(id);
              inOrder.add(value);
            });
    JsonObject plan =
        Json.createObjectBuilder(PLAN).add("items", ids).add("difficulty", inOrder).build();
    assertEquals(List.of(), faults(plan));
    JsonObject shorter =
        Json.createObjectBuilder(plan)
            .add("items", Json.createArrayBuilder(plan.getJsonArray("items")).remove(0))
            .build();
    assertEquals(15, faults(shorter).size());
  }

  @Test
  void no_plan_at_all_is_one_fault() {
    assertEquals(
        List.of("form test-form at plan: Without a plan nothing can be scored"), faults(null));
  }
}
