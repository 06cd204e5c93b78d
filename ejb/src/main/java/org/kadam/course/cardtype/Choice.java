package org.kadam.course.cardtype;

import jakarta.enterprise.context.Dependent;
import jakarta.json.JsonObject;
import java.util.LinkedHashSet;
import java.util.Set;
import org.kadam.course.control.Faults;
import org.kadam.course.control.Shape;

/** A question with one right answer, or with several to be ticked; answers may be pictures. */
@Dependent
class Choice implements CardType {

  @Override
  public String name() {
    return "choice";
  }

  @Override
  public void check(JsonObject card, Faults.Spot spot) {
    Shape shape =
        Cards.shape()
            .with("answers", Shape.Of.OBJECTS)
            .maybe("many", Shape.Of.FLAG)
            .maybe("picture", Shape.Of.PICTURE);
    Shape answer =
        new Shape()
            .with("id", Shape.Of.ID)
            .maybe("right", Shape.Of.FLAG)
            .maybe("picture", Shape.Of.PICTURE);
    if (!shape.fits(card, spot)
        || !Cards.distinct(Cards.objects(card, "answers"), answer, spot.in("answers"))) {
      return;
    }
    var answers = Cards.objects(card, "answers");
    long right = answers.stream().filter(a -> a.getBoolean("right", false)).count();
    Faults.Spot here = spot.in("answers");
    here.faultIf(answers.size() < 2, "few", "There must be at least two answers");
    here.faultIf(right == 0, "right", "No answer is right");
    here.faultIf(
        right > 1 && !card.getBoolean("many", false),
        "right",
        "Several answers are right, but only one can be chosen");
    long drawn = answers.stream().filter(a -> a.containsKey("picture")).count();
    here.faultIf(
        drawn > 0 && drawn < answers.size(),
        "picture",
        "Either every answer has a picture or none has");
  }

  @Override
  public Words words(JsonObject card) {
    Set<String> needed = new LinkedHashSet<>(Set.of("title"));
    if (card.containsKey("picture")) {
      needed.add("alt");
    }
    for (JsonObject answer : Cards.objects(card, "answers")) {
      needed.add("answers." + answer.getString("id"));
      needed.add("feedback." + answer.getString("id"));
      if (answer.containsKey("picture")) {
        needed.add("alts." + answer.getString("id"));
      }
    }
    return new Words(needed, Set.of("lead"));
  }
}
