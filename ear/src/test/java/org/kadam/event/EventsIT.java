package org.kadam.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kadam.it.Caller;
import org.kadam.it.Kadam;
import org.kadam.it.Phone;

class EventsIT {

  private static final String JSON = "application/json";

  /** The lock of decision 10. */
  private static final long GATE = 0x4b61_6461_6d02L;

  private static Caller worker;
  private static Caller colleague;
  private static Phone phone;

  @BeforeAll
  static void sign_in() {
    // Two of whom the demo has no past, so that what is here of them is the tests' own.
    worker = Caller.as("KNT-B1");
    colleague = Caller.as("KNT-L1");
    phone = Phone.of(worker);
  }

  private static JsonObject step(String type, String module) {
    return phone.event(
        type,
        Json.createObjectBuilder().add("course", "whatsapp-at-work").add("module", module).build());
  }

  private static JsonObject card(String module, String card) {
    return phone.event(
        "card.done",
        Json.createObjectBuilder()
            .add("course", "whatsapp-at-work")
            .add("module", module)
            .add("card", card)
            .add("outcome", Json.createObjectBuilder().add("answer", "wait"))
            .build());
  }

  private static JsonObject with(JsonObject event, String key, JsonValue value) {
    return Json.createObjectBuilder(event).add(key, value).build();
  }

  /** What became of each event: its status, and the reason after a colon. */
  private static List<String> results(Caller.Answer answer) {
    assertEquals(200, answer.status(), answer.text());
    return answer.json().getJsonArray("results").getValuesAs(JsonObject.class).stream()
        .map(
            r ->
                r.getString("status")
                    + (r.containsKey("reason") ? ":" + r.getString("reason") : ""))
        .toList();
  }

  private static List<String> unsigned(Caller caller, List<JsonObject> events) {
    return results(caller.post("/api/events", JSON, phone.batch(events)));
  }

  private static JsonObject progress(Caller caller) {
    return caller.get("/api/me/progress").json();
  }

  private static JsonObject module(Caller caller, String module) {
    return progress(caller).getJsonArray("modules").getValuesAs(JsonObject.class).stream()
        .filter(m -> m.getString("module").equals(module))
        .findFirst()
        .orElse(JsonValue.EMPTY_JSON_OBJECT);
  }

  /** Waits for the projection, which follows a moment after the intake. */
  private static void until(Supplier<Boolean> done) throws InterruptedException {
    Instant end = Instant.now().plus(Duration.ofSeconds(60));
    while (!done.get()) {
      assertTrue(Instant.now().isBefore(end), "The projection did not follow");
      Thread.sleep(200);
    }
  }

