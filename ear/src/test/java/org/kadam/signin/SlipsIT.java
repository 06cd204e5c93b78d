package org.kadam.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.kadam.it.Kadam.ask;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kadam.it.Caller;
import org.kadam.it.Caller.Answer;
import org.kadam.it.Kadam;

@DisplayName("Accounts that a helper or an administrator looks after")
class SlipsIT {

  private static final Pattern SLIP =
      Pattern.compile("([A-Z]{3}-[0-9F]+)\\s[^0-9]*\\s([0-9]{6})\\s");
  private static final String DEMO = "content/roster/muzaffarpur/workers.csv";
  private static final String OWN = "748205";

  private static Servers servers;

  @BeforeAll
  static void people() {
    servers = Servers.running();
  }

  private static String id(String code) {
    return ask("select id::text from worker where code = ?", code);
  }

  private static Answer slips(Caller caller, String... codes) {
    List<String> ids = new ArrayList<>();
    for (String code : codes) {
      ids.add('"' + id(code) + '"');
    }
    return caller.post("/api/slips", "{\"workers\":" + ids + "}");
  }

  /** First PINs by worker id, as they stand on the slips. */
  private static Map<String, String> read(Answer answer) throws IOException {
    assertEquals(200, answer.status(), answer.text());
    assertEquals("application/pdf", answer.headers().get("content-type"));
    assertTrue(answer.headers().get("cache-control").contains("no-store"));
    Map<String, String> pins = new LinkedHashMap<>();
    try (var document = Loader.loadPDF(answer.body())) {
      Matcher slip = SLIP.matcher(new PDFTextStripper().getText(document));
      while (slip.find()) {
        pins.put(slip.group(1), slip.group(2));
      }
    }
    return pins;
  }

  private static Visitor with(String name, String pin) {
    Visitor visitor = new Visitor(servers, "hi");
    visitor.signIn();
    visitor.as(name, pin);
    return visitor;
  }

  private static boolean mustChoose(Visitor visitor) {
    return visitor.page().html().contains("password-new");
  }

  @Test
  @DisplayName(
      "A helper hands slips to two of hers; each PIN lets its worker in once, to choose hers")
  void helper() throws Exception {
    Map<String, String> pins = read(slips(Caller.as("KNT-F2"), "KNT-025", "KNT-026"));
    assertEquals(List.of("KNT-025", "KNT-026"), List.copyOf(pins.keySet()));
    assertNotEquals(pins.get("KNT-025"), pins.get("KNT-026"));
    Visitor her = with("KNT-025", pins.get("KNT-025"));
    assertTrue(mustChoose(her), her.page().text());
    assertTrue(her.choose(OWN, OWN).left(servers.app()), her.page().text());
    assertFalse(with("KNT-025", pins.get("KNT-025")).page().complaint().isEmpty());
    assertTrue(with("KNT-025", OWN).page().left(servers.app()));
    assertFalse(with("KNT-025", pins.get("KNT-026")).page().complaint().isEmpty());
  }

  @Test
  @DisplayName("A second slip ends the first, and the PIN that she had chosen")
  void again() throws Exception {
    Caller helper = Caller.as("KNT-F2");
    String first = read(slips(helper, "KNT-027")).get("KNT-027");
    with("KNT-027", first).choose(OWN, OWN);
    String second = read(slips(helper, "KNT-027")).get("KNT-027");
    assertFalse(with("KNT-027", OWN).page().complaint().isEmpty());
    assertTrue(mustChoose(with("KNT-027", second)));
  }

  @Test
  @DisplayName("An administrator makes slips for all of a place, eight a page")
  void place() throws Exception {
    Answer answer = Caller.as("KADAM-A1").post("/api/slips", "{\"unit\":\"IN-BR-MZF-GGT-H1\"}");
    Map<String, String> pins = read(answer);
    assertTrue(pins.size() >= 15, pins.keySet().toString());
    assertTrue(pins.keySet().stream().allMatch(code -> code.startsWith("GGT-")));
    try (var document = Loader.loadPDF(answer.body())) {
      assertEquals((pins.size() + 7) / 8, document.getNumberOfPages());
    }
    assertTrue(mustChoose(with("GGT-003", pins.get("GGT-003"))));
  }

  @Test
  @DisplayName("One who is not hers among them, and not one PIN is made")
  void notHers() throws Exception {
    Caller helper = Caller.as("KNT-F2");
    String pin = read(slips(helper, "KNT-028")).get("KNT-028");
    for (String other : List.of("KNT-001", "KNT-050", "MSH-001", "HXY-007", "KNT-F2")) {
      Answer answer = slips(helper, "KNT-028", other);
      assertEquals(404, answer.status(), other);
      assertEquals("not-found", answer.problem());
    }
    assertEquals(404, helper.post("/api/slips", "{\"unit\":\"IN-BR-MZF-MSH-H1\"}").status());
    assertEquals(404, helper.post("/api/slips", "{\"unit\":\"NOWHERE\"}").status());
    assertTrue(mustChoose(with("KNT-028", pin)), "The PIN made before is still good");
  }

  @ParameterizedTest
  @ValueSource(strings = {"KNT-001", "MZF-D1", "MZF-T1"})
  @DisplayName("Workers, officers and trainers look after nobody's account")
  void othersMayNot(String code) {
    Caller caller = Caller.as(code);
    String path = "/api/workers/" + id("KNT-028");
    assertEquals(403, slips(caller, "KNT-028").status());
    assertEquals(403, caller.get("/api/workers").status());
    assertEquals(403, caller.post(path + "/phone", "{\"phone\":\"\"}").status());
    assertEquals(403, caller.post(path + "/left", "").status());
    assertEquals(403, caller.post(path + "/back", "").status());
  }

