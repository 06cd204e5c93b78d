package org.kadam.course.cardtype;

import jakarta.enterprise.context.Dependent;
import jakarta.json.JsonObject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.kadam.course.control.Faults;
import org.kadam.course.control.Shape;

/** Things to be put where they belong, each in one of two or three places. */
@Dependent
class Match implements CardType {

  private static final int FEWEST_PLACES = 2;
  private static final int MOST_PLACES = 3;
  private static final int FEWEST_THINGS = 3;
  private static final int MOST_THINGS = 6;

  @Override
  public String name() {
    return "match";
  }

  @Override
  public void check(JsonObject card, Faults.Spot spot) {
    Shape shape = Cards.shape().with("places", Shape.Of.IDS).with("things", Shape.Of.OBJECTS);
    Shape thing = new Shape().with("id", Shape.Of.ID).with("place", Shape.Of.ID);
    if (!shape.fits(card, spot)
        || !Cards.distinct(Cards.objects(card, "things"), thing, spot.in("things"))) {
      return;
    }
    List<String> places = Cards.strings(card, "places");
    List<JsonObject> things = Cards.objects(card, "things");
    Cards.distinct(places, spot.in("places"));
    spot.in("places")
        .faultIf(
            places.size() < FEWEST_PLACES || places.size() > MOST_PLACES,
            "count",
            "There must be 2 or 3 places");
    spot.in("things")
        .faultIf(
            things.size() < FEWEST_THINGS || things.size() > MOST_THINGS,
            "count",
            "There must be 3 to 6 things");
    for (JsonObject one : things) {
      String place = one.getString("place");
      spot.in("things")
          .in(one.getString("id"))
          .in("place")
          .faultIf(!places.contains(place), "place", "There is no place " + place);
    }
    Set<String> used = things.stream().map(t -> t.getString("place")).collect(Collectors.toSet());
    for (String place : places) {
      spot.in("places")
          .in(place)
          .faultIf(!used.contains(place), "place", "Nothing belongs in this place");
    }
  }

  @Override
  public Words words(JsonObject card) {
    Set<String> needed = new LinkedHashSet<>(Set.of("title"));
    Cards.strings(card, "places").forEach(id -> needed.add("places." + id));
    for (JsonObject thing : Cards.objects(card, "things")) {
      needed.add("things." + thing.getString("id"));
      needed.add("feedback." + thing.getString("id"));
    }
    return new Words(needed, Set.of("lead"));
  }
}
