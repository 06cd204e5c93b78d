package org.kadam.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.kadam.it.Kadam.ask;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kadam.assessment.Taken;
import org.kadam.it.Caller;
import org.kadam.it.Caller.Answer;
import org.kadam.it.Kadam;
import org.kadam.it.Phone;

@DisplayName("A worker on her helper's device")
class HelpedIT {

  private static final JsonObject MODULE =
      Json.createObjectBuilder()
          .add("course", "whatsapp-at-work")
          .add("module", "right-group")
          .build();

  private static String id(String code) {
    return ask("select id::text from worker where code = ?", code);
  }

  private static String device(Caller caller) {
    return "{\"device\":\"%s\",\"publicKey\":{\"kty\":\"EC\"}}".formatted(UUID.randomUUID());
  }

  private static List<String> told(Answer answer) {
    assertEquals(200, answer.status(), answer.text());
    return answer.json().getJsonArray("results").getValuesAs(JsonObject.class).stream()
        .map(result -> result.getString("status") + " " + result.getString("reason", ""))
        .map(String::strip)
        .toList();
  }

  /** The event as her phone's clock would have said it at another time. */
  private static JsonObject at(JsonObject event, Instant when) {
    return Json.createObjectBuilder(event).add("at", when.toString()).build();
  }

  @Test
  @DisplayName("What she does there is hers, marked as done with help, signed or sealed")
  void isHers() {
    Caller helper = Caller.as("KNT-F2");
    String her = id("KNT-016");
    Phone device = Phone.helped(helper, her);
    JsonObject signed = device.event("module.started", MODULE);
    JsonObject sealed = device.event("module.finished", MODULE);
    assertEquals(List.of("accepted"), told(device.send(helper, List.of(signed))));
    assertEquals(
        List.of("accepted"), told(device.sendSealed(helper, List.of(device.sealed(sealed)))));
    for (JsonObject event : List.of(signed, sealed)) {
      String kept = "select worker_id || ' ' || source from event where id::text = ?";
      assertEquals(her + " helped", ask(kept, event.getString("id")));
    }
    Taken.await(
        "her module is finished",
        () ->
            helper
                .get("/api/helped/" + her + "/progress")
                .json()
                .getJsonArray("modules")
                .getValuesAs(JsonObject.class)
                .stream()
                .anyMatch(
                    module ->
                        module.getString("module").equals("right-group")
                            && module.containsKey("finishedAt")));
    assertEquals(
        "1", ask("select count(*) from look where why = 'helped' and worker_id::text = ?", her));
  }

  @Test
  @DisplayName("Once it is ended only what was done before is taken, and her progress is closed")
  void ended() {
    Caller helper = Caller.as("KNT-F2");
    String her = id("KNT-026");
    Phone device = Phone.helped(helper, her);
    JsonObject before = device.event("module.started", MODULE);
    assertEquals(204, helper.post("/api/helped/" + her + "/end", "").status());
    assertEquals(404, helper.get("/api/helped/" + her + "/progress").status());
    JsonObject later =
        at(device.event("module.finished", MODULE), Instant.now().plus(Duration.ofMinutes(1)));
    assertEquals(List.of("accepted"), told(device.send(helper, List.of(before))));
    ended(her);
    assertEquals(List.of("quarantined help-ended"), told(device.send(helper, List.of(later))));
    staysAside(later.getString("id"));
    assertEquals(
        "1",
        ask("select count(*)::text from event_id where id::text = ?", before.getString("id")),
        "What is in stays in");
  }

  /** An administrator who lets it in again does not make it work of the worker's own. */
  private static void staysAside(String event) {
    String kept = ask("select id::text from quarantine where event_id::text = ?", event);
    Answer again = Caller.as("KADAM-A1").post("/api/quarantine/" + kept + "/readmit", "");
    assertEquals(200, again.status(), again.text());
    assertEquals("help-ended", again.json().getString("reason"));
    assertEquals("0", ask("select count(*)::text from event_id where id::text = ?", event));
  }

  /** Lets the end lie an hour back, so that the slack for clocks is over. */
  private static void ended(String worker) {
    try (Connection connection = Kadam.database();
        PreparedStatement back =
            connection.prepareStatement(
                "update helped_phone set since = since - interval '1 hour',"
                    + " until = until - interval '1 hour'"
                    + " where key_id in (select id from phone_key where worker_id::text = ?)")) {
      back.setString(1, worker);
      assertTrue(back.executeUpdate() > 0);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  @DisplayName("A phone of her own that she gets later vouches for itself, not with help")
  void ownPhone() {
    Caller her = Caller.as("KNT-018");
    Phone.helped(Caller.as("KNT-F2"), id("KNT-018"));
    Phone own = Phone.of(her);
    JsonObject event = own.event("module.started", MODULE);
    assertEquals(List.of("accepted"), told(own.send(her, List.of(event))));
    assertEquals("key", ask("select source from event where id::text = ?", event.getString("id")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"KNT-001", "KNT-050", "MSH-001", "HXY-007", "KNT-F2", "KNT-B1"})
  @DisplayName("No helper opens it for somebody who is not hers, nor for herself")
  void notHers(String code) {
    Caller helper = Caller.as("KNT-F2");
    String path = "/api/helped/" + id(code);
    Answer nobody = helper.post("/api/helped/" + UUID.randomUUID() + "/phones", device(helper));
    for (Answer answer :
        List.of(
            helper.post(path + "/phones", device(helper)),
            helper.post(path + "/end", ""),
            helper.get(path + "/progress"))) {
      assertEquals(404, answer.status(), code);
      assertEquals(nobody.text(), answer.text());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"KNT-017", "MZF-D1", "MZF-T1", "KADAM-A1"})
  @DisplayName("Only helpers open it: an administrator neither")
  void onlyHelpers(String code) {
    Caller caller = Caller.as(code);
    String path = "/api/helped/" + id("KNT-016");
    assertEquals(403, caller.post(path + "/phones", device(caller)).status());
    assertEquals(403, caller.post(path + "/end", "").status());
    assertEquals(403, caller.get(path + "/progress").status());
  }

  @Test
  @DisplayName("The helper stays herself: nothing of the worker's is open to her besides")
  void staysHerself() {
    Caller helper = Caller.as("KNT-F2");
    Phone.helped(helper, id("KNT-024"));
    assertEquals("KNT-F2", helper.get("/api/me").json().getString("code"));
    Answer notAKey = helper.post("/api/helped/" + id("KNT-024") + "/phones", device(helper));
    assertEquals(400, notAKey.status());
    assertFalse(notAKey.text().contains("KNT-024"));
    assertEquals(
        401, Caller.stranger().post("/api/helped/" + UUID.randomUUID() + "/end", "").status());
  }
}
