package org.kadam.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.kadam.it.Kadam.ask;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kadam.it.Caller;
import org.kadam.it.Caller.Answer;

@DisplayName("An import of a roster, step by step")
class RosterImportsIT {

  private static final String IMPORTS = "/api/roster/imports";
  private static final String UNITS =
      "unit_code,parent_code,level,department,name_en,name_hi,name_lo,time_zone\n";
  private static final String WORKERS =
      "worker_id,name,sex,birth_year,phone_e164,language,cadre,role_start,active,unit_code,device,"
          + "first_pin\n";
  private static final String ASSIGNMENTS = "worker_id,role,unit_code,department\n";
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static Caller admin() {
    return Caller.as("KADAM-A1");
  }

  private static Answer post(String query, String csv) {
    return admin().post(IMPORTS + query, "text/csv", csv.getBytes(StandardCharsets.UTF_8));
  }

  private static void now(String csv) {
    Answer answer = post("?dryRun=false", csv);
    assertEquals(200, answer.status(), answer.text());
  }

  /** Sends a file in the background, and waits until it stands at a state. */
  private static JsonObject sent(String csv, String state) throws Exception {
    Answer answer = post("?dryRun=true&background=true", csv);
    assertEquals(202, answer.status(), answer.text());
    String id = answer.json().getString("id");
    assertTrue(answer.headers().get("location").endsWith("/roster/imports/" + id));
    return await(id, state);
  }

  private static JsonObject await(String id, String state) throws Exception {
    Instant end = Instant.now().plus(PATIENCE);
    JsonObject standing = one(id);
    while (!state.equals(standing.getString("state"))) {
      assertTrue(Instant.now().isBefore(end), "In time this should be " + state + ": " + standing);
      assertNotEquals("failed", standing.getString("state"));
      Thread.sleep(200);
      standing = one(id);
    }
    return standing;
  }

  private static JsonObject one(String id) {
    return admin().get(IMPORTS + "/" + id).json();
  }

  private static String path(JsonObject standing, String more) {
    return IMPORTS + "/" + standing.getString("id") + more;
  }

  private static int count(JsonObject standing, String action) {
    return standing.getJsonObject("counts").getInt(action, 0);
  }

  private static void confirm(JsonObject standing, String more) {
    Answer answer =
        admin()
            .post(
                path(standing, "/confirm"),
                "{\"hash\":\"" + standing.getString("hash") + "\"" + more + "}");
    assertEquals(202, answer.status(), answer.text());
  }

  private static List<JsonObject> changes(JsonObject standing, String only) {
    return admin()
        .get(path(standing, "/changes?only=" + only))
        .json()
        .getJsonArray("changes")
        .getValuesAs(JsonObject.class);
  }

  /** {@code field: had > said} for each field of a change. */
  private static List<String> fields(JsonObject change) {
    return change.getJsonArray("fields").getValuesAs(JsonObject.class).stream()
        .map(
            f ->
                f.getString("field")
                    + ": "
                    + f.getString("had", "-")
                    + " > "
                    + f.getString("said", "-"))
        .sorted()
        .toList();
  }

  private static String worker(String code, String name, String phone, String active) {
    return "%s,%s,f,1980,%s,hi,trainer,,%s,IN-BR,,\n".formatted(code, name, phone, active);
  }

  private static String active(String code) throws SQLException {
    return ask("select active from worker where code = ?", code);
  }

