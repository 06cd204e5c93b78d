package org.kadam.assessment.itemtype;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.kadam.assessment.itemtype.ItemTypeContract.json;

import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

class MatchTest implements ItemTypeContract {

  @Override
  public ItemType type() {
    return new Match();
  }

  @Override
  public JsonObject item() {
    return json(
        "{'id':'an-item','type':'match','places':['here','there'],'things':["
            + "{'id':'a','place':'here'},{'id':'b','place':'there'},{'id':'c','place':'here'}]}");
  }

  @Override
  public List<JsonObject> right() {
    return List.of(json("{'places':{'c':'here','b':'there','a':'here'}}"));
  }

  @Override
  public List<JsonObject> wrong() {
    return List.of(
        json("{'places':{'a':'here','b':'here','c':'here'}}"),
        json("{'places':{'a':'there','b':'here','c':'there'}}"));
  }

  @Override
  public List<JsonObject> unreadable() {
    return List.of(
        json("{'places':['here']}"),
        json("{'places':{'a':'here','b':'there'}}"),
        json("{'places':{'a':'here','b':'there','c':'nowhere'}}"),
        json("{'places':{'a':'here','b':'there','c':1}}"),
        json("{'places':{'a':'here','b':'there','c':'here','d':'here'}}"));
  }

  @Test
  void each_thing_has_its_reason() {
    var words = type().words(item());
    assertTrue(words.needed().containsAll(List.of("rationale.a", "rationale.b", "rationale.c")));
    assertTrue(words.possible().contains("feedback.a"));
  }
}