  @Test
  @DisplayName("A stranger gets 401, also before what she sends is looked at")
  void stranger() {
    Caller stranger = Caller.stranger();
    assertEquals(401, stranger.post("/api/slips", "nonsense").status());
    assertEquals(401, stranger.get("/api/workers").status());
    assertEquals(401, stranger.post("/api/workers/" + UUID.randomUUID() + "/left", "").status());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"workers\":[],\"unit\":null}",
        "{\"workers\":[\"00000000-0000-0000-0000-000000000000\"],\"unit\":\"IN\"}",
        "{\"workers\":[null]}"
      })
  @DisplayName("Neither or both of workers and place is refused")
  void shape(String body) {
    assertEquals(400, Caller.as("KNT-F2").post("/api/slips", body).status());
  }

  @Test
  @DisplayName("More than 120 at once are too many")
  void tooMany() {
    Answer answer = Caller.as("KADAM-A1").post("/api/slips", "{\"unit\":\"IN-BR-MZF\"}");
    assertEquals(413, answer.status());
    assertEquals("too-large", answer.problem());
  }

  @Test
  @DisplayName("A helper sees her own workers by name, an administrator everybody by id alone")
  void list() {
    JsonObject hers = Caller.as("KNT-F2").get("/api/workers").json();
    List<JsonObject> workers = hers.getJsonArray("workers").getValuesAs(JsonObject.class);
    assertEquals(15, workers.size());
    assertTrue(workers.stream().allMatch(worker -> !worker.getString("name").isBlank()));
    assertEquals("KNT-016", workers.get(0).getString("code"));
    Answer all = Caller.as("KADAM-A1").get("/api/workers?code=ggt-0");
    assertFalse(all.text().contains("\"name\":\""), "names of places are objects, of people none");
    assertTrue(all.json().getJsonArray("workers").size() > 50);
    JsonObject page = Caller.as("KADAM-A1").get("/api/workers?unit=IN-BR-MZF").json();
    assertEquals(200, page.getJsonArray("workers").size());
    assertFalse(page.isNull("next"));
  }

  @Test
  @DisplayName("Another SIM: the new number signs her in, the old one does not")
  void phone() throws Exception {
    Caller helper = Caller.as("KNT-F2");
    String path = "/api/workers/" + id("KNT-029") + "/phone";
    String pin = read(slips(helper, "KNT-029")).get("KNT-029");
    assertEquals(204, helper.post(path, "{\"phone\":\"+91 98111-55529\"}").status());
    assertTrue(mustChoose(with("98111 55529", pin)));
    assertEquals(204, helper.post(path, "{\"phone\":\"+91 98111-55530\"}").status());
    assertTrue(mustChoose(with("98111 55530", pin)));
    assertFalse(with("98111 55529", pin).page().complaint().isEmpty());
    for (String wrong : List.of("12345", "98111 55529", "+91x", "+" + "1".repeat(16))) {
      Answer answer = helper.post(path, "{\"phone\":\"" + wrong + "\"}");
      assertEquals(400, answer.status(), wrong);
      assertFalse(answer.text().contains(wrong));
    }
    String roster = Files.readString(Path.of(System.getProperty("root"), DEMO));
    Matcher before = Pattern.compile("(?m)^KNT-029,.*?,(\\+91\\d+),").matcher(roster);
    assertTrue(before.find());
    assertEquals(204, helper.post(path, "{\"phone\":\"" + before.group(1) + "\"}").status());
    String others = "/api/workers/" + id("KNT-001") + "/phone";
    assertEquals(404, helper.post(others, "{\"phone\":\"\"}").status());
  }

  @Test
  @DisplayName(
      "She leaves: nothing lets her in; she comes back as the same worker with a new first PIN")
  void leavesAndComesBack() throws Exception {
    Caller helper = Caller.as("KNT-F2");
    String her = id("KNT-030");
    String pin = read(slips(helper, "KNT-030")).get("KNT-030");
    Visitor signedIn = with("KNT-030", pin);
    assertTrue(signedIn.choose(OWN, OWN).left(servers.app()));
    assertEquals(204, helper.post("/api/workers/" + her + "/left", "").status());
    assertEquals(204, helper.post("/api/workers/" + her + "/left", "").status());
    assertFalse(with("KNT-030", OWN).page().left(servers.app()));
    assertFalse(signedIn.signIn().left(servers.app()), "Her session at the sign-in has ended");
    assertEquals(409, slips(helper, "KNT-030").status());
    assertEquals(409, helper.post("/api/workers/" + her + "/first-pin", "").status());

    Answer back = helper.post("/api/workers/" + her + "/back", "");
    assertEquals(200, back.status(), back.text());
    assertEquals(her, id("KNT-030"));
    assertFalse(with("KNT-030", OWN).page().left(servers.app()), "The old PIN is gone");
    assertTrue(mustChoose(with("KNT-030", back.json().getString("firstPin"))));
    assertFalse(back.json().getString("until").isBlank());
    assertEquals(404, helper.post("/api/workers/" + id("MSH-001") + "/left", "").status());
  }

  @Test
  @DisplayName("No first PIN stands in a log")
  void logs() throws Exception {
    Map<String, String> pins = read(slips(Caller.as("KNT-F2"), "KNT-022", "KNT-023", "KNT-024"));
    pins.forEach(SlipsIT::with);
    Path data = Kadam.stack().settings().data();
    try (Stream<Path> files = Files.walk(data)) {
      List<Path> logs = files.filter(file -> file.toString().endsWith(".log")).toList();
      assertFalse(logs.isEmpty());
      for (Path log : logs) {
        String text = Files.readString(log, StandardCharsets.ISO_8859_1);
        pins.values().forEach(pin -> assertFalse(text.contains(pin), log.toString()));
      }
    }
  }
}
