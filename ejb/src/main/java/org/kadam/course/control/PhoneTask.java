package org.kadam.course.control;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A simulated phone screen with something to do on it: screens with controls, each of which may
 * lead to another screen and set or clear marks; the task is done as soon as all marks of the goal
 * are set. The same rules as on the phone, so that the server can replay what a worker tapped.
 *
 * <p>Made from a card or an item of type {@code phone}. A control's marks are cleared first, then
 * set. Only the controls of the screen in front can be tapped; a screen that lies over another
 * hides the other's controls.
 */
public final class PhoneTask {

  /** More states than this (screens times marks) and a task is refused as too large to check. */
  static final int MOST_STATES = 20_000;

  private final String start;
  private final Set<String> goal;
  private final List<String> hint;
  private final Map<String, Map<String, Control>> screens;
  private final Map<String, String> over;
  private Map<State, Integer> distances;
  private Set<State> reached;

  /** What a tap does; {@code to} is null where the screen stays. */
  private record Control(String to, Set<String> set, Set<String> clear) {}

  private record State(String screen, Set<String> marks) {}

  /**
   * What came of a path.
   *
   * @param reached whether the goal was reached; taps after that do not count
   * @param steps taps made, up to the goal or to the first tap that the screen did not offer
   * @param wrong those of the steps that did not bring the goal nearer
   */
  public record Replay(boolean reached, int steps, int wrong) {}

  private PhoneTask(
      String start,
      Set<String> goal,
      List<String> hint,
      Map<String, Map<String, Control>> screens,
      Map<String, String> over) {
    this.start = start;
    this.goal = goal;
    this.hint = hint;
    this.screens = screens;
    this.over = over;
  }

  /**
   * Reads a task.
   *
   * @throws IllegalArgumentException with the reason, if it leads to a screen that is not there,
   *     doubles a control, has no goal, or both sets and clears a mark
   */
  public static PhoneTask of(JsonObject card) {
    Map<String, Map<String, Control>> screens = new LinkedHashMap<>();
    Map<String, String> over = new LinkedHashMap<>();
    Set<String> ids = new LinkedHashSet<>();
    JsonObject drawn = card.getJsonObject("screens");
    if (drawn == null) {
      throw new IllegalArgumentException("no screens");
    }
    for (String screen : drawn.keySet()) {
      Map<String, Control> controls = new LinkedHashMap<>();
      var listed = drawn.getJsonObject(screen).getJsonArray("controls");
      if (listed != null) {
        for (JsonObject control : listed.getValuesAs(JsonObject.class)) {
          String id = control.getString("id");
          refuse(!ids.add(id), "control " + id + " is there twice");
          controls.put(id, control(id, control));
        }
      }
      screens.put(screen, controls);
      if (drawn.getJsonObject(screen).containsKey("over")) {
        over.put(screen, drawn.getJsonObject(screen).getString("over"));
      }
    }
    String start = card.getString("start", "");
    refuse(!screens.containsKey(start), "the start is no screen: " + start);
    Set<String> goal = strings(card, "goal");
    refuse(goal.isEmpty(), "no goal");
    screens.forEach(
        (screen, controls) ->
            controls.forEach(
                (id, control) ->
                    refuse(
                        control.to() != null && !screens.containsKey(control.to()),
                        "control " + id + " leads to no screen: " + control.to())));
    return new PhoneTask(start, goal, List.copyOf(list(card, "hint")), screens, over);
  }

  private static Control control(String id, JsonObject control) {
    Set<String> set = strings(control, "set");
    Set<String> clear = strings(control, "clear");
    refuse(set.stream().anyMatch(clear::contains), "control " + id + " sets and clears one mark");
    return new Control(control.getString("to", null), set, clear);
  }

  /** The right path that the card gives away when asked. */
  public List<String> hint() {
    return hint;
  }

