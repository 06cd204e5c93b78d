package org.kadam.course.cardtype;

import jakarta.enterprise.context.Dependent;
import jakarta.json.JsonObject;
import java.util.LinkedHashSet;
import java.util.Set;
import org.kadam.course.control.Faults;
import org.kadam.course.control.Shape;

/** A conversation is played; the worker picks what to send, and sees what follows. */
@Dependent
class Chat implements CardType {

  @Override
  public String name() {
    return "chat";
  }

  @Override
  public void check(JsonObject card, Faults.Spot spot) {
    Shape shape =
        Cards.shape()
            .with("people", Shape.Of.IDS)
            .with("opening", Shape.Of.OBJECTS)
            .with("answers", Shape.Of.OBJECTS);
    Shape answer =
        new Shape()
            .with("id", Shape.Of.ID)
            .maybe("good", Shape.Of.FLAG)
            .maybe("right", Shape.Of.FLAG)
            .maybe("replies", Shape.Of.OBJECTS);
    if (!shape.fits(card, spot)
        || !Cards.distinct(Cards.objects(card, "answers"), answer, spot.in("answers"))) {
      return;
    }
    Set<String> people = Set.copyOf(new LinkedHashSet<>(Cards.strings(card, "people")));
    spot.in("people").faultIf(people.isEmpty(), "few", "Somebody must be in the conversation");
    Cards.messages(Cards.objects(card, "opening"), people, spot.in("opening"));
    var answers = Cards.objects(card, "answers");
    for (JsonObject one : answers) {
      Cards.messages(
          Cards.objects(one, "replies"),
          people,
          spot.in("answers").in(one.getString("id")).in("replies"));
    }
    spot.in("answers").faultIf(answers.size() < 2, "few", "There must be at least two answers");
    spot.in("answers")
        .faultIf(
            answers.stream()
                .noneMatch(a -> a.getBoolean("good", false) || a.getBoolean("right", false)),
            "right",
            "No answer is a good one");
  }

  @Override
  public Words words(JsonObject card) {
    Set<String> needed = new LinkedHashSet<>(Set.of("title", "lead"));
    Cards.strings(card, "people").forEach(id -> needed.add("people." + id));
    Cards.numbered(needed, "opening.", Cards.objects(card, "opening").size());
    for (JsonObject answer : Cards.objects(card, "answers")) {
      String prefix = "answers." + answer.getString("id") + ".";
      needed.add(prefix + "label");
      needed.add(prefix + "then");
      Cards.numbered(needed, prefix + "replies.", Cards.objects(answer, "replies").size());
    }
    return new Words(needed, Set.of("tip"));
  }
}
