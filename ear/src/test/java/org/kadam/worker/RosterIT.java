package org.kadam.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.kadam.it.Kadam.ask;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kadam.it.Caller;
import org.kadam.it.Caller.Answer;
import org.kadam.it.Kadam;

@DisplayName("The roster, from outside")
class RosterIT {

  private static final String UNITS =
      "unit_code,parent_code,level,department,name_en,name_hi,name_lo,time_zone\n";
  private static final String WORKERS =
      "worker_id,name,sex,birth_year,phone_e164,language,cadre,role_start,active,unit_code,device,"
          + "first_pin\n";
  private static final String ASSIGNMENTS = "worker_id,role,unit_code,department\n";
  private static final Path DEMO =
      Path.of(System.getProperty("root"), "content/roster/muzaffarpur/workers.csv");
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static String demoRow(String code) throws IOException {
    try (Stream<String> lines = Files.lines(DEMO)) {
      return lines.filter(line -> line.startsWith(code + ",")).findFirst().orElseThrow() + "\n";
    }
  }

  private static Answer imported(Caller caller, String csv, boolean dryRun) {
    return imported(caller, csv.getBytes(StandardCharsets.UTF_8), dryRun);
  }

  private static Answer imported(Caller caller, byte[] csv, boolean dryRun) {
    return caller.post("/api/roster/imports?dryRun=" + dryRun, "text/csv", csv);
  }

  private static Caller admin() {
    return Caller.as("KADAM-A1");
  }

  private static String counts(Answer answer) {
    assertEquals(200, answer.status(), answer.text());
    JsonObject json = answer.json();
    return "%d added, %d changed, %d unchanged, %d removed"
        .formatted(
            json.getInt("added"),
            json.getInt("changed"),
            json.getInt("unchanged"),
            json.getInt("removed"));
  }

  private static List<String> faults(Answer answer) {
    assertEquals(422, answer.status(), answer.text());
    assertEquals("file", answer.problem());
    return answer.json().getJsonArray("problems").getValuesAs(JsonObject.class).stream()
        .map(fault -> fault.getInt("line") + ":" + fault.getString("kind"))
        .toList();
  }

