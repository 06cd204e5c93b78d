package org.kadam.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kadam.assessment.Taken;
import org.kadam.assessment.Taken.How;
import org.kadam.it.Caller;
import org.kadam.it.Kadam;

/** KNT-001 is an ASHA in the first area of Kanti; KNT-F1 is her facilitator. */
class FlagsIT {

  private static Caller worker;
  private static Caller helper;
  private static String offer;

  /** She finds most tasks hard, so the rule for practice makes her an offer. */
  @BeforeAll
  static void an_offer_is_made() {
    worker = Caller.as("KNT-001");
    helper = Caller.as("KNT-F1");
    Taken taken = Taken.by(worker);
    List<JsonObject> events = new ArrayList<>();
    for (String item : taken.items()) {
      events.add(taken.answer(item, events.size() < 3 ? How.ALONE : How.NOT_DONE));
    }
    events.add(taken.finish());
    taken.send(events);
    Taken.await("an offer to practise", () -> find(worker, "skill") != null);
    offer = find(worker, "skill").getString("id");
  }

  @BeforeEach
  void as_it_was_offered() throws SQLException {
    try (Connection database = Kadam.database();
        PreparedStatement anew =
            database.prepareStatement(
                "update flag set state = 'offered', note = null, answered_at = null,"
                    + " decided_at = null, decided_by = null, decision_reason = null"
                    + " where id = ?")) {
      anew.setObject(1, UUID.fromString(offer));
      assertEquals(1, anew.executeUpdate());
    }
  }

  private static List<JsonObject> flags(Caller caller) {
    Caller.Answer answer = caller.get("/api/flags");
    assertEquals(200, answer.status(), answer.text());
    return answer.json().getJsonArray("flags").getValuesAs(JsonObject.class);
  }

  private static JsonObject find(Caller caller, String kind) {
    return flags(caller).stream()
        .filter(flag -> flag.getString("kind").equals(kind) && !flag.containsKey("worker"))
        .findFirst()
        .orElse(null);
  }

  private static boolean sees(Caller caller, String flag) {
    return flags(caller).stream().anyMatch(f -> f.getString("id").equals(flag));
  }

  private static Caller.Answer answer(Caller caller, String flag, String answer) {
    return caller.post("/api/flags/" + flag + "/answer", "{\"answer\":\"" + answer + "\"}");
  }

  private static Caller.Answer undo(Caller caller) {
    return caller.post("/api/flags/" + offer + "/undo", "");
  }

  private static Caller.Answer decide(Caller caller, String decision) {
    return caller.post("/api/flags/" + offer + "/decision", "{\"decision\":\"" + decision + "\"}");
  }

  private static void problem(int status, String kind, Caller.Answer answer) {
    assertEquals(status, answer.status(), answer.text());
    assertEquals(kind, answer.problem());
  }

  private static String state() {
    return find(worker, "skill").getString("state");
  }

  @Test
  @DisplayName(
      "The worker sees her offer first, as a question, with dated reasons in three languages")
  void worker_sees_the_reason() {
    JsonObject flag = find(worker, "skill");
    assertEquals("offered", flag.getString("state"));
    assertEquals("skill", flag.getString("rule"));
    assertEquals(1, flag.getInt("version"));
    JsonObject reason = flag.getJsonObject("reason");
    List<JsonObject> facts = reason.getJsonArray("facts").getValuesAs(JsonObject.class);
    assertTrue(facts.size() >= 3, reason.toString());
    for (String language : List.of("en", "hi", "lo")) {
      assertTrue(reason.getJsonObject("title").getString(language).endsWith("?"));
      for (JsonObject fact : facts) {
        assertFalse(fact.getJsonObject("text").getString(language).contains("{"));
        assertFalse(fact.getJsonObject("source").getString(language).isBlank());
        assertTrue(fact.getString("date").matches("20[0-9]{2}-[0-9]{2}-[0-9]{2}"));
      }
    }
    assertFalse(reason.toString().contains("0."), "no probability is told");
    assertFalse(sees(helper, offer));
  }

  @Test
  @DisplayName("After her yes her helper sees it with her name, and confirms it")
  void accepted_and_confirmed() {
    Caller.Answer yes =
        worker.post(
            "/api/flags/" + offer + "/answer",
            "{\"answer\":\"accept\",\"note\":\" शाम को, घर पर \"}");
    assertEquals(204, yes.status(), yes.text());
    JsonObject seen =
        flags(helper).stream()
            .filter(f -> f.getString("id").equals(offer))
            .findFirst()
            .orElseThrow();
    assertEquals("accepted", seen.getString("state"));
    assertEquals("KNT-001", seen.getJsonObject("worker").getString("code"));
    assertFalse(seen.getJsonObject("worker").getString("name").isBlank());
    assertEquals("शाम को, घर पर", seen.getString("note"));
    assertEquals(204, decide(helper, "confirm").status());
    assertEquals(204, decide(helper, "confirm").status());
    assertEquals("confirmed", state());
    problem(409, "conflict", decide(helper, "wrong"));
    problem(409, "conflict", undo(worker));
    problem(409, "conflict", answer(worker, offer, "decline"));
  }

