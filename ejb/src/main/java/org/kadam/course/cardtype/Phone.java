package org.kadam.course.cardtype;

import jakarta.enterprise.context.Dependent;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.kadam.course.control.Faults;
import org.kadam.course.control.PhoneTask;
import org.kadam.course.control.Shape;

/** A simulated phone screen with something to do on it; see {@link PhoneTask}. */
@Dependent
class Phone implements CardType {

  private static final Set<String> ICONS =
      Set.of(
          ("more back mic camera attach search mute people lock trash reply forward star phone"
                  + " settings gallery info check plus send bell image block wifi data battery")
              .split(" "));
  private static final Set<String> SCREENS = Set.of("chat", "list", "sheet", "dialog", "home");
  private static final Set<String> CONTROLS =
      Set.of("icon", "button", "row", "toggle", "message", "title", "tab");

  @Override
  public String name() {
    return "phone";
  }

  @Override
  public void check(JsonObject card, Faults.Spot spot) {
    Shape shape =
        Cards.shape()
            .with("start", Shape.Of.ID)
            .with("goal", Shape.Of.IDS)
            .with("hint", Shape.Of.IDS)
            .with("screens", Shape.Of.OBJECT)
            .maybe("people", Shape.Of.IDS);
    if (!shape.fits(card, spot)) {
      return;
    }
    JsonObject screens = card.getJsonObject("screens");
    boolean well = true;
    for (String id : screens.keySet()) {
      well &= screen(screens, id, spot.in("screens").in(id));
    }
    if (well) {
      walk(card, spot);
    }
  }

  private static boolean screen(JsonObject screens, String id, Faults.Spot spot) {
    Shape shape =
        new Shape()
            .with("look", Shape.Of.ID)
            .maybe("over", Shape.Of.ID)
            .maybe("messages", Shape.Of.OBJECTS)
            .maybe("controls", Shape.Of.OBJECTS);
    if (!(screens.get(id) instanceof JsonObject screen)) {
      spot.fault("shape", "This must be a mapping");
      return false;
    }
    if (!shape.fits(screen, spot)) {
      return false;
    }
    spot.in("look")
        .faultIf(!SCREENS.contains(screen.getString("look")), "look", "No screen looks like this");
    String over = screen.getString("over", null);
    spot.in("over")
        .faultIf(
            over != null && (over.equals(id) || !screens.containsKey(over)),
            "screen",
            "There is no other screen of this name");
    Cards.messages(Cards.objects(screen, "messages"), Set.of(), spot.in("messages"));
    List<JsonObject> controls = Cards.objects(screen, "controls");
    Shape control =
        new Shape()
            .with("id", Shape.Of.ID)
            .with("look", Shape.Of.ID)
            .maybe("icon", Shape.Of.ID)
            .maybe("to", Shape.Of.ID)
            .maybe("set", Shape.Of.IDS)
            .maybe("clear", Shape.Of.IDS);
    if (!Cards.distinct(controls, control, spot.in("controls"))) {
      return false;
    }
    for (JsonObject one : controls) {
      Faults.Spot here = spot.in("controls").in(one.getString("id"));
      here.faultIf(!CONTROLS.contains(one.getString("look")), "look", "No control looks like this");
      String icon = one.get("icon") instanceof JsonString s ? s.getString() : null;
      here.faultIf(icon != null && !ICONS.contains(icon), "icon", "There is no icon " + icon);
      here.faultIf(
          icon == null && one.getString("look").equals("icon"), "icon", "Which icon is it?");
    }
    return true;
  }

  private static void walk(JsonObject card, Faults.Spot spot) {
    try {
      PhoneTask task = PhoneTask.of(card);
      var fewest = task.fewest();
      if (spot.in("goal").faultIf(fewest.isEmpty(), "goal", "No path leads to the goal")) {
        return;
      }
      var replay = task.replay(task.hint());
      Faults.Spot here = spot.in("hint");
      here.faultIf(
          !replay.reached() || replay.steps() < task.hint().size(),
          "hint",
          "The hint does not end at the goal");
      here.faultIf(
          replay.reached() && replay.steps() > fewest.get(),
          "hint",
          "There is a shorter way than the hint: " + fewest.get() + " taps");
      spot.in("goal").faultIf(fewest.get() == 0, "goal", "There is nothing to do");
    } catch (IllegalArgumentException e) {
      spot.fault("phone", e.getMessage());
    }
  }

  @Override
  public Words words(JsonObject card) {
    Set<String> needed = new LinkedHashSet<>(Set.of("title", "done"));
    Set<String> possible = new LinkedHashSet<>(Set.of("lead"));
    Cards.strings(card, "people").forEach(id -> needed.add("people." + id));
    JsonObject screens = card.getJsonObject("screens");
    for (String id : screens.keySet()) {
      JsonObject screen = screens.getJsonObject(id);
      needed.add("screens." + id + ".title");
      var messages = Cards.objects(screen, "messages");
      for (int i = 0; i < messages.size(); i++) {
        boolean picture = messages.get(i).getBoolean("picture", false);
        (picture ? possible : needed).add("screens." + id + ".messages." + (i + 1));
        possible.add("people." + messages.get(i).getString("from"));
      }
      Cards.objects(screen, "controls").forEach(c -> needed.add("controls." + c.getString("id")));
    }
    return new Words(needed, possible);
  }
}
