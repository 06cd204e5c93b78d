package org.kadam.assessment.control;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.HashSet;
import java.util.Set;
import org.kadam.course.control.Faults;

/**
 * Whether this server can score by a plan. Asked before anything is published, so that nobody's
 * answers ever wait for a form that cannot be scored.
 */
public final class PlanCheck {

  private PlanCheck() {}

  /**
   * Adds what is wrong to {@code faults}.
   *
   * @param structure of the form, with its items
   * @param plan with each item's difficulty: by its id, or in the order of the plan's items; null
   *     where there is none
   */
  public static void check(JsonObject structure, JsonObject plan, Faults faults) {
    Faults.Spot spot = faults.at("form " + structure.getString("id", ""), "plan");
    if (spot.faultIf(plan == null, "missing", "Without a plan nothing can be scored")) {
      return;
    }
    String model = plan.getString("model", "");
    spot.in("model")
        .faultIf(
            !Form.ENGINE.equals(model),
            "version",
            "This plan is for " + model + ", and what scores here is " + Form.ENGINE);
    Set<String> known = withDifficulty(plan);
    for (String item : structure.getJsonObject("items").keySet()) {
      spot.in("difficulty")
          .in(item)
          .faultIf(
              !known.contains(item),
              "missing",
              "An item without a difficulty, a whole number, cannot be scored");
    }
  }

  private static Set<String> withDifficulty(JsonObject plan) {
    Set<String> known = new HashSet<>();
    JsonValue difficulties = plan.getOrDefault("difficulty", JsonValue.NULL);
    if (difficulties instanceof JsonObject byId) {
      byId.forEach((id, value) -> add(known, id, value));
    } else if (difficulties instanceof JsonArray inOrder
        && plan.get("items") instanceof JsonArray ids
        && ids.size() == inOrder.size()) {
      for (int i = 0; i < ids.size(); i++) {
        add(known, ids.get(i) instanceof JsonString id ? id.getString() : "", inOrder.get(i));
      }
    }
    return known;
  }

  private static void add(Set<String> known, String id, JsonValue difficulty) {
    if (difficulty instanceof JsonNumber number && number.isIntegral()) {
      known.add(id);
    }
  }
}