  @Test
  @DisplayName("She takes her yes back before the decision, and the helper sees nothing any more")
  void undo_before_the_decision() {
    assertEquals(204, answer(worker, offer, "accept").status());
    assertTrue(sees(helper, offer));
    assertEquals(204, undo(worker).status());
    assertEquals("offered", state());
    assertFalse(sees(helper, offer));
    problem(404, "not-found", decide(helper, "confirm"));
  }

  @ParameterizedTest(name = "After {0} nobody above her sees anything")
  @ValueSource(strings = {"decline", "contest"})
  void a_no_is_hers_alone(String no) {
    assertEquals(204, answer(worker, offer, no).status());
    assertEquals(no.equals("decline") ? "declined" : "contested", state());
    for (String code : List.of("KNT-F1", "KNT-B1", "KNT-F2", "KNT-L1", "MSH-F1")) {
      assertFalse(sees(Caller.as(code), offer), code);
      problem(404, "not-found", decide(Caller.as(code), "confirm"));
    }
    problem(409, "conflict", answer(worker, offer, "accept"));
    assertEquals(204, undo(worker).status());
    assertEquals(204, answer(worker, offer, "accept").status());
  }

  @ParameterizedTest(name = "{0} is of another place or department and can neither see nor decide")
  @ValueSource(strings = {"KNT-F2", "KNT-L1", "MSH-F1", "HXY-H1"})
  void other_helpers(String code) {
    assertEquals(204, answer(worker, offer, "accept").status());
    Caller other = Caller.as(code);
    assertFalse(sees(other, offer));
    problem(404, "not-found", decide(other, "confirm"));
    problem(404, "not-found", answer(other, offer, "decline"));
    assertEquals("accepted", state());
  }

  @Test
  @DisplayName(
      "The block's community mobiliser helps the whole block's health workers, and sees it")
  void helper_of_the_block() {
    assertEquals(204, answer(worker, offer, "accept").status());
    assertTrue(sees(Caller.as("KNT-B1"), offer));
  }

  @ParameterizedTest(name = "{0} is no worker and no helper: 403")
  @ValueSource(strings = {"MZF-D1", "MZF-D2", "MZF-T1", "KADAM-A1", "BKO-D1"})
  void neither_worker_nor_helper(String code) {
    assertEquals(204, answer(worker, offer, "accept").status());
    Caller other = Caller.as(code);
    problem(403, "forbidden", other.get("/api/flags"));
    problem(403, "forbidden", decide(other, "confirm"));
    problem(404, "not-found", answer(other, offer, "decline"));
    assertEquals("accepted", state());
  }

  @Test
  @DisplayName("A worker decides nothing, neither her own nor a colleague's")
  void workers_do_not_decide() {
    Caller colleague = Caller.as("KNT-017");
    assertEquals(204, answer(worker, offer, "accept").status());
    problem(403, "forbidden", decide(worker, "confirm"));
    problem(403, "forbidden", decide(colleague, "confirm"));
    problem(404, "not-found", answer(colleague, offer, "decline"));
    problem(404, "not-found", colleague.post("/api/flags/" + offer + "/undo", ""));
    assertFalse(sees(colleague, offer));
    assertEquals("accepted", state());
  }

  @Test
  @DisplayName("An id that is nobody's and an id that is none are answered alike")
  void unknown_ids() {
    problem(404, "not-found", answer(worker, UUID.randomUUID().toString(), "accept"));
    problem(404, "not-found", answer(worker, "not-an-id", "accept"));
    problem(404, "not-found", answer(worker, "1%20or%201=1", "accept"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"answer\":\"maybe\"}",
        "{\"answer\":null}",
        "{\"answer\":\"accept\",\"note\":\"a\\u0000b\"}",
        "{\"answer\":\"accept\",\"note\":\"\\u202Etxt\"}",
        "[]",
        "not json",
        ""
      })
  @DisplayName("An answer that is none changes nothing and says what is wrong")
  void bad_answers(String body) {
    problem(400, "invalid", worker.post("/api/flags/" + offer + "/answer", body));
    assertEquals("offered", state());
  }

  @Test
  @DisplayName("A note has at most five hundred characters")
  void long_notes() {
    Caller.Answer answer =
        worker.post(
            "/api/flags/" + offer + "/answer",
            "{\"answer\":\"accept\",\"note\":\"" + "क".repeat(501) + "\"}");
    problem(400, "invalid", answer);
    assertEquals("note", answer.json().getString("field"));
    assertFalse(answer.text().contains("क"), "the value is not told again");
    assertEquals("offered", state());
  }

  @Test
  @DisplayName("A page that we never gave out is refused")
  void bad_cursor() {
    problem(400, "invalid", helper.get("/api/flags?after=abc"));
  }

  @Test
  @DisplayName("Without a sign-in: 401, as a problem and never a redirect")
  void stranger() {
    Caller nobody = Caller.stranger();
    problem(401, "signed-out", nobody.get("/api/flags"));
    problem(401, "signed-out", answer(nobody, offer, "accept"));
  }

  @Test
  @DisplayName("A shared phone is a fact, and makes an offer by itself")
  void device_fact() {
    Caller sharing = Caller.as("MSH-001");
    Taken.await("an offer about the phone", () -> find(sharing, "device") != null);
    JsonObject flag = find(sharing, "device");
    assertEquals("device", flag.getString("rule"));
    assertEquals(1, flag.getJsonObject("reason").getJsonArray("facts").size());
    assertFalse(sees(Caller.as("MSH-F1"), flag.getString("id")));
  }
}
