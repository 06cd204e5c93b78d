package org.kadam.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.kadam.access.AccessTable.Reach;
import org.kadam.access.AccessTable.Row;
import org.kadam.access.Roll.Person;
import org.kadam.it.Caller;
import org.kadam.it.Caller.Answer;
import org.kadam.it.Phone;
import org.kadam.signin.Accounts;
import org.kadam.signin.Servers;

/**
 * Closed by default: every address as everybody, about everybody. What is expected stands in {@code
 * docs/access.yaml}; nothing about a single address stands here.
 */
class AccessIT {

  private static final String ROLELESS = "nobody-001";

  private static AccessTable table;
  private static Roll roll;
  private static Leaks leaks;
  private static final Map<String, Caller> CALLERS = new HashMap<>();

  @BeforeAll
  static void people() throws IOException, SQLException {
    table = AccessTable.read();
    for (String code : table.people()) {
      CALLERS.put(code, Caller.as(code));
    }
    new Accounts(Servers.running())
        .worker(ROLELESS, "+910000000001", org.kadam.it.Kadam.PIN, false);
    CALLERS.put(ROLELESS, Caller.as(ROLELESS));
    keep("KNT-018");
    keep("HXY-006");
    roll = new Roll();
    leaks = new Leaks(roll);
  }

  /** So that something of a worker is kept that could not be accepted. */
  private static void keep(String code) {
    Caller caller = Caller.as(code);
    JsonObject event = Phone.of(caller).event("moon.seen", JsonValue.EMPTY_JSON_OBJECT);
    JsonObject batch =
        Json.createObjectBuilder()
            .add("device", event.get("device"))
            .add("sentAt", event.get("at"))
            .add(
                "events",
                Json.createArrayBuilder().add(Json.createObjectBuilder(event).add("v", 0)))
            .build();
    Answer answer = caller.post("/api/events", batch.toString());
    assertTrue(answer.text().contains("bad-v"), answer.text());
  }

  @Test
  @DisplayName("Every address has a row, and every row an address")
  void every_address_has_a_row() {
    Set<String> there = new TreeSet<>(Addresses.described());
    there.addAll(Addresses.resources());
    there.addAll(Addresses.servlets());
    there.addAll(Addresses.OF_THE_SERVER);
    assertTrue(there.contains("GET /api/me") && there.contains("GET /health/live"));
    Set<String> rows = new TreeSet<>();
    table.rows().forEach(row -> rows.add(row.address()));
    assertEquals(String.join("\n", there), String.join("\n", rows));
  }

  @Test
  @DisplayName("What the server describes is what the classes have")
  void described_is_what_there_is() {
    assertEquals(Addresses.resources(), Addresses.described());
  }

  @Test
  @DisplayName("The table asks in every role, in two lands, in two departments")
  void everybody_asks() {
    Set<String> roles = new TreeSet<>();
    Set<String> departments = new TreeSet<>();
    Set<String> lands = new TreeSet<>();
    for (String code : table.people()) {
      Person person = roll.person(code);
      roles.addAll(person.roles());
      departments.add(String.valueOf(person.department()));
      lands.add(person.path().substring(1, 3));
    }
    assertTrue(roles.containsAll(AccessTable.ROLES), roles.toString());
    assertTrue(departments.containsAll(Set.of("health", "icds")), departments.toString());
    assertEquals(Set.of("IN", "LA"), lands);
  }

  @TestFactory
  @DisplayName("Nobody gets further than the table says")
  Stream<DynamicTest> nobody_gets_further() {
    return table.rows().stream()
        .map(row -> DynamicTest.dynamicTest(row.address(), () -> everybodyAsks(row)));
  }

  private static void everybodyAsks(Row row) throws SQLException {
    strangers(row);
    Set<String> tried = new TreeSet<>();
    for (String code : table.people()) {
      Person caller = roll.person(code);
      Map<String, Reach> reaches = new LinkedHashMap<>(row.may());
      reaches.keySet().retainAll(caller.roles());
      if (row.open()) {
        reaches = row.may();
      }
      if (reaches.isEmpty()) {
        refused(row, caller);
      } else if (row.ids().isEmpty()) {
        if (row.asked()) {
          allowed(row, caller, reaches, Map.of(), "inside");
        }
      } else {
        tried.addAll(bounded(row, caller, reaches));
      }
    }
    if (!row.ids().isEmpty()) {
      assertTrue(tried.contains("inside") || !row.asked(), "Nobody could be asked about: " + tried);
      boolean personal = row.ids().values().stream().anyMatch(AccessIT::personal);
      assertEquals(personal, tried.stream().anyMatch(t -> t.startsWith("other")), tried.toString());
    }
  }

  private static boolean personal(String kind) {
    return table.ids().get(kind).contains("{who}");
  }

