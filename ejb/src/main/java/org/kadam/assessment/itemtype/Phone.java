package org.kadam.assessment.itemtype;

import jakarta.enterprise.context.Dependent;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import org.kadam.course.cardtype.CardType;
import org.kadam.course.control.Faults;
import org.kadam.course.control.PhoneTask;

/**
 * A task on a simulated phone; done where the taps, played again, lead to the goal by whatever
 * route, and she did not say that she would rather leave it.
 */
@Dependent
class Phone implements ItemType {

  private static final CardType CARD = Items.card("phone");

  @Override
  public String name() {
    return "phone";
  }

  @Override
  public boolean observed() {
    return true;
  }

  @Override
  public void check(JsonObject item, Faults.Spot spot) {
    CARD.check(item, spot);
  }

  @Override
  public CardType.Words words(JsonObject item) {
    return CARD.words(item);
  }

  @Override
  public boolean done(JsonObject item, JsonObject response) {
    if (!(response.get("path") instanceof JsonArray taps)) {
      throw new IllegalArgumentException("No path");
    }
    List<String> path = new ArrayList<>();
    for (JsonValue tap : taps) {
      if (!(tap instanceof JsonString control)) {
        throw new IllegalArgumentException("A tap must name a control");
      }
      path.add(control.getString());
    }
    return !response.getBoolean("gaveUp", false) && PhoneTask.of(item).replay(path).reached();
  }
}
