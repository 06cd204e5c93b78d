package org.kadam.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.kadam.it.Caller;
import org.kadam.it.Kadam;
import org.kadam.it.Phone;
import org.kadam.launch.Stack;

/**
 * The previous release's data under this release's server. The backup was taken of a running server
 * of that release (schema 008), with some sixty workers of its demo; beside it lies what its
 * interface answered to two of them.
 */
@TestMethodOrder(org.junit.jupiter.api.MethodOrderer.MethodName.class)
class UpgradeIT {

  private static final String DATABASE = "upgraded";

  /** What must be the same before and after, as text, one row a line. */
  private static final Map<String, String> KEPT = new LinkedHashMap<>();

  static {
    KEPT.put(
        "events",
        "select id, worker_id, device, seq, at, sent_at, received_at, corrected_at, type, v, source,"
            + " encode(content_hash, 'hex'), body::text from event order by id");
    KEPT.put(
        "progress",
        "select worker_id, course, module, started_at, finished_at, cards::text"
            + " from module_progress order by 1, 2, 3");
    KEPT.put(
        "attempts",
        "select worker_id, attempt, form, started_at, finished_at, answered, form_hash, ability, se,"
            + " level, likely_low, likely_high, p_below, scored_at, engine from attempt"
            + " order by 1, 2, 3");
    KEPT.put(
        "answers",
        "select worker_id, attempt, form, split_part(line, ' ', 1), split_part(line, ' ', 2),"
            + " split_part(split_part(answers, e'\\n', 1), ' ', split_part(line, ' ', 5)::integer + 1)"
            + " from attempt, unnest((string_to_array(answers, e'\\n'))[2:]) as line"
            + " order by 1, 2, 3, 4");
    KEPT.put(
        "flags",
        "select id, worker_id, rule, rule_version, kind, facts::text, raised_at, state, note,"
            + " answered_at, decided_at, decided_by, decision_reason, expires_at, ended_at"
            + " from flag order by id");
    KEPT.put(
        "workers",
        "select id, code, sex, birth_year, cadre, department, language, chosen_language, unit_id,"
            + " role_start, active from worker order by id");
    KEPT.put(
        "devices",
        "select worker_id, fact, observed_on, source, value from device_fact"
            + " order by 1, 2, 3, 4");
    KEPT.put(
        "keys",
        "select id, worker_id, device, thumbprint, encode(public_key, 'hex')"
            + " from phone_key order by id");
    KEPT.put("quarantine", "select event_id, reason, raw from quarantine order by digest");
    KEPT.put("content", "select hash, kind, encode(gzip, 'hex') from package_part order by hash");
  }

  /** Where the previous release kept it elsewhere. */
  private static final Map<String, String> KEPT_THEN =
      Map.of(
          "answers",
          "select worker_id, attempt, form, item, outcome, form_hash from attempt_answer"
              + " order by 1, 2, 3, 4");

  private static final Map<String, List<String>> BEFORE = new LinkedHashMap<>();

  @TempDir private static Path folder;
  private static Stack.Node node;

  private static Place place() {
    return new Place(
        "kadam",
        "jdbc:postgresql://127.0.0.1:" + Kadam.stack().settings().postgres() + "/" + DATABASE,
        "kadam",
        "kadam");
  }

