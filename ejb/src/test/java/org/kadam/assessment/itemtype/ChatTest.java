package org.kadam.assessment.itemtype;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.kadam.assessment.itemtype.ItemTypeContract.json;

import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kadam.course.control.Faults;

class ChatTest implements ItemTypeContract {

  private static JsonObject chat(String mark) {
    return json(
        "{'id':'an-item','type':'chat','people':['madam'],"
            + "'opening':[{'from':'madam','at':'22:31'}],'answers':["
            + ("{'id':'a','" + mark + "':true},{'id':'b','" + mark + "':true},{'id':'c'}]}"));
  }

  @Override
  public ItemType type() {
    return new Chat();
  }

  @Override
  public JsonObject item() {
    return chat("right");
  }

  @Override
  public List<JsonObject> right() {
    return List.of(json("{'answer':'a'}"), json("{'answer':'b'}"));
  }

  @Override
  public List<JsonObject> wrong() {
    return List.of(json("{'answer':'c'}"));
  }

  @Override
  public List<JsonObject> unreadable() {
    return List.of(json("{'answer':'z'}"), json("{'answer':['a']}"), json("{'answers':['a']}"));
  }

  @Test
  void an_answer_that_is_good_in_a_course_is_not_thereby_the_key() {
    Faults faults = new Faults();
    type().check(chat("good"), faults.at("items.yaml", "an-item"));
    assertEquals(
        List.of("items.yaml at an-item.answers: No answer is right"),
        faults.found().stream().map(Faults.Fault::toString).toList());
  }

  @Test
  void each_answer_needs_a_reason_and_what_only_teaching_needs_may_be_left_out() {
    var words = type().words(item());
    assertTrue(words.needed().containsAll(List.of("rationale.a", "answers.b.label", "opening.1")));
    assertTrue(words.possible().containsAll(List.of("answers.a.then", "lead")));
  }

  @Test
  void a_second_step_is_for_courses_only() {
    var item =
        json(
            "{'id':'an-item','type':'chat','people':['madam'],'opening':[{'from':'madam'}],"
                + "'answers':[{'id':'a','right':true,'then':[{'id':'b','right':true},{'id':'c'}]},"
                + "{'id':'d'}]}");
    Faults faults = new Faults();
    type().check(item, faults.at("items.yaml", "an-item"));
    assertEquals(
        List.of(
            "items.yaml at an-item.answers.a.then: In the assessment a conversation has one step,"
                + " so that one answer is scored"),
        faults.found().stream().map(Faults.Fault::toString).toList());
  }
}
