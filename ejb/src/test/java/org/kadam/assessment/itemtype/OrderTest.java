package org.kadam.assessment.itemtype;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.kadam.assessment.itemtype.ItemTypeContract.json;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OrderTest implements ItemTypeContract {

  @Override
  public ItemType type() {
    return new Order();
  }

  @Override
  public JsonObject item() {
    return json("{'id':'an-item','type':'order','steps':['a','b','c']}");
  }

  @Override
  public List<JsonObject> right() {
    return List.of(json("{'order':['a','b','c']}"));
  }

  @Override
  public List<JsonObject> wrong() {
    return List.of(json("{'order':['a','c','b']}"), json("{'order':['c','b','a']}"));
  }

  @Override
  public List<JsonObject> unreadable() {
    return List.of(
        json("{'order':'a'}"),
        json("{'order':['a','b']}"),
        json("{'order':['a','b','b']}"),
        json("{'order':['a','b','c','a']}"),
        json("{'order':['a','b','z']}"),
        json("{'order':['a','b',3]}"));
  }

  @Test
  void its_reasons_are_one_for_the_right_order_and_one_for_any_other() {
    var words = type().words(item());
    assertEquals(
        Set.of("title", "steps.a", "steps.b", "steps.c", "rationale.right", "rationale.other"),
        words.needed());
    assertEquals(Set.of("lead", "feedback.right", "feedback.other"), words.possible());
  }
}
