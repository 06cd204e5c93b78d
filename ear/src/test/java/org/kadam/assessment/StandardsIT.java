package org.kadam.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.kadam.assessment.Taken.How;
import org.kadam.it.Caller;
import org.kadam.it.Kadam;

class StandardsIT {

  private static final String ADDRESS = "/api/standards";
  private static final List<Double> WANTED = List.of(-1.2, -.3, 1.1);

  private static String before;

  /** The tests that come after find the form that they know, and nothing set. */
  @AfterAll
  static void as_it_was() throws SQLException {
    try (Connection connection = Kadam.database();
        Statement statement = connection.createStatement()) {
      statement.execute("delete from standard");
      statement.execute("update published_version set current = false where kind = 'form'");
      statement.execute(
          "update published_version set current = true where kind = 'form'"
              + " and manifest ->> 'structure' = '"
              + before
              + "'");
    }
  }

  private static String published(Caller caller) {
    return caller
        .get("/api/courses")
        .json()
        .getJsonObject("assessment")
        .getJsonObject("structure")
        .getString("hash");
  }

  private static String ratings(JsonObject difficulties, double away) {
    var items = Json.createObjectBuilder();
    difficulties.forEach(
        (item, scaled) -> {
          var shares = Json.createArrayBuilder();
          double b = ((JsonNumber) scaled).doubleValue() / 10_000;
          WANTED.forEach(cut -> shares.add(Math.round(100 / (1 + Math.exp(b - cut - away)))));
          items.add(item, shares);
        });
    return Json.createObjectBuilder().add("items", items).build().toString();
  }

  /** Her attempt with everything done by herself, as it is shown to her. */
  private static JsonObject taken(String code) {
    Taken taken = Taken.by(Caller.as(code));
    List<JsonObject> events = new ArrayList<>();
    taken.items().forEach(item -> events.add(taken.answer(item, How.ALONE)));
    events.add(taken.finish());
    taken.send(events);
    Taken.await("the result", () -> taken.shown() != null && taken.shown().containsKey("level"));
    return taken.shown();
  }

  @Test
  @DisplayName(
      "A panel judges, its cuts are shown with their spread and set; then levels are not provisional")
  void angoff() {
    Caller trainer = Caller.as("MZF-T1");
    before = published(trainer);
    assertTrue(trainer.get(ADDRESS).json().getBoolean("provisional"));
    assertTrue(taken("KNT-034").getBoolean("provisional"));
    Caller.Answer begun =
        trainer.post(
            ADDRESS, "{\"heldOn\":\"2026-01-15\",\"panel\":\"Three trainers, two facilitators\"}");
    assertEquals(200, begun.status(), begun.text());
    String one = ADDRESS + "/" + begun.json().getString("id");
    JsonObject difficulties = Taken.by(trainer).plan().getJsonObject("difficulty");
    double[] away = {-.2, -.1, 0, .1, .2};
    for (int judge = 1; judge <= 5; judge++) {
      assertEquals(
          409, trainer.post(one + "/set", "").status(), judge - 1 + " judges are no panel");
      Caller.Answer rated =
          trainer.put(one + "/judges/" + judge, ratings(difficulties, away[judge - 1]));
      assertEquals(204, rated.status(), rated.text());
    }
    for (String wrong :
        List.of(
            "{\"items\":{\"no-such-item\":[1,2,3]}}",
            "{\"items\":{\"data-off\":[1,2]}}",
            "{\"items\":{\"data-off\":[50,40,60]}}",
            "{\"items\":{\"data-off\":[50,60,101]}}")) {
      assertEquals(400, trainer.put(one + "/judges/6", wrong).status(), wrong);
    }
    assertEquals(400, trainer.put(one + "/judges/31", "{\"items\":{}}").status());
    JsonObject sitting = trainer.get(one).json();
    assertEquals("", sitting.getString("trouble"));
    assertEquals(5, sitting.getJsonArray("judges").size());
    assertEquals(difficulties.size(), sitting.getJsonArray("rated").size());
    JsonArray cuts = sitting.getJsonArray("cuts");
    for (int cut = 0; cut < WANTED.size(); cut++) {
      JsonObject told = cuts.getJsonObject(cut);
      assertEquals(WANTED.get(cut), told.getJsonNumber("at").doubleValue(), .03);
      assertEquals(.158, told.getJsonNumber("spread").doubleValue(), .03);
    }
    assertEquals(before, published(trainer), "proposed is not set");
    assertEquals(403, Caller.as("MZF-D1").post(one + "/set", "").status());
    assertEquals(204, trainer.post(one + "/set", "").status());
    String after = published(trainer);
    assertNotEquals(before, after);
    JsonArray planned = Taken.by(trainer).plan().getJsonArray("cuts");
    for (int cut = 0; cut < WANTED.size(); cut++) {
      assertEquals(WANTED.get(cut), planned.getJsonNumber(cut).doubleValue() / 10_000, .03);
    }
    assertFalse(trainer.get(ADDRESS).json().getBoolean("provisional"));
    assertFalse(taken("KNT-036").getBoolean("provisional"));
    assertEquals(409, trainer.post(one + "/set", "").status());
    assertEquals(409, trainer.put(one + "/judges/1", "{\"items\":{}}").status());
  }
}
