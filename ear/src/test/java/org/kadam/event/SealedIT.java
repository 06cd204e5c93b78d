package org.kadam.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kadam.it.Caller;
import org.kadam.it.Kadam;
import org.kadam.it.Phone;

/** Work that lay sealed on a phone, whoever brings it. */
class SealedIT {

  private static Caller sabina;
  private static Caller colleague;
  private static Phone hers;
  private static Phone colleagues;

  @BeforeAll
  static void sign_in() {
    sabina = Caller.as("KNT-019");
    colleague = Caller.as("KNT-020");
    hers = Phone.of(sabina);
    colleagues = Phone.of(colleague);
  }

  private static JsonObject step(Phone phone, String module) {
    return phone.event(
        "module.started",
        Json.createObjectBuilder().add("course", "whatsapp-at-work").add("module", module).build());
  }

  /** What became of each: its status, the reason after a colon. */
  private static List<String> results(Caller.Answer answer) {
    assertEquals(200, answer.status(), answer.text());
    return answer.json().getJsonArray("results").getValuesAs(JsonObject.class).stream()
        .map(
            r ->
                r.getString("status")
                    + (r.containsKey("reason") ? ":" + r.getString("reason") : ""))
        .toList();
  }

  private static String id(JsonObject event) {
    return event.getString("id");
  }

  /** Whose an event in the ledger is; null where it is not there. */
  private static String owner(String id) throws SQLException {
    return text("select worker_id::text from event where id = ?", id);
  }

  private static String aside(String id) throws SQLException {
    return text(
        "select string_agg(reason, ',' order by reason) from quarantine where event_id = ?", id);
  }