  private static long count(String sql, Object value) throws SQLException {
    try (Connection connection = Kadam.database();
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setObject(1, value);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  private static long stored(JsonObject event) throws SQLException {
    return count("select count(*) from event where id = ?", UUID.fromString(event.getString("id")));
  }

  private static long aside(JsonObject event, String reason) throws SQLException {
    return count(
        "select count(*) from quarantine where reason = '" + reason + "' and event_id = ?",
        UUID.fromString(event.getString("id")));
  }

  @Test
  void an_event_is_accepted_once_and_known_afterwards() throws Exception {
    JsonObject event = step("module.started", "once");
    long before = progress(worker).getInt("events");
    assertEquals(List.of("accepted"), results(phone.send(worker, List.of(event))));
    assertEquals(List.of("known"), results(phone.send(worker, List.of(event))));
    assertEquals(List.of("known", "known"), results(phone.send(worker, List.of(event, event))));
    assertEquals(1, stored(event));
    assertEquals(before + 1, progress(worker).getInt("events"));
  }

  @Test
  void the_same_id_with_other_content_is_quarantined_and_changes_nothing() throws Exception {
    JsonObject event = step("module.started", "first");
    JsonObject altered = with(event, "body", step("module.started", "second").get("body"));
    assertEquals(
        List.of("accepted", "quarantined:altered"),
        results(phone.send(worker, List.of(event, altered))));
    assertEquals(List.of("quarantined:altered"), results(phone.send(worker, List.of(altered))));
    assertEquals(1, stored(event));
    assertEquals(1, aside(event, "altered"), "the same thing is kept once");
    assertEquals(
        1,
        count(
            "select count(*) from event where body->>'module' = 'first' and id = ?",
            UUID.fromString(event.getString("id"))));
  }

  @Test
  void a_signed_batch_counts_for_the_key_whoever_is_signed_in() throws Exception {
    JsonObject event = step("module.started", "carried");
    long before = progress(colleague).getInt("events");
    assertEquals(List.of("accepted"), results(phone.send(colleague, List.of(event))));
    assertEquals(before, progress(colleague).getInt("events"));
    until(() -> module(worker, "carried").containsKey("startedAt"));
    assertTrue(module(colleague, "carried").isEmpty());
  }

  @Test
  void without_a_signature_only_ones_own_events_are_taken() throws Exception {
    JsonObject event = step("module.started", "not-hers");
    JsonObject own = with(event, "worker", Json.createValue(Phone.of(colleague).worker()));
    Caller.Answer refused = colleague.post("/api/events", JSON, phone.batch(List.of(own, event)));
    assertEquals(403, refused.status(), "the phone keeps it, and sends it signed or as hers");
    assertEquals(0, stored(event));
    assertEquals(0, aside(event, "not-yours"));
    assertEquals(List.of("accepted"), unsigned(worker, List.of(event)));
  }

  @Test
  void a_key_is_not_registered_for_who_has_signed_in_meanwhile() {
    String phone =
        "{'device':'%s','worker':'%s','publicKey':{'kty':'EC','crv':'P-256','x':'%s','y':'%s'}}"
            .formatted(
                UUID.randomUUID(),
                Phone.of(worker).worker(),
                "MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4",
                "4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM")
            .replace('\'', '"');
    assertEquals(403, colleague.post("/api/phones", phone).status());
    assertEquals(200, worker.post("/api/phones", phone).status());
  }

  @Test
  void a_key_vouches_for_its_own_worker_alone() throws Exception {
    JsonObject claimed =
        with(
            step("module.started", "claimed"),
            "worker",
            Json.createValue(Phone.of(colleague).worker()));
    assertEquals(List.of("quarantined:not-yours"), results(phone.send(worker, List.of(claimed))));
    assertEquals(0, stored(claimed));
  }

  @Test
  void a_signature_that_does_not_hold_vouches_for_nothing() throws Exception {
    JsonObject event = step("module.started", "forged");
    byte[] batch = phone.batch(List.of(event));
    byte[] other = phone.batch(List.of());
    assertEquals(
        List.of("quarantined:bad-signature"), signed(batch, phone.key(), phone.signature(other)));
    assertEquals(List.of("quarantined:bad-signature"), signed(batch, phone.key(), "x"));
    assertEquals(
        List.of("quarantined:bad-signature"),
        signed(batch, Phone.of(colleague).key(), phone.signature(batch)));
    String unknown = UUID.randomUUID().toString();
    assertEquals(
        List.of("quarantined:unknown-key"), signed(batch, unknown, phone.signature(batch)));
    assertEquals(
        List.of("quarantined:unknown-key"), signed(batch, "no-uuid", phone.signature(batch)));
    assertEquals(0, stored(event));
    assertEquals(List.of("accepted"), signed(batch, phone.key(), phone.signature(batch)));
  }

  private static List<String> signed(byte[] batch, String key, String signature) {
    return results(
        worker.post("/api/events", JSON, batch, "Kadam-Key", key, "Kadam-Signature", signature));
  }

  @Test
  void a_broken_event_is_kept_aside_and_the_others_go_on() throws Exception {
    JsonObject sound = step("module.started", "beside-broken");
    JsonObject deep = step("module.started", "m");
    JsonValue nested = JsonValue.TRUE;
    for (int i = 0; i < 8; i++) {
      nested = Json.createArrayBuilder().add(nested).build();
    }
    JsonObject body = Json.createObjectBuilder().add("x", nested).build();
    JsonObject nul = step("module.started", "a\u0000b");
    assertEquals(
        List.of(
            "quarantined:bad-at",
            "quarantined:unknown-field",
            "quarantined:too-deep",
            "quarantined:bad-text",
            "quarantined:bad-id",
            "accepted"),
        results(
            phone.send(
                worker,
                List.of(
                    with(step("module.started", "m"), "at", Json.createValue("noon")),
                    with(step("module.started", "m"), "extra", JsonValue.TRUE),
                    with(deep, "body", body),
                    nul,
                    Json.createObjectBuilder().add("id", "7").build(),
                    sound))));
    assertEquals(1, stored(sound));
    assertEquals(1, aside(deep, "too-deep"));
    assertEquals(1, aside(nul, "bad-text"));
  }

  @Test
  void what_nobody_knows_yet_is_accepted_and_kept() throws Exception {
    JsonObject type =
        phone.event("moon.seen", Json.createObjectBuilder().add("full", true).build());
    JsonObject version = with(step("module.started", "later"), "v", Json.createValue(7));
    assertEquals(
        List.of("accepted", "accepted"), results(phone.send(worker, List.of(type, version))));
    assertEquals(1, stored(type));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1970-01-01T00:00:00Z", "2099-12-31T23:59:59.999+05:30"})
  void a_wrong_clock_never_rejects(String at) throws Exception {
    JsonObject event = with(step("module.started", "clock"), "at", Json.createValue(at));
    assertEquals(List.of("accepted"), results(phone.send(worker, List.of(event))));
    assertEquals(
        1,
        count(
            "select count(*) from event where corrected_at <= received_at and id = ?",
            UUID.fromString(event.getString("id"))));
  }

  @Test
  void the_order_of_coming_in_does_not_matter() throws Exception {
    List<JsonObject> events =
        new ArrayList<>(
            List.of(
                step("module.started", "shuffled"),
                card("shuffled", "a"),
                card("shuffled", "b"),
                card("shuffled", "a"),
                step("module.finished", "shuffled")));
    Collections.reverse(events);
    for (JsonObject event : events) {
      assertEquals(List.of("accepted"), results(phone.send(worker, List.of(event))));
    }
    until(() -> module(worker, "shuffled").containsKey("startedAt"));
    until(() -> module(worker, "shuffled").getInt("cards") == 2);
    JsonObject module = module(worker, "shuffled");
    assertTrue(
        Instant.parse(module.getString("startedAt"))
                .compareTo(Instant.parse(module.getString("finishedAt")))
            <= 0);
  }

  @Test
  void an_event_that_commits_after_later_ones_is_not_passed_over() throws Exception {
    JsonObject model = step("module.started", "model");
    assertEquals(List.of("accepted"), results(phone.send(worker, List.of(model))));
    try (Connection slow = Kadam.database()) {
      slow.setAutoCommit(false);
      drawPosition(slow, model, "late");
      assertEquals(
          List.of("accepted"),
          results(phone.send(worker, List.of(step("module.started", "quick")))));
      Thread.sleep(4_000);
      assertTrue(module(worker, "quick").isEmpty(), "nothing beyond the late one may be read yet");
      slow.commit();
    }
    until(() -> !module(worker, "quick").isEmpty());
    assertFalse(module(worker, "late").isEmpty());
  }

  /** Does what an intake does up to its commit: passes the gate, draws a number and writes. */
  private static void drawPosition(Connection slow, JsonObject model, String module)
      throws SQLException {
    String sql =
        "with gate as materialized (select pg_advisory_xact_lock_shared("
            + GATE
            + ")), drawn as materialized (select nextval('ledger_number') as number from gate),"
            + " fresh as (insert into event_id (id, position)"
            + " select gen_random_uuid(), number << 9 from drawn)"
            + " insert into ledger (number, received_at, sent_at, worker_id, device, size, source,"
            + " contents, events) select drawn.number, received_at, sent_at, worker_id, device, 1,"
            + " source, contents, replace(events::text, 'model', ?)::json from drawn, ledger"
            + " where ledger.number = (select position >> 9 from event_id where id = ?)";
    try (PreparedStatement insert = slow.prepareStatement(sql)) {
      insert.setString(1, module);
      insert.setObject(2, UUID.fromString(model.getString("id")));
      assertEquals(1, insert.executeUpdate());
    }
  }

  @Test
  void of_a_batch_that_came_in_part_only_the_rest_is_new() throws Exception {
    List<JsonObject> events = Stream.of("a", "b", "c", "d").map(c -> card("in-part", c)).toList();
    long before = progress(worker).getInt("events");
    assertEquals(
        List.of("accepted", "accepted"),
        results(phone.send(worker, List.of(events.get(1), events.get(3)))));
    assertEquals(
        List.of("accepted", "known", "accepted", "known"), results(phone.send(worker, events)));
    assertEquals(before + 4, progress(worker).getInt("events"));
    for (JsonObject event : events) {
      assertEquals(1, stored(event));
    }
    until(() -> module(worker, "in-part").getInt("cards", 0) == 4);
  }

  @Test
  void a_clock_that_jumps_backwards_and_ids_of_other_centuries_lose_nothing() throws Exception {
    List<JsonObject> events = new ArrayList<>();
    for (String at :
        List.of("2026-11-22T10:00:00Z", "2016-01-01T00:00:01Z", "2099-01-01T00:00:00Z")) {
      events.add(with(card("jumps", at.substring(0, 4)), "at", Json.createValue(at)));
    }
    events.add(
        with(
            card("jumps", "1970"),
            "id",
            Json.createValue(idOf(Instant.parse("1970-01-01T00:00:01Z")))));
    events.add(
        with(
            card("jumps", "9999"),
            "id",
            Json.createValue(idOf(Instant.parse("9999-01-01T00:00:01Z")))));
    events.add(with(card("jumps", "random"), "id", Json.createValue(UUID.randomUUID().toString())));
    assertEquals(Collections.nCopies(6, "accepted"), results(phone.send(worker, events)));
    assertEquals(Collections.nCopies(6, "known"), results(phone.send(worker, events)));
    until(() -> module(worker, "jumps").getInt("cards", 0) == 6);
  }

  /** A new id that a phone would make at a moment. */
  private static String idOf(Instant moment) {
    String random = UUID.randomUUID().toString();
    String time = String.format("%012x", moment.toEpochMilli());
    return time.substring(0, 8) + "-" + time.substring(8) + "-7" + random.substring(15);
  }

  @Test
  void a_rebuild_gives_equal_progress() throws Exception {
    assertEquals(
        List.of("accepted", "accepted"),
        results(phone.send(worker, List.of(step("module.started", "again"), card("again", "x")))));
    until(() -> caughtUp());
    JsonArray before = progress(worker).getJsonArray("modules");
    String all = everything();
    Caller.Answer rebuilt = Caller.as("KADAM-A1").post("/api/projections/learning/rebuild", "");
    assertEquals(200, rebuilt.status(), rebuilt.text());
    assertTrue(rebuilt.json().getInt("position") > 0);
    assertEquals(before, progress(worker).getJsonArray("modules"));
    assertEquals(all, everything());
  }

  @Test
  void all_are_made_anew_at_once_and_one_sees_how_far_that_is() throws Exception {
    JsonObject event = card("anew", "c");
    assertEquals(List.of("accepted"), results(phone.send(worker, List.of(event))));
    until(() -> caughtUp());
    String all = everything();
    Caller admin = Caller.as("KADAM-A1");
    Caller.Answer begun = admin.post("/api/projections/rebuild", "");
    assertEquals(202, begun.status(), begun.text());
    List<String> names = named(begun);
    assertTrue(names.containsAll(List.of("attempts", "learning")), begun.text());
    until(() -> percents(admin).stream().allMatch(percent -> percent == 100));
    assertEquals(names, named(admin.get("/api/projections")));
    assertEquals(all, everything());
    JsonObject check =
        Caller.stranger()
            .get("/health/ready")
            .json()
            .getJsonArray("checks")
            .getValuesAs(JsonObject.class)
            .stream()
            .filter(c -> c.getString("name").equals("projections"))
            .findFirst()
            .orElseThrow();
    assertEquals("UP", check.getString("status"));
    for (String name : names) {
      assertTrue(check.getJsonObject("data").containsKey(name + ".events"), check.toString());
    }
    for (String code : List.of("KNT-001", "KNT-F2", "MZF-T1", "MZF-D1")) {
      assertEquals(403, Caller.as(code).get("/api/projections").status(), code);
      assertEquals(403, Caller.as(code).post("/api/projections/rebuild", "").status(), code);
    }
  }

  private static List<String> named(Caller.Answer answer) {
    return answer.json().getJsonArray("projections").getValuesAs(JsonObject.class).stream()
        .map(lag -> lag.getString("projection"))
        .toList();
  }

  private static List<Integer> percents(Caller admin) {
    return admin
        .get("/api/projections")
        .json()
        .getJsonArray("projections")
        .getValuesAs(JsonObject.class)
        .stream()
        .map(lag -> lag.getInt("percent"))
        .toList();
  }

  /** Whether all that the two have sent has been read. */
  private static boolean caughtUp() {
    try {
      return count(
              "select count(*) from event where source = ? and position >"
                  + " (select position from projection where name = 'learning')",
              "key")
          == 0;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The stored progress of those two, of whom nothing comes in meanwhile. */
  private static String everything() throws SQLException {
    try (Connection connection = Kadam.database();
        PreparedStatement select =
            connection.prepareStatement(
                "select string_agg(p::text, ';' order by p::text) from module_progress p"
                    + " join worker w on w.id = p.worker_id where w.code in ('KNT-B1', 'KNT-L1')");
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getString(1);
    }
  }

  @Test
  void a_rebuild_is_for_the_administrator_and_for_projections_that_exist() {
    for (String code : List.of("KNT-001", "KNT-F2", "MZF-T1", "MZF-D1")) {
      Caller.Answer answer = Caller.as(code).post("/api/projections/learning/rebuild", "");
      assertEquals(403, answer.status(), code);
      assertEquals("forbidden", answer.problem(), code);
    }
    Caller.Answer answer = Caller.as("KADAM-A1").post("/api/projections/none/rebuild", "");
    assertEquals("not-found", answer.problem());
  }

  @Test
  void a_batch_of_more_than_500_events_or_256_kb_is_too_large() {
    JsonObject event = step("module.started", "many");
    List<JsonObject> many = Stream.generate(() -> event).limit(501).toList();
    Caller.Answer answer = phone.send(worker, many);
    assertEquals(413, answer.status());
    assertEquals("too-large", answer.problem());
    for (int kb : new int[] {257, 5_000}) {
      byte[] large = ("{\"device\":\"" + "x".repeat(kb * 1024) + "\"}").getBytes(UTF_8);
      assertEquals("too-large", worker.post("/api/events", JSON, large).problem(), kb + " KB");
    }
  }

  @Test
  void five_hundred_events_are_taken_at_once() {
    List<JsonObject> many = Stream.generate(() -> card("many", "c")).limit(500).toList();
    assertEquals(Collections.nCopies(500, "accepted"), results(phone.send(worker, many)));
  }

  @Test
  void broken_json_is_a_problem_with_its_place() {
    Caller.Answer answer = worker.post("/api/events", "{\"device\": oops}");
    assertEquals(400, answer.status());
    assertEquals("invalid", answer.problem());
    assertTrue(answer.json().getString("detail").contains("column"), answer.text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "{}", "\u0000", "{\"events\":[]}"})
  void what_is_no_batch_is_a_problem(String body) {
    assertEquals("invalid", worker.post("/api/events", body).problem());
  }

  @Test
  void deep_json_is_a_problem_and_not_a_crash() {
    String deep = "[".repeat(100_000) + "]".repeat(100_000);
    Caller.Answer answer = worker.post("/api/events", "{\"events\":" + deep + "}");
    assertEquals("invalid", answer.problem());
    assertTrue(answer.json().getString("detail").contains("deep"), answer.text());
  }

  @Test
  void another_media_type_is_refused() {
    Caller.Answer answer = worker.post("/api/events", "text/plain", "{}".getBytes(UTF_8));
    assertEquals("media-type", answer.problem());
  }

  @Test
  void a_stranger_is_told_to_sign_in() {
    assertEquals("signed-out", Caller.stranger().post("/api/events", "{}").problem());
    assertEquals("signed-out", Caller.stranger().post("/api/phones", "{}").problem());
    assertEquals("signed-out", Caller.stranger().get("/api/me/progress").problem());
    assertEquals(
        "signed-out", Caller.stranger().post("/api/projections/learning/rebuild", "").problem());
  }

  @Test
  void a_phone_registered_twice_has_one_key_and_a_colleague_on_it_another() {
    JsonObject jwk =
        Json.createObjectBuilder()
            .add("kty", "EC")
            .add("crv", "P-256")
            .add("x", "MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4")
            .add("y", "4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM")
            .build();
    String body =
        Json.createObjectBuilder()
            .add("device", UUID.randomUUID().toString())
            .add("publicKey", jwk)
            .build()
            .toString();
    String key = worker.post("/api/phones", body).json().getString("key");
    assertEquals(key, worker.post("/api/phones", body).json().getString("key"));
    assertFalse(key.equals(colleague.post("/api/phones", body).json().getString("key")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"device\":\"x\",\"publicKey\":{}}",
        "{\"device\":\"6f1b1a6e-58a1-4a3c-9f0e-2b7c1d9e8a22\"}",
        "{\"device\":\"6f1b1a6e-58a1-4a3c-9f0e-2b7c1d9e8a22\",\"publicKey\":{\"kty\":\"RSA\"}}",
        "{\"device\":\"6f1b1a6e-58a1-4a3c-9f0e-2b7c1d9e8a22\",\"publicKey\":7}",
        "{\"device\":\"6f1b1a6e-58a1-4a3c-9f0e-2b7c1d9e8a22\",\"publicKey\":{\"kty\":\"EC\","
            + "\"crv\":\"P-256\",\"d\":\"AA\",\"x\":\"MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4\","
            + "\"y\":\"4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM\"}}"
      })
  void what_is_no_public_key_on_a_phone_is_refused(String body) {
    assertEquals("invalid", worker.post("/api/phones", body).problem());
  }
}