  /** Plays a path of control ids from the start. */
  public Replay replay(List<String> path) {
    Map<State, Integer> near = distances();
    State state = new State(start, Set.of());
    int steps = 0;
    int wrong = 0;
    for (String id : path) {
      Control control = screens.get(state.screen()).get(id);
      if (done(state) || control == null) {
        break;
      }
      State next = tap(state, control);
      steps++;
      if (near.getOrDefault(next, Integer.MAX_VALUE)
          >= near.getOrDefault(state, Integer.MAX_VALUE)) {
        wrong++;
      }
      state = next;
    }
    return new Replay(done(state), steps, wrong);
  }

  /** The fewest taps to the goal; empty if no path leads there. */
  public Optional<Integer> fewest() {
    return Optional.ofNullable(distances().get(new State(start, Set.of())));
  }

  /** Marks of the goal that no control sets. */
  public Set<String> neverSet() {
    Set<String> marks = new TreeSet<>(goal);
    screens.values().forEach(controls -> controls.values().forEach(c -> marks.removeAll(c.set())));
    return marks;
  }

  /** Screens that no way leads to before the goal, and that lie under none to which one leads. */
  public Set<String> neverSeen() {
    distances();
    Set<String> seen = new TreeSet<>();
    for (State state : reached) {
      String screen = state.screen();
      while (screen != null && seen.add(screen)) {
        screen = over.get(screen);
      }
    }
    Set<String> never = new LinkedHashSet<>(screens.keySet());
    never.removeAll(seen);
    return never;
  }

  /**
   * Screens from which the goal cannot be reached any more, each with the marks that are set in one
   * such case; empty marks where it is so however she came there.
   */
  public Map<String, Set<String>> deadEnds() {
    Map<State, Integer> near = distances();
    Map<String, Set<String>> dead = new LinkedHashMap<>();
    for (State state : reached) {
      if (!near.containsKey(state)) {
        dead.merge(
            state.screen(),
            state.marks(),
            (one, other) -> one.size() <= other.size() ? one : other);
      }
    }
    return dead;
  }

  private boolean done(State state) {
    return state.marks().containsAll(goal);
  }

  private static State tap(State state, Control control) {
    Set<String> marks = new TreeSet<>(state.marks());
    marks.removeAll(control.clear());
    marks.addAll(control.set());
    return new State(control.to() == null ? state.screen() : control.to(), marks);
  }

  /** Taps to the goal from each state that can be reached and from which it can be reached. */
  private synchronized Map<State, Integer> distances() {
    if (distances == null) {
      Map<State, List<State>> before = new LinkedHashMap<>();
      ArrayDeque<State> open = new ArrayDeque<>();
      List<State> goals = new ArrayList<>();
      State first = new State(start, Set.of());
      before.put(first, new ArrayList<>());
      open.add(first);
      while (!open.isEmpty()) {
        State state = open.remove();
        if (done(state)) {
          goals.add(state);
          continue;
        }
        for (Control control : screens.get(state.screen()).values()) {
          State next = tap(state, control);
          if (!before.containsKey(next)) {
            before.put(next, new ArrayList<>());
            open.add(next);
          }
          before.get(next).add(state);
        }
        refuse(before.size() > MOST_STATES, "too many screens and marks to check");
      }
      reached = before.keySet();
      distances = backwards(goals, before);
    }
    return distances;
  }

  private static Map<State, Integer> backwards(List<State> goals, Map<State, List<State>> before) {
    Map<State, Integer> distances = new HashMap<>();
    ArrayDeque<State> open = new ArrayDeque<>(goals);
    goals.forEach(state -> distances.put(state, 0));
    while (!open.isEmpty()) {
      State state = open.remove();
      for (State earlier : before.get(state)) {
        if (distances.putIfAbsent(earlier, distances.get(state) + 1) == null) {
          open.add(earlier);
        }
      }
    }
    return distances;
  }

  private static Set<String> strings(JsonObject from, String key) {
    return Set.copyOf(new TreeSet<>(list(from, key)));
  }

  private static List<String> list(JsonObject from, String key) {
    var array = from.getJsonArray(key);
    return array == null ? List.of() : array.getValuesAs(JsonString::getString);
  }

  private static void refuse(boolean bad, String reason) {
    if (bad) {
      throw new IllegalArgumentException(reason);
    }
  }
}