  @Test
  @DisplayName("What differs is shown field by field, done when confirmed, and undone as a whole")
  void differences() throws Exception {
    now(WORKERS + worker("DIF-1", "Old Name", "+910000077701", "true"));
    JsonObject shown =
        sent(
            WORKERS
                + worker("DIF-1", "New Name", "+910000077702", "true")
                + worker("DIF-2", "Somebody New", "", "true"),
            "ready");
    assertEquals(1, count(shown, "added"));
    assertEquals(1, count(shown, "changed"));
    JsonObject changed = changes(shown, "changed").get(0);
    assertEquals("New Name", changed.getString("name"));
    assertEquals(2, changed.getInt("line"));
    assertEquals(
        List.of("name: Old Name > New Name", "phone_e164: +910000077701 > +910000077702"),
        fields(changed));
    assertTrue(fields(changes(shown, "added").get(0)).contains("cadre: - > trainer"));
    assertEquals(null, active("DIF-2"), "Nothing is done before the yes");

    confirm(shown, "");
    JsonObject done = await(shown.getString("id"), "done");
    assertEquals("t", active("DIF-2"));
    assertEquals(1, count(done, "changed"));
    assertTrue(done.containsKey("undoUntil"));
    assertEquals(
        "New Name", changes(done, "changed").get(0).getString("name"), "It stays to be read");

    assertEquals(204, admin().post(path(done, "/undo"), "").status());
    assertEquals("undone", one(done.getString("id")).getString("state"));
    assertEquals("f", active("DIF-2"), "Who came with it has left");
    JsonObject again =
        sent(WORKERS + worker("DIF-1", "Old Name", "+910000077701", "true"), "ready");
    assertEquals(1, count(again, "unchanged"), "She is as she was, name and phone too");
    assertEquals(409, admin().post(path(done, "/undo"), "").status());
  }

  @Test
  @DisplayName("A yes holds for what was shown; if the roster changed meanwhile it is shown anew")
  void stale() throws Exception {
    now(WORKERS + worker("STA-1", "One", "", "true"));
    JsonObject shown = sent(WORKERS + worker("STA-1", "Two", "", "true"), "ready");
    now(WORKERS + worker("STA-1", "Three", "", "true"));
    confirm(shown, "");
    JsonObject anew = await(shown.getString("id"), "ready");
    assertTrue(anew.getBoolean("stale"));
    assertNotEquals(shown.getString("hash"), anew.getString("hash"));
    assertEquals(List.of("name: Three > Two"), fields(changes(anew, "changed").get(0)));
    Answer old =
        admin().post(path(shown, "/confirm"), "{\"hash\":\"" + shown.getString("hash") + "\"}");
    assertEquals(409, old.status());
    confirm(anew, "");
    await(shown.getString("id"), "done");
  }

  @Test
  @DisplayName("A dry run that was answered at once can be confirmed by its id and hash too")
  void dryRunConfirmed() throws Exception {
    Answer answer = post("?dryRun=true", WORKERS + worker("DRY-1", "Dry", "", "true"));
    JsonObject result = answer.json();
    assertEquals(null, active("DRY-1"));
    confirm(result, "");
    await(result.getString("id"), "done");
    assertEquals("t", active("DRY-1"));
  }

  @Test
  @DisplayName("Who is not in the file is listed, and leaves only where that is asked for")
  void missing() throws Exception {
    now(UNITS + "IN-BR-MIS,IN-BR,district,,Missing,,,\nIN-BR-MIS-A,IN-BR-MIS,block,,A,,,\n");
    String all =
        Stream.of("1", "2", "3")
            .map(
                n ->
                    worker("MIS-" + n, "Person " + n, "", "true").replace("IN-BR,", "IN-BR-MIS-A,"))
            .reduce("", String::concat);
    now(WORKERS + all);
    String first = all.lines().findFirst().orElseThrow() + "\n";
    JsonObject shown = sent(WORKERS + first, "ready");
    assertEquals(2, count(shown, "missing"));
    assertEquals(
        List.of("MIS-2", "MIS-3"),
        changes(shown, "missing").stream().map(c -> c.getString("code")).toList());
    confirm(shown, ",\"left\":[\"MIS-3\"]");
    JsonObject done = await(shown.getString("id"), "done");
    assertEquals(1, count(done, "left"));
    assertEquals("t", active("MIS-2"));
    assertEquals("f", active("MIS-3"));
    assertEquals(204, admin().post(path(done, "/undo"), "").status());
    assertEquals("t", active("MIS-3"));
    JsonObject every = sent(WORKERS + first, "ready");
    confirm(every, ",\"allLeft\":true");
    assertEquals(2, count(await(every.getString("id"), "done"), "left"));
    assertEquals("f", active("MIS-2"));
  }

