package org.kadam.course.cardtype;

import jakarta.enterprise.context.Dependent;
import jakarta.json.JsonObject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.kadam.course.control.Faults;
import org.kadam.course.control.Shape;

/** A rule to take on, or not now; nothing follows from a no. */
@Dependent
class Pledge implements CardType {

  private static final int MOST = 3;

  @Override
  public String name() {
    return "pledge";
  }

  @Override
  public void check(JsonObject card, Faults.Spot spot) {
    if (Cards.shape().with("rules", Shape.Of.IDS).fits(card, spot)) {
      List<String> rules = Cards.strings(card, "rules");
      Cards.distinct(rules, spot.in("rules"));
      spot.in("rules")
          .faultIf(rules.isEmpty() || rules.size() > MOST, "count", "There must be 1 to 3 rules");
    }
  }

  @Override
  public Words words(JsonObject card) {
    Set<String> needed = new LinkedHashSet<>(Set.of("title", "thanks"));
    Cards.strings(card, "rules").forEach(id -> needed.add("rules." + id));
    return new Words(needed, Set.of("lead"));
  }
}
