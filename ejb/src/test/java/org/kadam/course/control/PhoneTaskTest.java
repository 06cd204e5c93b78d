package org.kadam.course.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kadam.course.control.PhoneTask.Replay;

class PhoneTaskTest {

  /** Mute a group: open the menu, choose mute, choose eight hours or always, say OK. */
  static final String MUTE =
      """
      {"id":"mute","type":"phone","start":"chat","goal":["always","muted"],
       "hint":["more","mute","always","ok"],
       "screens":{
        "chat":{"look":"chat","controls":[{"id":"more","look":"icon","icon":"more","to":"menu"},
          {"id":"mic","look":"icon","icon":"mic"}]},
        "menu":{"look":"sheet","over":"chat","controls":[
          {"id":"mute","look":"row","to":"dialog"},{"id":"search","look":"row"},
          {"id":"back","look":"icon","icon":"back","to":"chat"}]},
        "dialog":{"look":"dialog","over":"chat","controls":[
          {"id":"hours","look":"toggle","set":["hours"],"clear":["always"]},
          {"id":"always","look":"toggle","set":["always"],"clear":["hours"]},
          {"id":"ok","look":"button","set":["muted"],"to":"chat"},
          {"id":"cancel","look":"button","to":"chat","clear":["always","hours"]}]}}}
      """;

  static JsonObject json(String text) {
    return Json.createReader(new StringReader(text)).readObject();
  }

  private static Replay replay(String... path) {
    return PhoneTask.of(json(MUTE)).replay(List.of(path));
  }

  @Test
  void the_shortest_path_reaches_the_goal_without_a_wrong_turn() {
    assertEquals(new Replay(true, 4, 0), replay("more", "mute", "always", "ok"));
    assertEquals(Optional.of(4), PhoneTask.of(json(MUTE)).fewest());
  }

  @Test
  void a_tap_that_brings_the_goal_no_nearer_is_a_wrong_turn() {
    assertEquals(
        new Replay(true, 8, 4),
        replay("mic", "more", "search", "mute", "hours", "hours", "always", "ok"));
  }

  @Test
  void going_back_and_coming_again_counts_both_ways_but_reaches_the_goal() {
    assertEquals(new Replay(true, 6, 1), replay("more", "back", "more", "mute", "always", "ok"));
  }

  @Test
  void half_a_path_does_not_reach_the_goal() {
    assertEquals(new Replay(false, 3, 0), replay("more", "mute", "always"));
    assertEquals(new Replay(false, 0, 0), replay());
  }

  @Test
  void a_control_of_another_screen_ends_the_replay() {
    assertEquals(new Replay(false, 1, 0), replay("more", "ok", "mute", "always", "ok"));
    assertEquals(new Replay(false, 0, 0), replay("no-such-thing"));
  }

  @Test
  void what_is_tapped_after_the_goal_does_not_count() {
    assertEquals(
        new Replay(true, 4, 0), replay("more", "mute", "always", "ok", "more", "mute", "cancel"));
  }

  @Test
  void a_wrong_choice_can_leave_the_goal_out_of_reach() {
    JsonObject trap =
        json(
            """
            {"start":"a","goal":["good"],"hint":["right"],"screens":{
             "a":{"look":"list","controls":[{"id":"right","look":"row","set":["good"]},
               {"id":"wrong","look":"row","to":"b"}]},
             "b":{"look":"list","controls":[{"id":"again","look":"row"}]}}}
            """);
    assertEquals(
        new Replay(false, 3, 3), PhoneTask.of(trap).replay(List.of("wrong", "again", "again")));
  }

  @Test
  void a_goal_that_no_path_reaches_has_no_fewest_taps() {
    JsonObject lost =
        json("{\"start\":\"a\",\"goal\":[\"x\"],\"screens\":{\"a\":{\"look\":\"home\"}}}");
    assertTrue(PhoneTask.of(lost).fewest().isEmpty());
    assertFalse(PhoneTask.of(lost).replay(List.of("x")).reached());
  }

  @Test
  void a_task_that_cannot_be_played_is_refused_with_the_reason() {
    refused("leads to no screen", MUTE.replace("\"to\":\"dialog\"", "\"to\":\"gone\""));
    refused("twice", MUTE.replace("\"id\":\"search\"", "\"id\":\"more\""));
    refused("no screen: nowhere", MUTE.replace("\"start\":\"chat\"", "\"start\":\"nowhere\""));
    refused("no goal", MUTE.replace("[\"always\",\"muted\"]", "[]"));
    refused(
        "sets and clears",
        MUTE.replace(
            "\"set\":[\"hours\"],\"clear\":[\"always\"]", "\"set\":[\"x\"],\"clear\":[\"x\"]"));
  }

  @Test
  void a_task_with_too_many_states_is_refused_and_not_searched_for_ever() {
    StringBuilder toggles = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      toggles.append(i == 0 ? "" : ",").append("{\"id\":\"t" + i + "\",\"look\":\"toggle\",");
      toggles.append("\"set\":[\"m" + i + "\"]}");
    }
    JsonObject huge =
        json(
            "{\"start\":\"a\",\"goal\":[\"never\"],\"screens\":{\"a\":{\"look\":\"list\","
                + "\"controls\":["
                + toggles
                + "]}}}");
    assertThrows(IllegalArgumentException.class, () -> PhoneTask.of(huge).fewest());
  }

  private static void refused(String reason, String task) {
    var problem =
        assertThrows(IllegalArgumentException.class, () -> PhoneTask.of(json(task)).fewest());
    assertTrue(problem.getMessage().contains(reason), problem.getMessage());
  }
}
