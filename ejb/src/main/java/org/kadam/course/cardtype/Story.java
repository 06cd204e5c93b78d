package org.kadam.course.cardtype;

import jakarta.enterprise.context.Dependent;
import jakarta.json.JsonObject;
import java.util.LinkedHashSet;
import java.util.Set;
import org.kadam.course.control.Faults;
import org.kadam.course.control.Shape;

/** A picture and a few paragraphs. */
@Dependent
class Story implements CardType {

  private static final int MOST_PARAGRAPHS = 6;

  @Override
  public String name() {
    return "story";
  }

  @Override
  public void check(JsonObject card, Faults.Spot spot) {
    Shape shape =
        Cards.shape().with("picture", Shape.Of.PICTURE).with("paragraphs", Shape.Of.COUNT);
    if (shape.fits(card, spot)) {
      spot.in("paragraphs")
          .faultIf(
              card.getInt("paragraphs") > MOST_PARAGRAPHS,
              "long",
              "A story has at most " + MOST_PARAGRAPHS + " paragraphs");
    }
  }

  @Override
  public Words words(JsonObject card) {
    Set<String> needed = new LinkedHashSet<>(Set.of("title", "alt"));
    Cards.numbered(needed, "p", card.getInt("paragraphs"));
    return new Words(needed, Set.of());
  }
}
