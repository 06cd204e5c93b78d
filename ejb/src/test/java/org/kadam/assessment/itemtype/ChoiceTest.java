package org.kadam.assessment.itemtype;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.kadam.assessment.itemtype.ItemTypeContract.json;

import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChoiceTest implements ItemTypeContract {

  private static final JsonObject MANY =
      json(
          "{'id':'an-item','type':'choice','many':true,'answers':[{'id':'a','right':true},"
              + "{'id':'b','right':true},{'id':'c','right':false}]}");

  @Override
  public ItemType type() {
    return new Choice();
  }

  @Override
  public JsonObject item() {
    return json(
        "{'id':'an-item','type':'choice','answers':[{'id':'a','right':true},"
            + "{'id':'b','right':false},{'id':'c','right':false}]}");
  }

  @Override
  public List<JsonObject> right() {
    return List.of(json("{'answers':['a']}"), json("{'answers':['a','a']}"));
  }

  @Override
  public List<JsonObject> wrong() {
    return List.of(json("{'answers':['b']}"));
  }

  @Override
  public List<JsonObject> unreadable() {
    return List.of(
        json("{'answers':'a'}"),
        json("{'answers':[]}"),
        json("{'answers':['a','b']}"),
        json("{'answers':['z']}"),
        json("{'answers':[1]}"),
        json("{'answers':[null]}"),
        json("{'answer':'a'}"));
  }

  @Test
  void of_several_right_answers_all_and_only_these_must_be_chosen() {
    assertTrue(type().done(MANY, json("{'answers':['b','a']}")));
    assertFalse(type().done(MANY, json("{'answers':['a']}")));
    assertFalse(type().done(MANY, json("{'answers':['a','b','c']}")));
    assertFalse(type().done(MANY, json("{'answers':[]}")));
  }

  @Test
  void each_answer_needs_its_label_and_its_reason() {
    assertTrue(type().words(item()).needed().containsAll(List.of("answers.a", "rationale.c")));
  }
}
