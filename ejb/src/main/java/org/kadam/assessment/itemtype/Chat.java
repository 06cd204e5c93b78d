package org.kadam.assessment.itemtype;

import jakarta.enterprise.context.Dependent;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Set;
import org.kadam.course.cardtype.CardType;
import org.kadam.course.control.Faults;

/**
 * A situation in a conversation; done where what she would send is the safest act that is possible
 * there. Several answers may be equally safe.
 */
@Dependent
class Chat implements ItemType {

  private static final CardType CARD = Items.card("chat");

  @Override
  public String name() {
    return "chat";
  }

  @Override
  public boolean observed() {
    return false;
  }

  @Override
  public void check(JsonObject item, Faults.Spot spot) {
    int before = spot.faults().found().size();
    CARD.check(item, spot);
    if (spot.faults().found().size() == before) {
      spot.in("answers").faultIf(Items.key(item).isEmpty(), "right", "No answer is right");
      for (JsonObject answer : Items.answers(item)) {
        spot.in("answers")
            .in(answer.getString("id"))
            .in("then")
            .faultIf(
                answer.containsKey("then"),
                "deep",
                "In the assessment a conversation has one step, so that one answer is scored");
      }
    }
  }

  @Override
  public CardType.Words words(JsonObject item) {
    return Items.withReasons(
        Items.ids(item), CARD.words(item), text -> text.equals("lead") || text.endsWith(".then"));
  }

  @Override
  public boolean done(JsonObject item, JsonObject response) {
    return Items.key(item).contains(Items.known(item, response.get("answer")));
  }

  @Override
  public List<String> options(JsonObject item) {
    return Items.ids(item);
  }

  @Override
  public Set<String> right(JsonObject item) {
    return Items.key(item);
  }

  @Override
  public List<String> chosen(JsonObject item, JsonObject response) {
    return List.of(response.getString("answer"));
  }
}
