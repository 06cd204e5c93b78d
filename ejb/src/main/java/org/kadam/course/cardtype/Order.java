package org.kadam.course.cardtype;

import jakarta.enterprise.context.Dependent;
import jakarta.json.JsonObject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.kadam.course.control.Faults;
import org.kadam.course.control.Shape;

/** Steps to be put in their order; the structure has them in the right one. */
@Dependent
class Order implements CardType {

  private static final int FEWEST = 3;
  private static final int MOST = 6;

  @Override
  public String name() {
    return "order";
  }

  @Override
  public void check(JsonObject card, Faults.Spot spot) {
    if (Cards.shape().with("steps", Shape.Of.IDS).fits(card, spot)) {
      List<String> steps = Cards.strings(card, "steps");
      Faults.Spot here = spot.in("steps");
      Cards.distinct(steps, here);
      here.faultIf(
          steps.size() < FEWEST || steps.size() > MOST, "count", "There must be 3 to 6 steps");
    }
  }

  @Override
  public Words words(JsonObject card) {
    Set<String> needed = new LinkedHashSet<>(Set.of("title", "feedback.right", "feedback.other"));
    Cards.strings(card, "steps").forEach(id -> needed.add("steps." + id));
    return new Words(needed, Set.of("lead"));
  }
}