  @Test
  @DisplayName("What was changed since cannot be undone, and every such row is named")
  void touched() throws Exception {
    now(WORKERS + worker("TOU-1", "One", "", "true") + worker("TOU-2", "Two", "", "true"));
    Answer answer =
        post(
            "?dryRun=false",
            WORKERS + worker("TOU-1", "One B", "", "true") + worker("TOU-2", "Two B", "", "true"));
    now(WORKERS + worker("TOU-2", "Two C", "", "true"));
    JsonObject done = answer.json();
    Answer refused = admin().post(path(done, "/undo"), "");
    assertEquals(409, refused.status());
    assertEquals("conflict", refused.problem());
    JsonObject row = refused.json().getJsonArray("problems").getJsonObject(0);
    assertEquals(3, row.getInt("line"));
    assertEquals("touched", row.getString("kind"));
    assertFalse(refused.text().contains("Two"), "No name in a problem");
    assertEquals("TOU-2", changes(done, "touched").get(0).getString("code"));
    JsonObject same = sent(WORKERS + worker("TOU-1", "One B", "", "true"), "ready");
    assertEquals(1, count(same, "unchanged"), "Nothing at all was undone");
  }

  @Test
  @DisplayName("Places and rights are undone too")
  void otherKinds() throws Exception {
    now(UNITS + "IN-BR-UND,IN-BR,district,,Before,,,\n");
    JsonObject places =
        post(
                "?dryRun=false",
                UNITS + "IN-BR-UND,IN-BR,district,,After,,,\nIN-BR-UND-A,IN-BR-UND,block,,A,,,\n")
            .json();
    assertEquals(204, admin().post(path(places, "/undo"), "").status());
    assertEquals("Before", ask("select name_en from org_unit where code = ?", "IN-BR-UND"));
    assertEquals(null, ask("select name_en from org_unit where code = ?", "IN-BR-UND-A"));

    now(WORKERS + worker("UND-1", "Trainer", "", "true"));
    now(ASSIGNMENTS + "UND-1,trainer,IN-BR,\n");
    JsonObject rights = post("?dryRun=false", ASSIGNMENTS + "UND-1,officer,IN-BR,\n").json();
    assertEquals(1, rights.getInt("removed"));
    String held =
        "select string_agg(a.role, ',') from staff_assignment a join worker w on w.id = a.worker_id"
            + " where w.code = ?";
    assertEquals("officer", ask(held, "UND-1"));
    assertEquals(204, admin().post(path(rights, "/undo"), "").status());
    assertEquals("trainer", ask(held, "UND-1"));
  }

  @Test
  @DisplayName("A place that is used by now stays, and the undo is refused")
  void usedPlace() {
    JsonObject places = post("?dryRun=false", UNITS + "IN-BR-USE,IN-BR,district,,Used,,,\n").json();
    now(WORKERS + worker("USE-1", "Worker", "", "true").replace("IN-BR,", "IN-BR-USE,"));
    assertEquals(409, admin().post(path(places, "/undo"), "").status());
  }

  @Test
  @DisplayName("Headings from elsewhere are proposed, said, and remembered")
  void mapping() throws Exception {
    String file =
        "ASHA ID,पूरा नाम,Mobile,Centre code,Zodiac\nMAP-1,सबीना खातून,0000012345,IN-BR,x\n";
    JsonObject asked = sent(file, "mapping");
    JsonObject proposed = asked.getJsonObject("mapping").getJsonObject("headings");
    assertEquals("worker_id", proposed.getString("ASHA ID"));
    assertEquals("name", proposed.getString("पूरा नाम"));
    assertEquals("phone_e164", proposed.getString("Mobile"));
    assertEquals("", proposed.getString("Zodiac"));
    assertTrue(asked.getJsonObject("kinds").getJsonObject("workers").toString().contains("cadre"));

    String headings =
        "{\"ASHA ID\":\"worker_id\",\"पूरा नाम\":\"name\",\"Mobile\":\"\","
            + "\"Centre code\":\"unit_code\",\"Zodiac\":\"\"}";
    String all = "{\"cadre\":\"trainer\",\"language\":\"hi\",\"active\":\"true\"}";
    assertEquals(
        400,
        admin()
            .put(path(asked, "/mapping"), "{\"headings\":{\"Nothing\":\"name\"},\"all\":{}}")
            .status());
    Answer said =
        admin().put(path(asked, "/mapping"), "{\"headings\":" + headings + ",\"all\":" + all + "}");
    assertEquals(202, said.status(), said.text());
    JsonObject shown = await(asked.getString("id"), "ready");
    assertEquals(1, count(shown, "added"));

    JsonObject next = sent(file.replace("MAP-1", "MAP-2"), "mapping");
    assertEquals(
        "", next.getJsonObject("mapping").getJsonObject("headings").getString("Mobile"), "As said");
    assertEquals(204, delete(next));
    assertEquals("dropped", one(next.getString("id")).getString("state"));
  }

