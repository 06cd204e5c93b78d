package org.kadam.assessment.itemtype;

import jakarta.enterprise.context.Dependent;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.kadam.course.cardtype.CardType;
import org.kadam.course.control.Faults;

/** Steps to be put in their order; done where each stands in its place. */
@Dependent
class Order implements ItemType {

  private static final CardType CARD = Items.card("order");

  @Override
  public String name() {
    return "order";
  }

  @Override
  public boolean observed() {
    return false;
  }

  @Override
  public void check(JsonObject item, Faults.Spot spot) {
    CARD.check(item, spot);
  }

  @Override
  public CardType.Words words(JsonObject item) {
    return Items.withReasons(
        List.of("right", "other"), CARD.words(item), text -> text.startsWith("feedback."));
  }

  @Override
  public boolean done(JsonObject item, JsonObject response) {
    if (!(response.get("order") instanceof JsonArray put)) {
      throw new IllegalArgumentException("No order");
    }
    List<String> order = new ArrayList<>();
    for (JsonValue step : put) {
      order.add(step instanceof JsonString id ? id.getString() : "");
    }
    List<String> steps = item.getJsonArray("steps").getValuesAs(JsonString::getString);
    if (order.size() != steps.size() || !new HashSet<>(order).equals(new HashSet<>(steps))) {
      throw new IllegalArgumentException("Each step must be there once");
    }
    return order.equals(steps);
  }
}
