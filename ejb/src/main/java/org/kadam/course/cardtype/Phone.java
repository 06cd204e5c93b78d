package org.kadam.course.cardtype;

import jakarta.enterprise.context.Dependent;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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
  private static final String NO_SUCH_SCREEN = "There is no screen of this name";
  private static final Set<String> LAYERS = Set.of("sheet", "dialog");
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
    Set<String> ids = new HashSet<>();
    boolean well =
        !spot.in("start")
            .faultIf(!screens.containsKey(card.getString("start")), "screen", NO_SUCH_SCREEN);
    for (String id : screens.keySet()) {
      well &= screen(screens, id, ids, spot.in("screens").in(id));
    }
    if (well) {
      layers(screens, spot.in("screens"));
      walk(card, spot);
    }
  }

  /** What lies over what must come to an end. */
  private static void layers(JsonObject screens, Faults.Spot spot) {
    for (String id : screens.keySet()) {
      Set<String> below = new HashSet<>(Set.of(id));
      String over = screens.getJsonObject(id).getString("over", null);
      while (over != null && below.add(over)) {
        over = screens.getJsonObject(over).getString("over", null);
      }
      spot.in(id)
          .in("over")
          .faultIf(over != null, "loop", "Going down from here, one never comes to a whole screen");
    }
  }

  private static boolean screen(JsonObject screens, String id, Set<String> ids, Faults.Spot spot) {
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
    String look = screen.getString("look");
    spot.in("look").faultIf(!SCREENS.contains(look), "look", "No screen looks like this");
    String over = screen.getString("over", null);
    boolean well =
        !spot.in("over")
            .faultIf(
                over != null && (over.equals(id) || !screens.containsKey(over)),
                "screen",
                "There is no other screen of this name");
    spot.in("over")
        .faultIf(
            SCREENS.contains(look) && LAYERS.contains(look) != (over != null),
            "over",
            over == null
                ? "A sheet or a dialog lies over another screen: which one?"
                : "Only a sheet or a dialog lies over another screen");
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
      well &=
          !here.faultIf(
              !ids.add(one.getString("id")), "double", "Another screen has a control of this id");
      String to = one.getString("to", null);
      well &=
          !here.in("to").faultIf(to != null && !screens.containsKey(to), "screen", NO_SUCH_SCREEN);
      Set<String> both = new TreeSet<>(Cards.strings(one, "set"));
      both.retainAll(Cards.strings(one, "clear"));
      well &=
          !here.in("set")
              .faultIf(
                  !both.isEmpty(), "mark", "This both sets and clears " + String.join(", ", both));
      here.faultIf(!CONTROLS.contains(one.getString("look")), "look", "No control looks like this");
      String icon = one.get("icon") instanceof JsonString s ? s.getString() : null;
      here.faultIf(icon != null && !ICONS.contains(icon), "icon", "There is no icon " + icon);
      here.faultIf(
          icon == null && one.getString("look").equals("icon"), "icon", "Which icon is it?");
    }
    return well;
  }

  private static void walk(JsonObject card, Faults.Spot spot) {
    try {
      PhoneTask task = PhoneTask.of(card);
      var fewest = task.fewest();
      for (String mark : task.neverSet()) {
        spot.in("goal").fault("goal", "No control sets the mark " + mark);
      }
      for (String screen : task.neverSeen()) {
        spot.in("screens").in(screen).fault("unseen", "No way leads to this screen");
      }
      if (fewest.isEmpty()) {
        spot.in("goal").faultIf(task.neverSet().isEmpty(), "goal", "No path leads to the goal");
        return;
      }
      task.deadEnds()
          .forEach(
              (screen, marks) ->
                  spot.in("screens")
                      .in(screen)
                      .fault(
                          "dead-end",
                          "From here the goal cannot be reached any more"
                              + (marks.isEmpty()
                                  ? ""
                                  : ", once these are set: " + String.join(", ", marks))));
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