  /** What the sign-in says to somebody who comes with a PIN, in its own words. */
  private static String signIn(String code, String pin) throws Exception {
    String form = "grant_type=password&client_id=kadam-tools&username=" + code + "&password=" + pin;
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(Kadam.keycloak() + "/realms/kadam/protocol/openid-connect/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  private static String idOf(String code) throws SQLException {
    return ask("select id::text from worker where code = ?", code);
  }

  private static void await(String what, String sql, String value) throws Exception {
    Instant end = Instant.now().plus(PATIENCE);
    while (!what.equals(ask(sql, value))) {
      assertTrue(Instant.now().isBefore(end), "In time " + value + " should be " + what);
      Thread.sleep(300);
    }
  }

  @Test
  @DisplayName("GET /api/me tells a worker who she is, where, and who helps her")
  void me() {
    JsonObject me = Caller.as("KNT-017").get("/api/me").json();
    assertEquals("KNT-017", me.getString("code"));
    assertEquals("सबीना खातून", me.getString("name"));
    assertEquals("in", me.getString("land"));
    assertEquals("asha", me.getString("cadre"));
    assertEquals("IN-BR-MZF-KNT-H2", me.getJsonObject("place").getString("code"));
    assertEquals("रीमा कुमारी", me.getJsonObject("helper").getString("name"));
    assertEquals(1, me.getJsonArray("roles").size());
  }

  @ParameterizedTest
  @DisplayName("Names are seen by a helper of a place small enough, and by nobody else")
  @CsvSource({
    "KNT-F2,true",
    "KNT-B1,true",
    "HXY-H1,true",
    "MZF-D1,false",
    "BKO-D1,false",
    "MZF-T1,false"
  })
  void namesOrNumbers(String code, boolean names) {
    JsonObject assignment =
        Caller.as(code).get("/api/me").json().getJsonArray("assignments").getJsonObject(0);
    assertEquals(names, assignment.getBoolean("names"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/me", "/api/roster/accounts"})
  @DisplayName("A stranger gets 401 as a problem and is sent nowhere")
  void stranger(String path) {
    Answer answer = Caller.stranger().get(path);
    assertEquals(401, answer.status());
    assertFalse(answer.headers().containsKey("location"));
    assertEquals(401, imported(Caller.stranger(), UNITS, true).status());
  }

  @ParameterizedTest
  @ValueSource(strings = {"KNT-001", "KNT-F2", "MZF-T1", "MZF-D1"})
  @DisplayName("Nobody but an administrator imports or looks at accounts")
  void othersMayNotImport(String code) {
    Caller caller = Caller.as(code);
    Answer answer = imported(caller, UNITS, true);
    assertEquals(403, answer.status());
    assertEquals("forbidden", answer.problem());
    assertEquals(403, caller.get("/api/roster/accounts").status());
  }

  @Test
  @DisplayName("A dry run does everything and keeps nothing")
  void dryRun() throws SQLException {
    String row = "IN-BR-DRY,IN-BR,district,,Dry,,,\n";
    assertEquals(
        "1 added, 0 changed, 0 unchanged, 0 removed", counts(imported(admin(), UNITS + row, true)));
    assertEquals(null, ask("select path from org_unit where code = ?", "IN-BR-DRY"));
  }

  @Test
  @DisplayName("Without saying whether it is a dry run nothing is imported")
  void dryRunMustBeSaid() {
    for (String query : List.of("", "?dryRun=", "?dryRun=yes")) {
      Answer answer =
          admin()
              .post(
                  "/api/roster/imports" + query,
                  "text/csv",
                  UNITS.getBytes(StandardCharsets.UTF_8));
      assertEquals(400, answer.status());
      assertEquals("invalid", answer.problem());
    }
  }

  @Test
  @DisplayName("An import again changes what is different and nothing else")
  void again() throws SQLException {
    Caller admin = admin();
    String district = "IN-BR-AGA,IN-BR,district,,Again,,,\n";
    String first = "IN-BR-AGA-A,IN-BR-AGA,block,,A,,,\nIN-BR-AGA-B,IN-BR-AGA-A,facility,,B,,,\n";
    assertEquals(
        "3 added, 0 changed, 0 unchanged, 0 removed",
        counts(imported(admin, UNITS + first + district, false)));
    assertEquals(
        "0 added, 0 changed, 3 unchanged, 0 removed",
        counts(imported(admin, UNITS + district + first, false)));
    String moved = "IN-BR-AGA-A,IN-BR,block,,A,अ,,\n";
    assertEquals(
        "0 added, 1 changed, 0 unchanged, 0 removed",
        counts(imported(admin, UNITS + moved, false)));
    assertEquals(
        "/IN/IN-BR/IN-BR-AGA-A/IN-BR-AGA-B/",
        ask("select path from org_unit where code = ?", "IN-BR-AGA-B"),
        "What lies inside moves along");
  }

  @Test
  @DisplayName("2,036 workers who are the same are found to be the same, in seconds")
  void wholeDistrictAgain() throws IOException {
    byte[] file = Files.readAllBytes(DEMO);
    Caller admin = admin();
    Instant began = Instant.now();
    assertEquals(
        "0 added, 0 changed, 2036 unchanged, 0 removed", counts(imported(admin, file, false)));
    Duration took = Duration.between(began, Instant.now());
    assertTrue(took.toSeconds() < 20, "took " + took);
  }

  @Test
  @DisplayName("One bad row, and the good ones beside it are not imported either")
  void allOrNothing() throws SQLException {
    String file =
        UNITS + "IN-BR-HALF,IN-BR,district,,Half,,,\nIN-BR-BAD,NOWHERE,district,,Bad,,,\n";
    assertEquals(List.of("3:unknown"), faults(imported(admin(), file, false)));
    assertEquals(null, ask("select path from org_unit where code = ?", "IN-BR-HALF"));
  }

  @Test
  @DisplayName("Every fault of a file is told at once, and nothing of what stood there")
  void everyFault() {
    String good = "RIT-1,Invented,f,1980,,hi,trainer,,true,IN-BR,,\n";
    Answer answer =
        imported(
            admin(),
            WORKERS
                + good
                + good
                + "RIT-2,=SECRET(1),f,1980,,hi,trainer,,true,IN-BR,,\n"
                + "RIT-3,Invented,f,SECRET,,hi,trainer,,true,NOWHERE,,\n"
                + "RIT-4,Invented,f,1980,,hi,vhv,,true,IN-BR,,\n"
                + "too,few\n",
            false);
    assertEquals(
        List.of("3:duplicate", "4:formula", "5:year", "5:unknown", "6:land", "7:cells"),
        faults(answer));
    assertFalse(answer.text().contains("SECRET"));
  }

  @Test
  @DisplayName("A file in another encoding, of another kind or without a column is refused")
  void broken() {
    Caller admin = admin();
    byte[] latin =
        (UNITS + "X,IN-BR,district,,Köln,,,\n").getBytes(Charset.forName("windows-1252"));
    assertEquals(List.of("2:encoding"), faults(imported(admin, latin, false)));
    assertEquals(List.of("1:header"), faults(imported(admin, "a,b\n1,2\n", false)));
    assertEquals(
        List.of("1:missing-column"),
        faults(imported(admin, UNITS.replace(",time_zone", ""), false)));
    assertEquals(List.of("2:quotes"), faults(imported(admin, UNITS + "\"open\n", false)));
    assertEquals(List.of("1:empty"), faults(imported(admin, "", false)));
    assertEquals(
        List.of("2:cycle"),
        faults(imported(admin, UNITS + "IN-BR-LOOP,IN-BR-LOOP,block,,Loop,,,\n", false)));
    Answer json = admin.post("/api/roster/imports?dryRun=true", "{}");
    assertEquals(415, json.status());
  }

  @ParameterizedTest
  @ValueSource(ints = {25, 31})
  @DisplayName("A file that is too large is refused as such")
  void tooLarge(int megabytes) {
    byte[] file =
        (UNITS + ("x".repeat(9_999) + "\n").repeat(megabytes * 105))
            .getBytes(StandardCharsets.UTF_8);
    Answer answer = imported(admin(), file, true);
    assertEquals(413, answer.status());
    assertEquals("too-large", answer.problem());
  }

  @Test
  @DisplayName("Her own choice of language outlives the next roster")
  void language() throws IOException {
    Caller her = Caller.as("MSH-001");
    assertEquals(204, her.put("/api/me/language", "{\"language\":\"en\"}").status());
    String row = demoRow("MSH-001");
    String other = row.replace(",hi,asha,", ",lo,asha,");
    assertEquals(
        "0 added, 1 changed, 0 unchanged, 0 removed",
        counts(imported(admin(), WORKERS + other, false)));
    assertEquals("en", her.get("/api/me").json().getString("language"));
    assertEquals(200, imported(admin(), WORKERS + row, false).status());
    Answer refused = her.put("/api/me/language", "{\"language\":\"fr\"}");
    assertEquals(400, refused.status());
    assertEquals("language", refused.json().getString("field"));
    assertEquals(204, her.put("/api/me/language", "{\"language\":\"hi\"}").status());
  }

  @Test
  @DisplayName("An account follows the roster, and its first PIN is erased when it is made")
  void accountFollows() throws Exception {
    String state = "select a.state from account a join worker w on w.id = a.worker_id where code=?";
    String pin =
        "select coalesce(a.first_pin, '-') from account a join worker w on w.id = a.worker_id"
            + " where code = ?";
    Caller admin = admin();
    String row = "RIT-ACC,Invented Person,x,1980,+910000099999,hi,trainer,,true,IN-BR,own,463728\n";
    assertEquals(
        "1 added, 0 changed, 0 unchanged, 0 removed",
        counts(imported(admin, WORKERS + row, false)));
    await("made", state, "RIT-ACC");
    assertEquals("-", ask(pin, "RIT-ACC"));
    assertTrue(
        signIn("rit-acc", "463728").contains("not fully set up"),
        "The first PIN is hers, and she must choose another");

    assertEquals(
        "0 added, 1 changed, 0 unchanged, 0 removed",
        counts(imported(admin, WORKERS + row.replace(",true,", ",false,"), false)));
    await("made", state, "RIT-ACC");
    assertFalse(
        signIn("rit-acc", "463728").contains("not fully set up"),
        "Her account is shut, and its PIN is gone");
    assertEquals(
        "1 added, 0 changed, 0 unchanged, 0 removed",
        counts(imported(admin, ASSIGNMENTS + "RIT-ACC,trainer,IN-BR,\n", false)));
    assertEquals(
        "1 added, 0 changed, 0 unchanged, 1 removed",
        counts(imported(admin, ASSIGNMENTS + "RIT-ACC,worker,IN-BR,\n", false)));
  }

  @Test
  @DisplayName("An administrator sees how the accounts stand, by code alone")
  void accounts() {
    // Waits until hers is made.
    Caller.as("KNT-001");
    Answer answer = admin().get("/api/roster/accounts?state=made&after=knt-");
    JsonObject page = answer.json();
    assertTrue(page.getJsonObject("counts").getInt("made") > 0);
    assertEquals("KNT-001", page.getJsonArray("accounts").getJsonObject(0).getString("worker"));
    assertFalse(answer.text().contains("+91"));
    assertEquals(400, admin().get("/api/roster/accounts?state=lost").status());
  }

  @Test
  @DisplayName("A helper makes a first PIN for one of hers, good for one sign-in")
  void firstPin() throws Exception {
    Caller helper = Caller.as("KNT-F2");
    String path = "/api/workers/" + idOf("KNT-016") + "/first-pin";
    Instant end = Instant.now().plus(PATIENCE);
    Answer answer = helper.post(path, "");
    while (answer.status() == 503 && Instant.now().isBefore(end)) {
      // Her account is only now being made.
      Thread.sleep(500);
      answer = helper.post(path, "");
    }
    assertEquals(200, answer.status(), answer.text());
    String pin = answer.json().getString("firstPin");
    assertTrue(pin.matches("[0-9]{6}"));
    assertTrue(signIn("knt-016", pin).contains("not fully set up"));
    assertFalse(signIn("knt-016", "135790").contains("not fully set up"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"KNT-001", "KNT-050", "KNT-110", "MSH-001", "HXY-005", "KNT-F2", "KNT-B1"})
  @DisplayName("A helper makes none for anybody else, nor for herself, and cannot tell who exists")
  void firstPinOfOthers(String code) throws SQLException {
    Answer answer = Caller.as("KNT-F2").post("/api/workers/" + idOf(code) + "/first-pin", "");
    assertEquals(404, answer.status());
    Answer nobody =
        Caller.as("KNT-F2").post("/api/workers/" + UUID.randomUUID() + "/first-pin", "");
    assertEquals(nobody.text(), answer.text());
    assertEquals(404, Caller.as("KNT-F2").post("/api/workers/1%27--/first-pin", "").status());
  }

  @ParameterizedTest
  @ValueSource(strings = {"KNT-001", "MZF-D1", "MZF-T1"})
  @DisplayName("Workers, officers and trainers make no first PINs")
  void firstPinNeedsAHelper(String code) throws SQLException {
    String path = "/api/workers/" + idOf("KNT-016") + "/first-pin";
    assertEquals(403, Caller.as(code).post(path, "").status());
  }
}