  private static int delete(JsonObject standing) {
    return admin().send("DELETE", path(standing, ""), null, null, List.of()).status();
  }

  @Test
  @DisplayName("The same by parameters, in one step")
  void mappingByParameter() throws Exception {
    Answer answer =
        post(
            "?dryRun=false&column=ID:worker_id&column=Name:name&column=Other:&all=cadre:trainer"
                + "&all=language:hi&all=active:true&all=unit_code:IN-BR",
            "ID,Name,Other\nMAP-9,Invented,=1\n");
    assertEquals(200, answer.status(), answer.text());
    assertEquals("t", active("MAP-9"));
    now(WORKERS + "MAP-9,Invented,f,1980,+910000077709,hi,trainer,2010-01-01,true,IN-BR,,\n");
    Answer few =
        post(
            "?dryRun=true&column=ID:worker_id&column=Name:name&all=cadre:trainer"
                + "&all=language:hi&all=active:true&all=unit_code:IN-BR",
            "ID,Name\nMAP-9,Invented\n");
    assertEquals(1, few.json().getInt("unchanged"), "What the file does not say stays");
  }

  @Test
  @DisplayName("Faults are told in every language, and the table to take along runs no formula")
  void faults() throws Exception {
    JsonObject refused =
        sent(
            WORKERS
                + worker("FLT-1", "lquhrk nsoh", "", "true")
                + worker("FLT-2", "=1+1", "", "perhaps")
                + "FLT-3,สีดา แก้วมะนี,f,1980,,lo,trainer,,true,IN-BR,,\n",
            "refused");
    assertEquals(4, refused.getInt("faults"));
    List<JsonObject> faults =
        admin()
            .get(path(refused, "/faults"))
            .json()
            .getJsonArray("faults")
            .getValuesAs(JsonObject.class);
    assertEquals(
        List.of("2:2:old-hindi-font", "3:2:formula", "3:9:choice", "4:2:thai-letters"),
        faults.stream()
            .map(f -> f.getInt("line") + ":" + f.getInt("column") + ":" + f.getString("kind"))
            .toList());
    assertTrue(faults.get(0).getJsonObject("text").getString("hi").contains("यूनिकोड"));
    assertTrue(faults.get(0).getJsonObject("text").getString("en").contains("Unicode"));
    Answer table = admin().get(path(refused, "/faults.csv?language=lo"));
    assertTrue(table.headers().get("content-type").startsWith("text/csv"));
    assertTrue(table.headers().get("content-disposition").contains("attachment"));
    assertEquals(5, table.text().lines().count());
    assertTrue(table.text().lines().noneMatch(line -> line.matches("[=+@-].*")));
    assertFalse(table.text().contains("nsoh"), "What stood there is not given back");
  }

  @ParameterizedTest
  @ValueSource(strings = {"units", "workers", "assignments"})
  @DisplayName("Nobody imports into places that she does not answer for")
  void outside(String kind) {
    String file =
        switch (kind) {
          case "units" -> UNITS + "LA-BK-NEW,LA-BK,district,,New,,,\n";
          case "workers" -> WORKERS + "OUT-1,Invented,f,1980,,lo,vhv,,true,LA-BK-HXY-C1,,\n";
          default -> ASSIGNMENTS + "KADAM-A1,admin,LA,\nKADAM-A1,admin,IN,\n";
        };
    Answer answer = post("?dryRun=false", file);
    assertEquals(422, answer.status(), answer.text());
    JsonObject fault = answer.json().getJsonArray("problems").getJsonObject(0);
    assertEquals("outside", fault.getString("kind"));
    assertEquals(2, fault.getInt("line"));
  }

