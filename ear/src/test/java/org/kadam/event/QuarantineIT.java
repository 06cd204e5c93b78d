package org.kadam.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kadam.it.Caller;
import org.kadam.it.Kadam;
import org.kadam.it.Phone;

/** What could not be accepted, and its way back. */
class QuarantineIT {

  private static Caller worker;
  private static Caller admin;
  private static Phone phone;

  @BeforeAll
  static void sign_in() {
    worker = Caller.as("KNT-021");
    admin = Caller.as("KADAM-A1");
    phone = Phone.of(worker);
  }

  private static JsonObject step(String module) {
    return phone.event(
        "module.started",
        Json.createObjectBuilder().add("course", "whatsapp-at-work").add("module", module).build());
  }

  private static String reason(Caller.Answer answer) {
    return answer.json().getJsonArray("results").getJsonObject(0).getString("reason");
  }

  private static JsonObject page(String query) {
    Caller.Answer answer = admin.get("/api/quarantine" + query);
    assertEquals(200, answer.status(), answer.text());
    return answer.json();
  }

  private static List<JsonObject> entries(JsonObject page) {
    return page.getJsonArray("entries").getValuesAs(JsonObject.class);
  }

  /** The number under which an event is kept. */
  private static long kept(JsonObject event) throws SQLException {
    return number("select id from quarantine where event_id = ?", event.getString("id"));
  }

  private static long number(String sql, String uuid) throws SQLException {
    try (Connection connection = Kadam.database();
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setObject(1, UUID.fromString(uuid));
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? row.getLong(1) : -1;
      }
    }
  }

  private static void rename(String from, String to) throws SQLException {
    try (Connection connection = Kadam.database();
        PreparedStatement update =
            connection.prepareStatement("update phone_key set id = ? where id = ?")) {
      update.setObject(1, UUID.fromString(to));
      update.setObject(2, UUID.fromString(from));
      assertEquals(1, update.executeUpdate());
    }
  }

  private static JsonObject readmit(long id) {
    Caller.Answer answer = admin.post("/api/quarantine/" + id + "/readmit", "");
    assertEquals(200, answer.status(), answer.text());
    return answer.json();
  }

  @Test
  void what_was_sealed_by_a_key_that_is_found_again_is_let_in_as_if_it_had_just_come()
      throws Exception {
    JsonObject event = step("found-again");
    String elsewhere = UUID.randomUUID().toString();
    Instant sentAt = Instant.now().minus(Duration.ofDays(400));
    rename(phone.key(), elsewhere);
    byte[] batch = phone.sealedBatch(List.of(phone.sealed(event)), sentAt);
    assertEquals("unknown-key", reason(worker.post("/api/events", "application/json", batch)));
    long id = kept(event);
    assertEquals("unknown-key", readmit(id).getString("reason"), "the key is still away");
    assertEquals(id, kept(event));
    rename(elsewhere, phone.key());
    JsonObject result = readmit(id);
    assertEquals("accepted", result.getString("status"));
    assertEquals(event.getString("id"), result.getString("id"));
    assertEquals(-1, kept(event), "it is kept no longer");
    assertEquals(404, admin.get("/api/quarantine/" + id).status());
    assertEquals(
        1,
        number(
            "select count(*) from event where worker_id = '%s' and id = ? and source = 'key'"
                    .formatted(phone.worker())
                + " and sent_at < now() - interval '399 days'",
            event.getString("id")));
  }

  @Test
  void what_cannot_be_accepted_stays_with_its_reason() throws Exception {
    JsonObject first = step("stays");
    phone.send(worker, List.of(first));
    JsonObject altered = Json.createObjectBuilder(first).add("seq", 77_777).build();
    assertEquals("altered", reason(phone.send(worker, List.of(altered))));
    JsonObject broken = Json.createObjectBuilder(step("stays")).add("v", 0).build();
    assertEquals("bad-v", reason(phone.send(worker, List.of(broken))));
    JsonObject unreadable = step("stays");
    byte[] nothing = new byte[40];
    String box = phone.sealed(unreadable.getString("id"), nothing);
    assertEquals("sealed-unreadable", reason(phone.sendSealed(worker, List.of(box))));
    JsonObject forged = step("stays");
    byte[] batch = phone.batch(List.of(forged));
    String other = phone.signature(phone.batch(List.of()));
    assertEquals(
        "bad-signature",
        reason(
            worker.post(
                "/api/events",
                "application/json",
                batch,
                "Kadam-Key",
                phone.key(),
                "Kadam-Signature",
                other)));
    for (JsonObject event : List.of(altered, broken, unreadable, forged)) {
      long id = kept(event);
      String reason =
          admin.get("/api/quarantine/" + id).json().getJsonObject("entry").getString("reason");
      JsonObject result = readmit(id);
      assertEquals("quarantined", result.getString("status"));
      assertEquals(reason, result.getString("reason"));
      assertEquals(id, kept(event));
    }
  }

  @Test
  void it_is_listed_without_content_by_pages_and_by_reason() throws Exception {
    List<JsonObject> events = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      events.add(Json.createObjectBuilder(step("listed")).add("seq", -1).build());
    }
    phone.send(worker, events);
    JsonObject first = page("?reason=bad-seq");
    assertEquals(50, entries(first).size());
    JsonObject rest = page("?reason=bad-seq&after=" + first.getInt("next"));
    assertTrue(entries(rest).size() >= 10);
    long last = entries(first).get(49).getInt("id");
    for (JsonObject entry : entries(rest)) {
      assertEquals("bad-seq", entry.getString("reason"));
      assertTrue(entry.getInt("id") < last);
    }
    JsonObject entry = entries(first).get(0);
    assertEquals("module.started", entry.getString("type"));
    assertEquals(1, entry.getInt("version"));
    assertEquals("KNT-021", entry.getString("claimedWorker"));
    assertFalse(entry.containsKey("raw"));
    assertTrue(first.getJsonObject("reasons").getInt("bad-seq") >= 60);
    JsonObject one = admin.get("/api/quarantine/" + entry.getInt("id")).json();
    assertEquals(entry, one.getJsonObject("entry"));
    assertTrue(one.getString("raw").contains("\"listed\""));
    assertTrue(
        Duration.between(Instant.parse(one.getString("sentAt")), Instant.now()).toMinutes() < 10);
    assertEquals(0, entries(page("?reason=none-such")).size());
  }

  @Test
  void nobody_but_an_administrator_looks_or_lets_in() throws Exception {
    JsonObject broken = Json.createObjectBuilder(step("closed")).add("v", 0).build();
    phone.send(worker, List.of(broken));
    long id = kept(broken);
    for (String code : List.of("KNT-021", "KNT-F2", "MZF-T1", "MZF-D1", "MZF-D2")) {
      Caller caller = Caller.as(code);
      assertEquals("forbidden", caller.get("/api/quarantine").problem(), code);
      assertEquals("forbidden", caller.get("/api/quarantine/" + id).problem(), code);
      assertEquals(
          "forbidden", caller.post("/api/quarantine/" + id + "/readmit", "").problem(), code);
    }
    assertEquals("signed-out", Caller.stranger().get("/api/quarantine").problem());
    assertEquals("not-found", admin.get("/api/quarantine/999999999").problem());
    assertEquals("not-found", admin.post("/api/quarantine/999999999/readmit", "").problem());
  }
}
