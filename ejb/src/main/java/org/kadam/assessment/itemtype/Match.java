package org.kadam.assessment.itemtype;

import jakarta.enterprise.context.Dependent;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.kadam.course.cardtype.CardType;
import org.kadam.course.control.Faults;

/** Things to be put where they belong; done where each is in its place. */
@Dependent
class Match implements ItemType {

  private static final CardType CARD = Items.card("match");

  @Override
  public String name() {
    return "match";
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
    List<String> things = things(item).stream().map(thing -> thing.getString("id")).toList();
    return Items.withReasons(things, CARD.words(item), text -> text.startsWith("feedback."));
  }

  @Override
  public boolean done(JsonObject item, JsonObject response) {
    if (!(response.get("places") instanceof JsonObject put)) {
      throw new IllegalArgumentException("No places");
    }
    Set<String> places =
        new HashSet<>(item.getJsonArray("places").getValuesAs(JsonString::getString));
    boolean all = true;
    for (JsonObject thing : things(item)) {
      if (!(put.get(thing.getString("id")) instanceof JsonString place)
          || !places.contains(place.getString())) {
        throw new IllegalArgumentException("Each thing must be in one of the places");
      }
      all &= place.getString().equals(thing.getString("place"));
    }
    if (put.size() != things(item).size()) {
      throw new IllegalArgumentException("The item has no such thing");
    }
    return all;
  }

  private static List<JsonObject> things(JsonObject item) {
    return item.getJsonArray("things").getValuesAs(JsonObject.class);
  }
}
