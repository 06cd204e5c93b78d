package org.kadam.assessment.itemtype;

import jakarta.enterprise.context.Dependent;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.kadam.course.cardtype.CardType;
import org.kadam.course.control.Faults;

/** A question; done where all that is right was chosen and nothing else. */
@Dependent
class Choice implements ItemType {

  private static final CardType CARD = Items.card("choice");

  @Override
  public String name() {
    return "choice";
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
        Items.ids(item), CARD.words(item), text -> text.startsWith("feedback."));
  }

  @Override
  public boolean done(JsonObject item, JsonObject response) {
    if (!(response.get("answers") instanceof JsonArray chosen)) {
      throw new IllegalArgumentException("No list of answers");
    }
    Set<String> ids = new HashSet<>();
    for (JsonValue id : chosen) {
      ids.add(Items.known(item, id));
    }
    if (!item.getBoolean("many", false) && ids.size() != 1) {
      throw new IllegalArgumentException("One answer is to be chosen");
    }
    return ids.equals(Items.key(item));
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
    return response.getJsonArray("answers").getValuesAs(JsonString.class).stream()
        .map(JsonString::getString)
        .distinct()
        .toList();
  }
}
