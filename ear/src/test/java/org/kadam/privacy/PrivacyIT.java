package org.kadam.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kadam.assessment.Taken;
import org.kadam.assessment.Taken.How;
import org.kadam.assessment.entity.AssessmentHolding;
import org.kadam.credential.entity.CertificateHolding;
import org.kadam.device.entity.DeviceHolding;
import org.kadam.event.entity.EventHolding;
import org.kadam.exchange.entity.SheetHolding;
import org.kadam.it.Caller;
import org.kadam.it.Kadam;
import org.kadam.learning.entity.LearningHolding;
import org.kadam.privacy.control.Holding;
import org.kadam.privacy.control.NameKeys;
import org.kadam.privacy.entity.PrivacyHolding;
import org.kadam.support.entity.SupportHolding;
import org.kadam.worker.entity.WorkerHolding;

/** The last of these erases, so here, and here only, the order counts. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PrivacyIT {

  private static Caller admin;
  private static Caller worker;
  private static Caller second;
  private static Caller helper;
  private static UUID id;

  @BeforeAll
  static void people() throws SQLException {
    admin = Caller.as("KADAM-A1");
    Village.settle(admin);
    worker = Caller.as("PRV-001");
    second = Caller.as("PRV-002");
    helper = Caller.as("PRV-F1");
    id = Village.id("PRV-001");
  }

  private static Caller.Answer fine(int status, Caller.Answer answer) {
    assertEquals(status, answer.status(), answer.text());
    return answer;
  }

  private static JsonObject get(Caller caller, String path) {
    return fine(200, caller.get(path)).json();
  }

  private static boolean given(String purpose) {
    return get(worker, "/api/me/consents").getJsonArray("consents").stream()
        .map(each -> each.asJsonObject())
        .filter(each -> each.getString("purpose").equals(purpose))
        .findFirst()
        .orElseThrow()
        .getBoolean("given");
  }

  private static Caller.Answer say(String purpose, int version, boolean given) {
    return worker.put(
        "/api/me/consents",
        "{\"purpose\":\"%s\",\"version\":%d,\"given\":%s}".formatted(purpose, version, given));
  }

  @Test
  @Order(1)
  @DisplayName("Every consent is off at first, each is given by itself, and taken back as easily")
  void consents() throws SQLException {
    for (String purpose : List.of("device", "pulse", "peer-help")) {
      assertFalse(given(purpose), purpose);
    }
    fine(200, say("device", 1, true));
    assertTrue(given("device"));
    assertFalse(given("pulse"));
    assertFalse(given("peer-help"));
    fine(200, say("device", 1, false));
    assertFalse(given("device"));
    assertEquals("conflict", fine(409, say("pulse", 7, true)).problem());
    assertEquals("invalid", fine(400, say("roster", 1, true)).problem());
    assertFalse(given("pulse"));
    assertEquals(
        2, Village.count("select count(*) from consent where worker_id = ?", id), "both words");
  }

  @Test
  @Order(2)
  @DisplayName("What a phone said about itself is read only under her yes, and goes with it")
  void facts_of_the_phone_need_a_yes() throws SQLException {
    UUID two = Village.id("PRV-002");
    fine(200, say("device", 1, true));
    for (UUID each : List.of(id, two)) {
      // later than the roster's word, which is of her place's day: tomorrow already in the evening
      Village.change(
          "insert into device_fact (worker_id, fact, observed_on, source, value, purpose)"
              + " values (?, 'device', current_date + 2, 'phone', 'basic', 'support')"
              + " on conflict do nothing",
          each);
    }
    // Both have facts of a phone; only the first has said yes. Their places are judged anew.
    Village.change("delete from flag where worker_id in (?, ?)", id, two);
    fine(200, importAgain());
    Taken.await("offers by the facts", () -> rules(worker).size() + rules(second).size() >= 2);
    assertTrue(reasons(worker).contains("calls and texts"), "her own phone's word counts");
    assertFalse(reasons(second).contains("calls and texts"), "a phone's word without a yes");
    assertTrue(reasons(second).contains("No phone"), "the roster's word needs none");
    fine(200, say("device", 1, false));
    assertEquals(
        0,
        Village.count(
            "select count(*) from device_fact where worker_id = ? and source <> 'roster'", id));
    Village.change("delete from device_fact where source = 'phone'");
  }

  /** The same roster with another word about devices, so that the rules look again. */
  private static Caller.Answer importAgain() {
    String csv =
        """
        worker_id,name,sex,birth_year,phone_e164,language,cadre,role_start,active,unit_code,device,first_pin
        PRV-001,%s,f,1985,%s,hi,asha,2015-01-01,true,IN-BR-PRV-A-H1,shared,
        PRV-002,मीना दूसरी-उदाहरण,f,1986,+910000077002,hi,asha,2015-01-01,true,IN-BR-PRV-A-H1,none,
        """
            .formatted(Village.NAME, Village.PHONE);
    return admin.post(
        "/api/roster/imports?dryRun=false", "text/csv", csv.getBytes(StandardCharsets.UTF_8));
  }

  private static List<JsonObject> rules(Caller caller) {
    return get(caller, "/api/flags").getJsonArray("flags").getValuesAs(JsonObject.class).stream()
        .filter(flag -> flag.getString("kind").equals("device") && !flag.containsKey("worker"))
        .toList();
  }

  private static String reasons(Caller caller) {
    return rules(caller).toString();
  }

  @Test
  @Order(3)
  @DisplayName("She reads that her helper saw her name, and why; nobody else reads it")
  void looks() {
    String offer = rules(second).get(0).getString("id");
    assertEquals(0, get(second, "/api/me/looks").getJsonArray("looks").size());
    fine(204, second.post("/api/flags/" + offer + "/answer", "{\"answer\":\"accept\"}"));
    assertTrue(get(helper, "/api/flags").toString().contains("PRV-002"));
    get(helper, "/api/flags");
    List<JsonObject> looks =
        get(second, "/api/me/looks").getJsonArray("looks").getValuesAs(JsonObject.class);
    assertEquals(1, looks.size(), "the same on one day is one line");
    assertEquals("helper", looks.get(0).getString("role"));
    assertEquals("उषा मददगार-उदाहरण", looks.get(0).getString("name"));
    assertTrue(looks.get(0).getJsonObject("why").getString("en").contains("offer of help"));
    assertEquals(
        LocalDate.now(java.time.ZoneId.of("Asia/Kolkata")).toString(),
        looks.get(0).getString("day"));
    assertEquals(0, get(worker, "/api/me/looks").getJsonArray("looks").size());
    fine(204, helper.post("/api/flags/" + offer + "/decision", "{\"decision\":\"confirm\"}"));
    assertEquals("invalid", fine(400, worker.get("/api/me/looks?after=x")).problem());
  }

  @Test
  @Order(4)
  @DisplayName("She reads everything that is kept about her, with purpose, source and time")
  void kept() throws SQLException {
    Taken taken = Taken.by(worker);
    List<JsonObject> events = new ArrayList<>();
    for (String item : taken.items()) {
      events.add(taken.answer(item, How.ALONE));
    }
    events.add(taken.finish());
    taken.send(events);
    Taken.await(
        "her attempt", () -> get(worker, "/api/me/kept").toString().contains("\"attempts\""));
    JsonObject kept = get(worker, "/api/me/kept");
    Map<String, Integer> counts = new TreeMap<>();
    for (JsonObject part : kept.getJsonArray("parts").getValuesAs(JsonObject.class)) {
      counts.merge(part.getString("what"), part.getJsonArray("records").size(), Integer::sum);
      for (String language : List.of("en", "hi", "lo")) {
        assertFalse(part.getJsonObject("title").getString(language).isBlank());
        assertFalse(part.getJsonObject("why").getString(language).isBlank());
        assertFalse(part.getJsonObject("keeps").getString(language).contains("{"));
      }
      assertFalse(part.getString("source").isBlank());
    }
    assertEquals(1, counts.get("name"));
    assertTrue(kept.toString().contains(Village.NAME));
    assertTrue(kept.toString().contains(Village.PHONE));
    assertEquals(events.size(), counts.get("events"), counts.toString());
    assertEquals(1, counts.get("phones"));
    assertFalse(kept.toString().contains("PRV-002"), "nothing of anybody else");
  }

  @Test
  @Order(5)
  @DisplayName("The page is in her language, escapes what was written, and has no script")
  void page() {
    fine(
        200, worker.post("/api/me/corrections", "{\"text\":\"<script>alert(1)</script> ९ नहीं\"}"));
    Caller.Answer answer = fine(200, worker.get("/api/me/kept.html"));
    assertTrue(answer.headers().get("content-type").startsWith("text/html"));
    assertEquals("no-store", answer.headers().get("cache-control"));
    String html = answer.text();
    assertTrue(html.contains("<html lang=\"hi\">"));
    assertTrue(html.contains("मेरे बारे में क्या रखा है"));
    assertTrue(html.contains(Village.NAME));
    assertTrue(html.contains("&lt;script&gt;alert(1)"));
    assertFalse(html.contains("<script"));
  }

  @Test
  @Order(6)
  @DisplayName("A complaint gets a due date and an answer; the administrator's reading is a look")
  void grievance() throws SQLException {
    JsonObject asked =
        fine(200, worker.post("/api/me/grievances", "{\"text\":\"रात को फ़ोन आता है\"}")).json();
    assertEquals("open", asked.getString("state"));
    assertTrue(LocalDate.parse(asked.getString("dueOn")).isAfter(LocalDate.now().plusDays(20)));
    assertEquals(List.of(), Village.tablesWith("रात को फ़ोन"), "sealed");
    JsonObject seen = mine("grievance");
    assertEquals("PRV-001", seen.getString("code"));
    String path = "/api/privacy/requests/" + seen.getString("id") + "/answer";
    fine(400, admin.post(path, "{\"state\":\"perhaps\",\"answer\":\"x\"}"));
    fine(403, helper.post(path, "{\"state\":\"done\",\"answer\":\"x\"}"));
    fine(204, admin.post(path, "{\"state\":\"done\",\"answer\":\"अब नहीं आएगा\"}"));
    fine(409, admin.post(path, "{\"state\":\"done\",\"answer\":\"x\"}"));
    assertTrue(fine(200, worker.get("/api/me/requests")).text().contains("अब नहीं आएगा"));
    assertFalse(fine(200, second.get("/api/me/requests")).text().contains("अब नहीं आएगा"));
    String looks = get(worker, "/api/me/looks").toString();
    assertTrue(looks.contains("\"admin\""), looks);
  }

  /** Hers of a kind, on whatever page: other tests ask too. */
  private static JsonObject mine(String kind) {
    String next = "";
    do {
      JsonObject page = get(admin, "/api/privacy/requests?after=" + next);
      for (JsonObject each : page.getJsonArray("requests").getValuesAs(JsonObject.class)) {
        if (each.getString("kind").equals(kind) && each.getString("code").equals("PRV-001")) {
          return each;
        }
      }
      next = page.getString("next", null);
    } while (next != null);
    throw new AssertionError("No " + kind);
  }

  @ParameterizedTest
  @Order(7)
  @ValueSource(strings = {"PRV-001", "PRV-F1", "MZF-D1", "MZF-T1"})
  @DisplayName("The desk is the administrator's alone")
  void the_desk_is_closed(String code) {
    Caller caller = Caller.as(code);
    for (String path :
        List.of(
            "/api/privacy/requests",
            "/api/privacy/retention",
            "/api/privacy/breaches",
            "/api/privacy/erasures",
            "/api/workers/" + id + "/erase")) {
      assertEquals("forbidden", fine(403, caller.get(path)).problem(), path);
      assertEquals("signed-out", fine(401, Caller.stranger().get(path)).problem(), path);
    }
    fine(403, caller.post("/api/workers/" + id + "/erase", "{\"confirm\":\"PRV-001\"}"));
    fine(403, caller.post("/api/privacy/keys", ""));
    fine(403, caller.post("/api/privacy/retention", ""));
    for (String path : List.of("consents", "looks", "kept", "kept.html", "requests")) {
      fine(401, Caller.stranger().get("/api/me/" + path));
    }
  }

  @Test
  @Order(8)
  @DisplayName("A breach is written down without names, with the hours until the authority is told")
  void breaches() {
    Instant found = Instant.now().minus(80, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
    String body =
        Json.createObjectBuilder()
            .add("happened", "A printed list of slips was left in a shop")
            .add("foundAt", found.toString())
            .add("affected", 8)
            .build()
            .toString();
    JsonObject written = fine(200, admin.post("/api/privacy/breaches", body)).json();
    assertEquals(found.plus(72, ChronoUnit.HOURS), Instant.parse(written.getString("boardDue")));
    assertTrue(written.getBoolean("late"));
    String told = "/api/privacy/breaches/" + written.getString("id") + "/told";
    String board = "{\"whom\":\"board\",\"at\":\"" + found.plus(2, ChronoUnit.HOURS) + "\"}";
    fine(204, admin.post(told, board));
    fine(409, admin.post(told, board));
    fine(400, admin.post(told, "{\"whom\":\"people\",\"at\":\"2031-01-01T00:00:00Z\"}"));
    assertFalse(
        get(admin, "/api/privacy/breaches")
            .getJsonArray("breaches")
            .getJsonObject(0)
            .getBoolean("late"));
    fine(400, admin.post("/api/privacy/breaches", "{\"happened\":\"\"}"));
  }

  @Test
  @Order(9)
  @DisplayName("What was kept long enough is deleted, and the run proves it")
  void retention() throws SQLException {
    Village.change(
        "insert into look (worker_id, viewer_id, role, why, day)"
            + " values (?, ?, 'helper', 'list', current_date - 500)",
        id,
        Village.id("PRV-F1"));
    Village.change(
        "update worker set active = false, changed_at = now() - interval '400 days'"
            + " where code = 'PRV-003'");
    UUID left = Village.id("PRV-003");
    fine(204, admin.post("/api/privacy/retention", ""));
    JsonObject proof = get(admin, "/api/privacy/retention");
    JsonObject run = proof.getJsonArray("runs").getJsonObject(0);
    assertFalse(run.isNull("finishedAt"));
    Map<String, Integer> deleted = new TreeMap<>();
    for (JsonObject result : run.getJsonArray("results").getValuesAs(JsonObject.class)) {
      deleted.put(result.getString("purpose"), result.getInt("deleted"));
    }
    assertTrue(deleted.get("looks") >= 1, deleted.toString());
    assertEquals(1, deleted.get("roster"), deleted.toString());
    assertEquals(0, Village.count("select count(*) from worker where code = 'PRV-003'"));
    assertEquals(List.of("erasure"), Village.tablesWith(left.toString()));
    assertTrue(proof.getJsonArray("rules").size() > 10);
  }

  @Test
  @Order(10)
  @DisplayName("Every column that carries a worker's id is in a holding, so that none is forgotten")
  void nothing_is_left_out() throws SQLException {
    TreeSet<String> held = new TreeSet<>(List.of("erasure.worker_id"));
    for (Holding holding :
        List.of(
            new EventHolding(),
            new LearningHolding(),
            new AssessmentHolding(),
            new DeviceHolding(),
            new SupportHolding(),
            new PrivacyHolding(),
            new CertificateHolding(),
            new SheetHolding(),
            new WorkerHolding())) {
      holding
          .tables()
          .forEach((table, columns) -> columns.forEach(column -> held.add(table + "." + column)));
    }
    held.remove("worker.id");
    TreeSet<String> there =
        new TreeSet<>(
            Village.text(
                """
                select c.table_name || '.' || c.column_name
                from information_schema.columns c join information_schema.tables t
                  on t.table_schema = c.table_schema and t.table_name = c.table_name
                where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
                  and not exists (select 1 from pg_inherits i
                    where i.inhrelid = to_regclass(c.table_name))
                  and c.data_type = 'uuid' and (c.column_name like '%worker%'
                  or (c.table_name, c.column_name) = ('roster_import_row', 'ref')
                  or (c.table_name, c.column_name) in (
                    select k.relname, a.attname from pg_constraint f
                      join pg_class k on k.oid = f.conrelid
                      join pg_attribute a on a.attrelid = k.oid and a.attnum = any (f.conkey)
                    where f.contype = 'f' and f.confrelid = to_regclass('worker')))
                """));
    assertEquals(there, held);
  }

  @Test
  @Order(11)
  @DisplayName("Names and phone numbers are in no table, no log and no problem in clear")
  void names_are_nowhere_in_clear() throws SQLException, IOException {
    List<String> names = new ArrayList<>(List.of(Village.NAME, Village.PHONE));
    Path roster = Path.of(System.getProperty("root"), "content/roster/muzaffarpur/workers.csv");
    for (String line : Files.readAllLines(roster).subList(1, 40)) {
      names.add(line.split(",")[1]);
      names.add(line.split(",")[4]);
    }
    names.removeIf(String::isBlank);
    for (String name : names) {
      assertEquals(List.of(), Village.tablesWith(name), name);
    }
    if (!Kadam.attached()) {
      try (Stream<Path> logs = Files.walk(Kadam.stack().settings().data().resolve("log"))) {
        for (Path log : logs.filter(Files::isRegularFile).toList()) {
          String text = Files.readString(log, StandardCharsets.UTF_8);
          names.forEach(name -> assertFalse(text.contains(name), log + " names somebody"));
        }
      }
    }
    String problem =
        admin
            .post(
                "/api/roster/imports?dryRun=true",
                "text/csv",
                ("worker_id,name,sex,birth_year,phone_e164,language,cadre,role_start,active,"
                        + "unit_code,device,first_pin\nPRV-009,"
                        + Village.NAME
                        + ",f,1985,"
                        + Village.PHONE
                        + "99999999,hi,asha,2015-01-01,true,NOWHERE,own,\n")
                    .getBytes(StandardCharsets.UTF_8))
            .text();
    assertFalse(problem.contains(Village.NAME) || problem.contains(Village.PHONE), problem);
  }

  @Test
  @Order(12)
  @DisplayName("Names under an older key are read, and sealed anew by command")
  void keys_can_be_turned() throws SQLException {
    UUID two = Village.id("PRV-002");
    NameKeys old = NameKeys.of(Kadam.NAME_KEYS.split(",")[1]);
    NameKeys both = NameKeys.of(Kadam.NAME_KEYS);
    Village.change(
        "update worker_name set name_box = ? where worker_id = ?",
        old.seal(two, "name", "मीना पुरानी-उदाहरण"),
        two);
    assertEquals("मीना पुरानी-उदाहरण", get(second, "/api/me").getString("name"));
    JsonObject done = fine(200, admin.post("/api/privacy/keys", "")).json();
    assertEquals(1, done.getInt("sealed"));
    assertEquals(
        0,
        Village.count(
            "select count(*) from worker_name where substring(name_box from 1 for 5) <> ?",
            both.current()));
    assertEquals("मीना पुरानी-उदाहरण", get(second, "/api/me").getString("name"));
    assertEquals(0, fine(200, admin.post("/api/privacy/keys", "")).json().getInt("sealed"));
  }

  @Test
  @Order(13)
  @DisplayName("Erased with a second confirmation; a rebuild brings nothing back, the sums stay")
  void erased() throws Exception {
    long events = Village.count("select count(*) from event");
    UUID one =
        UUID.fromString(
            Village.text("select id::text from event where worker_id = ? limit 1", id).get(0));
    String erase = "/api/workers/" + id + "/erase";
    assertEquals("PRV-001", get(admin, erase).getString("code"));
    assertFalse(get(admin, erase).getBoolean("asked"));
    assertEquals("invalid", fine(400, admin.post(erase, "{}")).problem());
    assertEquals("conflict", fine(409, admin.post(erase, "{\"confirm\":\"prv-001\"}")).problem());
    fine(200, worker.post("/api/me/erasure", "{}"));
    fine(200, worker.post("/api/me/erasure", "{}"));
    assertTrue(get(admin, erase).getBoolean("asked"));
    assertEquals("invalid", fine(400, admin.post(erase, "{\"confirm\":\"PRV-002\"}")).problem());
    fine(404, admin.post("/api/workers/" + UUID.randomUUID() + "/erase", "{\"confirm\":\"x\"}"));

    fine(204, admin.post(erase, "{\"confirm\":\"prv-001\"}"));

    fine(404, admin.post(erase, "{\"confirm\":\"prv-001\"}"));
    fine(403, worker.get("/api/me"));
    for (String projection : Village.text("select name from projection")) {
      fine(200, admin.post("/api/projections/" + projection + "/rebuild", ""));
    }
    nowhere(id);
    assertEquals(events, Village.count("select count(*) from event"), "each is still counted");
    assertEquals(1, Village.count("select count(*) from event where id = ?", one));
    Taken.await("the account to go", () -> none("select count(*) from account_end"));
    assertFalse(Kadam.canSignIn("PRV-001"));

    // Her helper is erased too: of what she decided and saw it stays that somebody did.
    UUID helpers = Village.id("PRV-F1");
    Caller.Answer early =
        admin.post("/api/workers/" + helpers + "/erase", "{\"confirm\":\"PRV-F1\"}");
    assertEquals("conflict", early.problem());
    fine(
        204,
        admin.post(
            "/api/workers/" + helpers + "/erase", "{\"confirm\":\"PRV-F1\",\"onPaper\":true}"));
    assertEquals(List.of("erasure"), Village.tablesWith(helpers.toString()));
    assertEquals("confirmed", rules(second).get(0).getString("state"));
    List<JsonObject> looks =
        get(second, "/api/me/looks").getJsonArray("looks").getValuesAs(JsonObject.class);
    assertTrue(looks.get(0).getString("name", null) == null, looks.toString());
  }

  private static void nowhere(UUID erased) throws SQLException {
    assertEquals(List.of("erasure"), Village.tablesWith(erased.toString()));
    for (String hers : List.of("PRV-001", Village.NAME, Village.PHONE)) {
      assertEquals(List.of(), Village.tablesWith(hers), hers);
    }
  }

  private static boolean none(String sql) {
    try {
      return Village.count(sql) == 0;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  @Order(14)
  @DisplayName("What a restored backup brings back is erased again from the list")
  void replayed() throws SQLException {
    String list = fine(200, admin.get("/api/privacy/erasures")).text();
    assertTrue(list.startsWith("worker_id,erased_at\n"));
    assertTrue(list.contains(id.toString()));
    // As a backup from before would have it: she, her name, a key, an event, and no erasure.
    Village.change("delete from erasure where worker_id = ?", id);
    Village.change(
        "insert into worker (id, code, cadre, department, language, unit_id, active, created_at,"
            + " changed_at) select ?, 'PRV-001', 'asha', 'health', 'hi', id, true, now(), now()"
            + " from org_unit where code = 'IN-BR-PRV-A-H1'",
        id);
    Village.change(
        "insert into worker_name (worker_id, name_box) values (?, sha256('not to be opened'))", id);
    Village.change(
        "insert into identity (issuer, subject, worker_id, since)"
            + " values ('elsewhere', 'x', ?, now())",
        id);
    assertTrue(Village.tablesWith(id.toString()).size() >= 3);
    assertEquals(
        "invalid",
        fine(
                400,
                admin.post(
                    "/api/privacy/erasures",
                    "text/csv",
                    "no list".getBytes(StandardCharsets.UTF_8)))
            .problem());
    fine(
        200,
        admin.post("/api/privacy/erasures", "text/csv", list.getBytes(StandardCharsets.UTF_8)));
    nowhere(id);
  }
}