  private static String text(String sql, String id) throws SQLException {
    try (Connection connection = Kadam.database();
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setObject(1, UUID.fromString(id));
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? row.getString(1) : null;
      }
    }
  }

  @Test
  void what_she_sealed_stays_hers_in_a_colleagues_session() throws Exception {
    JsonObject event = step(hers, "carried-sealed");
    long before = colleague.get("/api/me/progress").json().getInt("events");
    assertEquals(
        List.of("accepted"), results(hers.sendSealed(colleague, List.of(hers.sealed(event)))));
    assertEquals(hers.worker(), owner(id(event)));
    assertEquals(before, colleague.get("/api/me/progress").json().getInt("events"));
  }

  @Test
  void two_workers_entries_and_a_clear_event_go_in_one_batch() throws Exception {
    JsonObject one = step(hers, "shared-a");
    JsonObject two = step(colleagues, "shared-b");
    JsonObject clear = step(colleagues, "shared-c");
    JsonObject batch =
        Json.createObjectBuilder(
                Json.createReader(
                        new java.io.ByteArrayInputStream(colleagues.batch(List.of(clear))))
                    .readObject())
            .add(
                "sealed",
                Json.createArrayBuilder(List.of(hers.sealed(one), colleagues.sealed(two))))
            .build();
    Caller.Answer answer = colleague.post("/api/events", batch.toString());
    assertEquals(List.of("accepted", "accepted", "accepted"), results(answer));
    assertEquals(
        List.of(id(clear), id(one), id(two)),
        answer.json().getJsonArray("results").getValuesAs(JsonObject.class).stream()
            .map(r -> r.getString("id"))
            .toList());
    assertEquals(hers.worker(), owner(id(one)));
    assertEquals(colleagues.worker(), owner(id(two)));
    assertEquals(colleagues.worker(), owner(id(clear)));
  }

  @Test
  void a_replayed_entry_is_known_however_it_comes() throws Exception {
    JsonObject event = step(hers, "replayed");
    String entry = hers.sealed(event);
    assertEquals(
        List.of("accepted", "known"), results(hers.sendSealed(sabina, List.of(entry, entry))));
    assertEquals(List.of("known"), results(hers.sendSealed(colleague, List.of(entry))));
    assertEquals(List.of("known"), results(hers.sendSealed(sabina, List.of(hers.sealed(event)))));
    assertEquals(List.of("known"), results(hers.send(sabina, List.of(event))));
  }

  @Test
  void the_same_id_sealed_again_with_other_content_is_altered() throws Exception {
    JsonObject event = step(hers, "first-told");
    JsonObject other = Json.createObjectBuilder(event).add("seq", 999).build();
    assertEquals(
        List.of("accepted", "quarantined:altered"),
        results(hers.sendSealed(sabina, List.of(hers.sealed(event), hers.sealed(other)))));
    assertEquals("altered", aside(id(event)));
  }

  @Test
  void a_colleague_cannot_seal_as_her_nor_open_or_change_what_she_sealed() throws Exception {
    JsonObject event = step(hers, "stolen");
    assertEquals(
        List.of("quarantined:not-yours"),
        results(hers.sendSealed(colleague, List.of(colleagues.sealed(event)))));
    String entry = hers.sealed(event);
    String claimed = entry.replace(hers.key(), colleagues.key());
    String renamed = entry.replace(id(event), id(step(hers, "x")));
    char turned = entry.charAt(entry.length() - 9) == 'A' ? 'B' : 'A';
    String changed =
        entry.substring(0, entry.length() - 9) + turned + entry.substring(entry.length() - 8);
    assertEquals(
        Collections.nCopies(3, "quarantined:sealed-unreadable"),
        results(hers.sendSealed(colleague, List.of(claimed, renamed, changed))));
    assertEquals(null, owner(id(event)));
    assertEquals("not-yours,sealed-unreadable,sealed-unreadable", aside(id(event)));
    assertEquals(List.of("accepted"), results(hers.sendSealed(colleague, List.of(entry))));
    assertEquals(hers.worker(), owner(id(event)));
  }

  @Test
  void unknown_keys_and_seals_are_kept_whole_with_their_reason() throws Exception {
    JsonObject event = step(hers, "unknown");
    String entry = hers.sealed(event);
    String key = entry.replace(hers.key(), UUID.randomUUID().toString());
    String seal = entry.replaceFirst("^1\\.[^.]+", "1.lost");
    assertEquals(
        List.of("quarantined:unknown-key", "quarantined:unknown-seal"),
        results(hers.sendSealed(sabina, List.of(key, seal))));
    assertEquals("unknown-key,unknown-seal", aside(id(event)));
    assertEquals(
        Json.createValue(seal).toString(),
        text(
            "select raw from quarantine where reason = 'unknown-seal' and event_id = ?",
            id(event)));
  }

  @Test
  void what_is_inside_is_checked_like_any_event() throws Exception {
    String id = id(step(hers, "inside"));
    JsonObject broken = Json.createObjectBuilder(step(hers, "b")).add("at", "noon").build();
    assertEquals(
        List.of(
            "quarantined:sealed-unreadable",
            "quarantined:sealed-unreadable",
            "quarantined:sealed-unreadable",
            "quarantined:sealed-unreadable",
            "quarantined:bad-at",
            "accepted"),
        results(
            hers.sendSealed(
                sabina,
                List.of(
                    "no entry",
                    hers.sealed(id, "[".repeat(50_000).getBytes(UTF_8)),
                    hers.sealed(id, new byte[] {(byte) 0xff}),
                    hers.sealed(id, step(hers, "other-id").toString().getBytes(UTF_8)),
                    hers.sealed(broken),
                    hers.sealed(step(hers, "beside"))))));
  }

  @Test
  void entries_count_as_events() {
    String entry = hers.sealed(step(hers, "many"));
    Caller.Answer answer =
        hers.sendSealed(sabina, Stream.generate(() -> entry).limit(501).toList());
    assertEquals(413, answer.status());
    String large = hers.sealed(id(step(hers, "large")), new byte[200 * 1024]);
    assertEquals("too-large", hers.sendSealed(sabina, List.of(large)).problem());
  }

  @Test
  void the_answer_gives_the_key_to_seal_to_and_nothing_secret() {
    String body =
        "{\"device\":\"6f1b1a6e-58a1-4a3c-9f0e-2b7c1d9e8a22\",\"publicKey\":{\"kty\":\"EC\",\"crv\":\"P-256\","
            + "\"x\":\"MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4\","
            + "\"y\":\"4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM\"}}";
    JsonObject answer = sabina.post("/api/phones", body).json();
    assertEquals(java.util.Set.of("key", "seal"), answer.keySet());
    JsonObject seal = answer.getJsonObject("seal");
    assertEquals(java.util.Set.of("id", "publicKey"), seal.keySet());
    assertEquals(
        java.util.Set.of("kty", "crv", "x", "y"), seal.getJsonObject("publicKey").keySet());
    assertTrue(sabina.post("/api/phones", body).json().equals(answer));
    assertFalse(seal.getString("id").isEmpty());
  }
}