  /** Nobody, and somebody whom the sign-in knows and the roster does not. */
  private static void strangers(Row row) throws SQLException {
    Map<String, String> ids = found(row, Map.of("inside", "true")).getOrDefault("inside", Map.of());
    Answer stranger = ask(row, Caller.stranger(), ids, "en");
    Answer roleless = ask(row, CALLERS.get(ROLELESS), ids, "en");
    if (row.open()) {
      assertTrue(row.expects(stranger.status()), "a stranger: " + told(stranger));
    } else {
      assertEquals("signed-out", stranger.problem(), "a stranger: " + told(stranger));
      assertEquals(401, stranger.status());
      assertEquals("forbidden", roleless.problem(), "without a role: " + told(roleless));
      assertEquals(403, roleless.status());
    }
    nothingOfOthers("a stranger", stranger, new Roll.Allowed(Set.of(), Set.of(), Set.of(), false));
  }

  /** Who lacks the role is told so, and the same for what exists and for what does not. */
  private static void refused(Row row, Person caller) throws SQLException {
    Map<String, String> ids = found(row, Map.of("inside", "true")).getOrDefault("inside", Map.of());
    Answer one = ask(row, caller, ids);
    assertEquals("forbidden", one.problem(), caller.code() + ": " + told(one));
    assertEquals(403, one.status());
    Answer other = ask(row, caller, nowhere(row));
    assertEquals(one.status() + one.text(), other.status() + other.text(), caller.code());
  }

  private static Set<String> bounded(Row row, Person caller, Map<String, Reach> reaches)
      throws SQLException {
    Set<String> asking = Set.copyOf(table.people());
    Map<String, Map<String, String>> found = found(row, Roll.conditions(caller, reaches, asking));
    Answer unknown = ask(row, caller, nowhere(row));
    String who = caller.code() + " about what does not exist: ";
    assertEquals(404, unknown.status(), who + told(unknown));
    assertEquals("not-found", unknown.problem(), who);
    for (Map.Entry<String, Map<String, String>> each : found.entrySet()) {
      if (!each.getKey().equals("inside")) {
        Answer outside = ask(row, caller, each.getValue());
        assertEquals(
            unknown.status() + unknown.text(),
            outside.status() + outside.text(),
            caller.code() + " about " + each.getKey());
      } else if (row.asked()) {
        allowed(row, caller, reaches, each.getValue(), each.getKey());
      }
    }
    return found.keySet();
  }

  private static void allowed(
      Row row, Person caller, Map<String, Reach> reaches, Map<String, String> ids, String about) {
    Answer answer = ask(row, caller, ids);
    assertTrue(
        row.expects(answer.status()), caller.code() + " about " + about + ": " + told(answer));
    nothingOfOthers(caller.code(), answer, roll.allowed(caller, reaches));
  }

  private static void nothingOfOthers(String who, Answer answer, Roll.Allowed allowed) {
    Set<String> leaked = leaks.in(answer, allowed);
    assertTrue(
        leaked.isEmpty(),
        () ->
            who
                + " is told of "
                + leaked.size()
                + ", such as "
                + leaked.stream().limit(5).toList());
    assertFalse(answer.status() >= 500 && answer.status() != 503, () -> who + ": " + told(answer));
  }

  private static String told(Answer answer) {
    String text = answer.text();
    return answer.status() + " " + text.substring(0, Math.min(300, text.length()));
  }

  /** For each condition that somebody fulfils: the ids that the row needs. */
  private static Map<String, Map<String, String>> found(Row row, Map<String, String> conditions)
      throws SQLException {
    Map<String, Map<String, String>> found = new TreeMap<>();
    for (Map.Entry<String, String> condition : conditions.entrySet()) {
      Map<String, String> ids = new HashMap<>();
      for (Map.Entry<String, String> id : row.ids().entrySet()) {
        if (condition.getKey().equals("inside") || personal(id.getValue())) {
          one(table.ids().get(id.getValue()), condition.getValue())
              .ifPresent(value -> ids.put(id.getKey(), value));
        }
      }
      if (ids.size() == row.ids().size()) {
        found.put(condition.getKey(), ids);
      }
    }
    return found;
  }

  private static Optional<String> one(String sql, String condition) throws SQLException {
    try (Connection database = org.kadam.it.Kadam.database();
        Statement ask = database.createStatement()) {
      ask.setMaxRows(1);
      try (ResultSet row = ask.executeQuery(sql.replace("{who}", condition))) {
        return row.next() ? Optional.ofNullable(row.getString(1)) : Optional.empty();
      }
    }
  }

  /** Ids in the shape of real ones that nothing has. */
  private static Map<String, String> nowhere(Row row) throws SQLException {
    Map<String, String> ids = new HashMap<>();
    for (Map.Entry<String, String> id : row.ids().entrySet()) {
      String real = one(table.ids().get(id.getValue()), "true").orElse("");
      ids.put(
          id.getKey(),
          real.matches("[0-9a-f]{64}")
              ? "0".repeat(64)
              : real.matches("[0-9]+") ? "999999999" : UUID.randomUUID().toString());
    }
    return ids;
  }

  private static Answer ask(Row row, Person caller, Map<String, String> ids) {
    return ask(row, CALLERS.get(caller.code()), ids, caller.language());
  }

  private static Answer ask(Row row, Caller caller, Map<String, String> ids, String language) {
    byte[] body =
        row.send() == null
            ? new byte[0]
            : row.send().replace("{language}", language).getBytes(StandardCharsets.UTF_8);
    String path = row.with(ids);
    return caller.send(row.method(), path, row.send() == null ? null : row.type(), body, List.of());
  }
}