  @Test
  @DisplayName("Nor does she get hold of somebody who works elsewhere")
  void elsewhere() {
    Answer answer =
        post("?dryRun=false", WORKERS + "HXY-001,Taken,f,1980,,hi,trainer,,true,IN-BR,,\n");
    assertEquals(422, answer.status());
    assertTrue(answer.text().contains("outside"));
  }

  @Test
  @DisplayName("A table of a million rows is refused, and the server goes on as before")
  void million() throws Exception {
    String file = ASSIGNMENTS + "A1,worker,IN,\n".repeat(1_000_000);
    JsonObject refused = sent(file, "refused");
    Answer faults = admin().get(path(refused, "/faults"));
    assertTrue(faults.text().contains("too-many-rows"));
    assertEquals(200, admin().get("/api/me").status());
  }

  @Test
  @DisplayName("What an import keeps of names is sealed, the upload goes when it is read")
  void sealed() throws Exception {
    JsonObject shown = sent(WORKERS + worker("SEA-1", "Sealedname", "", "true"), "ready");
    String id = shown.getString("id");
    assertEquals("0", ask("select count(*) from roster_import_part where import_id = ?::uuid", id));
    String rows =
        ask(
            "select string_agg(r::text || encode(coalesce(personal, ''), 'escape'), '')"
                + " from roster_import_row r where import_id = ?::uuid",
            id);
    assertTrue(rows.contains("SEA-1"));
    assertFalse(rows.contains("Sealedname"));
  }

  @Test
  @DisplayName("Each look at a person's row is noted for her")
  void looks() throws Exception {
    now(WORKERS + worker("LOO-1", "Before", "", "true"));
    String noted =
        "select count(*) from look l join worker w on w.id = l.worker_id"
            + " where l.why = 'roster' and w.code = ?";
    JsonObject shown = sent(WORKERS + worker("LOO-1", "After", "", "true"), "ready");
    assertEquals("0", ask(noted, "LOO-1"));
    changes(shown, "changed");
    assertEquals("1", ask(noted, "LOO-1"));
  }

  @Test
  @DisplayName("The history is paged, the latest first, and each import is found in it")
  void history() throws Exception {
    JsonObject shown = sent(WORKERS + worker("HIS-1", "History", "", "true"), "ready");
    JsonObject page = admin().get(IMPORTS).json();
    assertTrue(
        page.getJsonArray("imports").getValuesAs(JsonObject.class).stream()
            .anyMatch(i -> i.getString("id").equals(shown.getString("id"))));
    assertEquals(
        Json.createValue("KADAM-A1"), page.getJsonArray("imports").getJsonObject(0).get("by"));
    JsonObject rest = admin().get(IMPORTS + "?before=" + shown.getString("id")).json();
    assertTrue(
        rest.getJsonArray("imports").getValuesAs(JsonObject.class).stream()
            .noneMatch(i -> i.getString("id").equals(shown.getString("id"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"KNT-001", "KNT-F2", "MZF-T1", "MZF-D1"})
  @DisplayName("Nobody but an administrator sees, confirms or undoes an import")
  void others(String code) throws Exception {
    JsonObject shown = post("?dryRun=true", WORKERS + worker("OTH-1", "X", "", "true")).json();
    Caller other = Caller.as(code);
    assertEquals(403, other.get(IMPORTS).status());
    for (String more : List.of("", "/faults", "/faults.csv", "/changes")) {
      assertEquals(403, other.get(path(shown, more)).status(), more);
    }
    assertEquals(403, other.post(path(shown, "/confirm"), "{}").status());
    assertEquals(403, other.post(path(shown, "/undo"), "").status());
    assertEquals(403, other.put(path(shown, "/mapping"), "{}").status());
    assertEquals(403, other.send("DELETE", path(shown, ""), null, null, List.of()).status());
  }

  @Test
  @DisplayName("An import that is not there is not found")
  void nowhere() {
    String nowhere = IMPORTS + "/" + UUID.randomUUID();
    assertEquals(404, admin().get(nowhere).status());
    assertEquals(404, admin().get(nowhere + "/changes").status());
    assertEquals(404, admin().post(nowhere + "/undo", "").status());
    assertEquals(404, admin().get(IMPORTS + "/1%27--").status());
  }
}