  private static List<String> ask(String sql) throws Exception {
    try (Connection connection = place().connect()) {
      return new Catalogue(connection)
          .list(
              sql,
              row -> {
                StringBuilder line = new StringBuilder();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                  line.append(row.getString(i)).append('|');
                }
                return line.toString();
              });
    }
  }

  @BeforeAll
  static void this_release_starts_on_its_data() throws Exception {
    try (Connection connection =
            DriverManager.getConnection(
                place().url().replace(DATABASE, "postgres"), "postgres", "postgres");
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + DATABASE + " owner kadam");
    }
    Path file = folder.resolve("backup.zip");
    try (InputStream in = kept("backup.zip")) {
      Files.copy(in, file);
    }
    RestoreBackup.from(file, List.of(place()), false, null, line -> {});
    assertEquals(List.of("008|"), ask("select max(version) from flyway_schema_history"));
    for (Map.Entry<String, String> each : KEPT.entrySet()) {
      BEFORE.put(each.getKey(), ask(KEPT_THEN.getOrDefault(each.getKey(), each.getValue())));
      assertFalse(BEFORE.get(each.getKey()).isEmpty(), each.getKey());
    }
    knowTheAccountsOfThisSignIn();
    int http = Kadam.freePort();
    node =
        Kadam.stack()
            .startNode(
                DATABASE,
                http,
                Kadam.stack().settings().offset() + 401,
                Map.of(
                    "KADAM_DB_NAME", DATABASE, "KADAM_DEMO", "false", "KADAM_ACCOUNTS_SECRET", ""));
  }

  /** The people are the same, their accounts are those of the tests' own Keycloak. */
  private static void knowTheAccountsOfThisSignIn() throws Exception {
    try (Connection here = Kadam.database();
        Connection there = place().connect()) {
      Catalogue ours = new Catalogue(here);
      for (String code : List.of("KNT-017", "HXY-005", "KNT-F2", "KADAM-A1")) {
        Kadam.token(code);
        String subject =
            ours.list(
                    "select subject from identity join worker on id = worker_id where code = '"
                        + code
                        + "'",
                    row -> row.getString(1))
                .get(0);
        new Catalogue(there)
            .run(
                "update identity set subject = '"
                    + subject
                    + "' where worker_id = (select id from worker where code = '"
                    + code
                    + "')");
      }
    }
  }

  @AfterAll
  static void gone() throws Exception {
    if (node != null) {
      node.close();
    }
    try (Connection connection =
            DriverManager.getConnection(
                place().url().replace(DATABASE, "postgres"), "postgres", "postgres");
        Statement statement = connection.createStatement()) {
      statement.execute("drop database if exists " + DATABASE + " with (force)");
    }
  }

  private static InputStream kept(String name) {
    InputStream in = UpgradeIT.class.getResourceAsStream("previous-release/" + name);
    assertNotNull(in, name);
    return in;
  }

  private static JsonObject answered(String name) throws Exception {
    try (InputStream in = kept(name);
        JsonReader reader = Json.createReader(in)) {
      return reader.readObject();
    }
  }

  private static Caller as(String code) {
    return Caller.at(node.url(), Kadam.token(code));
  }

  private static void unchanged() throws Exception {
    for (Map.Entry<String, String> each : KEPT.entrySet()) {
      List<String> before = BEFORE.get(each.getKey());
      List<String> now = ask(each.getValue());
      if (each.getKey().equals("content")) {
        now.retainAll(before); // more may have been published since
      }
      assertEquals(before, now, each.getKey());
    }
  }

  @Test
  @DisplayName("Nothing that was there is other or gone, and the schema is of today")
  void a_nothing_has_changed() throws Exception {
    int schema =
        Integer.parseInt(
            ask("select max(version::integer) from flyway_schema_history where success")
                .get(0)
                .replace("|", ""));
    assertTrue(schema > 8, "schema " + schema);
    unchanged();
  }

  @Test
  @DisplayName("The interface tells two workers of their progress and offers what it told before")
  void b_the_same_is_told() throws Exception {
    for (String code : List.of("KNT-017", "HXY-005")) {
      JsonObject before = answered(code + ".progress.json");
      JsonObject after = as(code).get("/api/me/progress").json();
      assertEquals(before.getInt("events"), after.getInt("events"), code);
      same(before.getJsonArray("modules"), after.getJsonArray("modules"), "module");
      same(before.getJsonArray("attempts"), after.getJsonArray("attempts"), "attempt");
      same(
          answered(code + ".flags.json").getJsonArray("flags"),
          as(code).get("/api/flags").json().getJsonArray("flags"),
          "id");
    }
  }

  /** Whatever was told before is told now; more may be told. */
  private static void same(JsonArray before, JsonArray after, String key) {
    assertEquals(before.size(), after.size(), after.toString());
    for (JsonObject was : before.getValuesAs(JsonObject.class)) {
      JsonObject is =
          after.getValuesAs(JsonObject.class).stream()
              .filter(one -> one.get(key).equals(was.get(key)))
              .findFirst()
              .orElseThrow(() -> new AssertionError("Not told any more: " + was));
      was.forEach((name, value) -> assertEquals(value, is.get(name), key + " " + name));
    }
  }

  @Test
  @DisplayName("Projections made anew from the old events are as they were")
  void c_rebuilt_the_same() throws Exception {
    for (String projection : List.of("learning", "attempts")) {
      Caller.Answer rebuilt =
          as("KADAM-A1").post("/api/projections/" + projection + "/rebuild", "");
      assertEquals(200, rebuilt.status(), rebuilt.text());
    }
    unchanged();
  }

  @Test
  @DisplayName("Names are sealed, and her helper reads them as before")
  void d_names_are_read() throws Exception {
    JsonObject me = as("KNT-017").get("/api/me").json();
    assertTrue(me.getString("name").codePoints().anyMatch(c -> c > 0x900), me.toString());
    assertEquals(List.of(), ask("select 1 from pg_tables where tablename = 'worker_name_clear'"));
  }

  @Test
  @DisplayName("A phone goes on: a new event is taken and read")
  void e_it_goes_on() throws Exception {
    Caller worker = as("KNT-017");
    Phone phone = Phone.of(worker);
    int before = worker.get("/api/me/progress").json().getInt("events");
    JsonObject step =
        phone.event(
            "module.started",
            Json.createObjectBuilder().add("course", "later").add("module", "later").build());
    assertEquals(200, phone.send(worker, List.of(step)).status());
    Instant end = Instant.now().plusSeconds(60);
    while (!worker.get("/api/me/progress").text().contains("\"later\"")) {
      assertTrue(Instant.now().isBefore(end), "not read in a minute");
      Thread.sleep(500);
    }
    assertEquals(before + 1, worker.get("/api/me/progress").json().getInt("events"));
  }
}
