package org.kadam.course.cardtype;

import jakarta.enterprise.context.Dependent;
import jakarta.json.JsonObject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.kadam.course.control.Faults;
import org.kadam.course.control.Shape;

/**
 * A conversation is played; the worker picks what to send, and sees what follows. After an answer
 * with {@code then} she picks once more, and what she sent last decides whether the way was good.
 */
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
    if (!shape.fits(card, spot)) {
      return;
    }
    Set<String> people = Set.copyOf(new LinkedHashSet<>(Cards.strings(card, "people")));
    var answers = Cards.objects(card, "answers");
    Faults.Spot here = spot.in("answers");
    if (!Cards.distinct(answers, answer().maybe("then", Shape.Of.OBJECTS), here)) {
      return;
    }
    spot.in("people").faultIf(people.isEmpty(), "few", "Somebody must be in the conversation");
    Cards.messages(Cards.objects(card, "opening"), people, spot.in("opening"));
    replies(answers, people, here);
    here.faultIf(answers.size() < 2, "few", "There must be at least two answers");
    boolean well = true;
    for (JsonObject one : answers) {
      well &= !one.containsKey("then") || again(one, people, here.in(one.getString("id")));
    }
    here.faultIf(
        well && answers.stream().noneMatch(Chat::leadsToGood), "right", "No answer is a good one");
  }

  private static Shape answer() {
    return new Shape()
        .with("id", Shape.Of.ID)
        .maybe("good", Shape.Of.FLAG)
        .maybe("right", Shape.Of.FLAG)
        .maybe("replies", Shape.Of.OBJECTS);
  }

  private static boolean again(JsonObject first, Set<String> people, Faults.Spot spot) {
    List<JsonObject> second = Cards.objects(first, "then");
    Faults.Spot here = spot.in("then");
    if (here.faultIf(
            second.stream().anyMatch(a -> a.containsKey("then")),
            "deep",
            "A conversation has at most two steps")
        || !Cards.distinct(second, answer(), here)) {
      return false;
    }
    replies(second, people, here);
    here.faultIf(second.size() < 2, "few", "There must be at least two answers");
    return !here.faultIf(
        good(first) && second.stream().noneMatch(Chat::good),
        "right",
        "A good answer goes on, and none of what follows is good");
  }

  private static void replies(List<JsonObject> answers, Set<String> people, Faults.Spot spot) {
    for (JsonObject one : answers) {
      Cards.messages(
          Cards.objects(one, "replies"), people, spot.in(one.getString("id")).in("replies"));
    }
  }

  private static boolean good(JsonObject answer) {
    return answer.getBoolean("good", false) || answer.getBoolean("right", false);
  }

  private static boolean leadsToGood(JsonObject answer) {
    return answer.containsKey("then")
        ? Cards.objects(answer, "then").stream().anyMatch(Chat::good)
        : good(answer);
  }

  @Override
  public Words words(JsonObject card) {
    Set<String> needed = new LinkedHashSet<>(Set.of("title", "lead"));
    Set<String> possible = new LinkedHashSet<>(Set.of("tip"));
    Cards.strings(card, "people").forEach(id -> needed.add("people." + id));
    Cards.numbered(needed, "opening.", Cards.objects(card, "opening").size());
    for (JsonObject answer : Cards.objects(card, "answers")) {
      String prefix = "answers." + answer.getString("id") + ".";
      needed.add(prefix + "label");
      // between two steps nothing need be told: the conversation goes on
      (answer.containsKey("then") ? possible : needed).add(prefix + "then");
      Cards.numbered(needed, prefix + "replies.", Cards.objects(answer, "replies").size());
      for (JsonObject second : Cards.objects(answer, "then")) {
        String again = prefix + "again." + second.getString("id") + ".";
        needed.add(again + "label");
        needed.add(again + "then");
        Cards.numbered(needed, again + "replies.", Cards.objects(second, "replies").size());
      }
    }
    return new Words(needed, possible);
  }
}
