package org.kadam.credential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.kadam.assessment.Taken;
import org.kadam.it.Caller;
import org.kadam.it.Caller.Answer;
import org.kadam.it.Kadam;
import org.kadam.it.Phone;
import org.kadam.privacy.Village;

/** The last of these erases, so here the order counts. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@DisplayName("Certificates of courses")
class CertificateIT {

  private static final String COURSE = "report-once";
  private static final Caller STRANGER = Caller.stranger();

  /** A place of this test's own, so that nobody's figures change when one of it is erased. */
  private static final String UNITS =
      """
      unit_code,parent_code,level,department,name_en,name_hi,name_lo,time_zone
      IN-BR-CRT,IN-BR,district,,Paper district,काग़ज़ ज़िला,ເມືອງເຈ້ຍ,Asia/Kolkata
      IN-BR-CRT-A,IN-BR-CRT,block,,Paper block,काग़ज़ प्रखंड,ເຂດເຈ້ຍ,Asia/Kolkata
      IN-BR-CRT-A-H1,IN-BR-CRT-A,facility,health,Paper centre,काग़ज़ केंद्र,ສຸກສາລາເຈ້ຍ,Asia/Kolkata
      """;

  private static final String WORKERS =
      """
      worker_id,name,sex,birth_year,phone_e164,language,cadre,role_start,active,unit_code,device,first_pin
      CRT-001,अनीता प्रमाण-उदाहरण,f,1985,+910000078001,hi,asha,2015-01-01,true,IN-BR-CRT-A-H1,own,
      CRT-002,सुनीता प्रमाण-उदाहरण,f,1986,+910000078002,hi,asha,2015-01-01,true,IN-BR-CRT-A-H1,own,
      """;

  private static Caller admin;
  private static Caller worker;
  private static Caller other;

  @BeforeAll
  static void people() throws SQLException {
    admin = Caller.as("KADAM-A1");
    Village.settle(admin, "CRT-", UNITS, WORKERS);
    worker = Caller.as("CRT-001");
    other = Caller.as("CRT-002");
  }

  private static JsonArray of(Caller caller) {
    Answer answer = caller.get("/api/me/certificates");
    assertEquals(200, answer.status(), answer.text());
    return answer.json().getJsonArray("certificates");
  }

  private static JsonObject course() {
    return worker.get("/api/courses").json().getJsonArray("courses").stream()
        .map(each -> each.asJsonObject())
        .filter(each -> each.getString("id").equals(COURSE))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> modules() {
    return course().getJsonArray("modules").stream()
        .map(each -> each.asJsonObject().getString("id"))
        .toList();
  }

  private static void finish(Caller caller, List<String> modules) {
    Phone phone = Phone.of(caller);
    List<JsonObject> events = new ArrayList<>();
    for (String module : modules) {
      JsonObject body =
          Json.createObjectBuilder().add("course", COURSE).add("module", module).build();
      events.add(phone.event("module.started", body));
      events.add(phone.event("module.finished", body));
      // a card that came again says nothing about what is finished
      events.add(
          phone.event(
              "card.again",
              Json.createObjectBuilder(body)
                  .add("card", "any")
                  .add("outcome", Json.createObjectBuilder().add("answers", "x"))
                  .add("rating", 3)
                  .build()));
    }
    Answer answer = phone.send(caller, events);
    assertEquals(200, answer.status(), answer.text());
    assertFalse(answer.text().contains("quarantined"), answer.text());
    Taken.await(
        "progress in " + modules,
        () -> {
          String progress = caller.get("/api/me/progress").text();
          return modules.stream().allMatch(module -> progress.contains("\"" + module + "\""));
        });
  }

  /** As a browser asks for it. */
  private static Answer page(String code) {
    List<String> accept = List.of("Accept", "text/html,*/*");
    return STRANGER.send("GET", "/certificate/" + code, null, new byte[0], accept);
  }

  private static String code() {
    return of(worker).getJsonObject(0).getString("code");
  }

  private static Answer make(Caller caller, String course) {
    String wish = Json.createObjectBuilder().add("course", course).build().toString();
    return caller.post("/api/me/certificates", wish);
  }

  @Test
  @Order(1)
  @DisplayName("There is one when every module is finished, and not before")
  void issued() {
    List<String> modules = modules();
    assertTrue(modules.size() > 1, modules.toString());
    finish(worker, modules.subList(0, modules.size() - 1));
    assertEquals(0, of(worker).size());
    assertEquals("not-found", make(worker, COURSE).problem());
    finish(worker, modules.subList(modules.size() - 1, modules.size()));
    JsonArray before = of(worker);
    assertEquals(1, before.size());
    assertEquals(before, of(worker));
    assertNull(before.getJsonObject(0).getString("code", null), "looking makes none: " + before);
    assertNull(before.getJsonObject(0).getString("page", null));
    assertFalse(worker.get("/api/me/kept").text().contains("\"finishedOn\""));
    assertEquals(400, make(worker, "").status());
    assertEquals(404, make(worker, "none").status());
    assertEquals(404, make(other, COURSE).status());
    assertEquals(200, make(worker, COURSE).status());
    JsonArray mine = of(worker);
    assertEquals(1, mine.size());
    JsonObject one = mine.getJsonObject(0);
    assertEquals(one, make(worker, COURSE).json(), "asked again it is the same");
    assertEquals(COURSE, one.getString("course"));
    assertTrue(one.getString("code").matches("[A-Za-z0-9_-]{22}"), one.toString());
    assertTrue(one.getString("page").endsWith("/certificate/" + one.getString("code")));
    assertEquals(mine, of(worker), "asked again it is the same");
    assertEquals(
        course().getJsonObject("title").getString("en"),
        one.getJsonObject("title").getString("en"));
    assertTrue(worker.get("/api/me/kept").text().contains(one.getString("code")));
  }

  @Test
  @Order(2)
  @DisplayName("It can be printed in her language or another, by her alone")
  void printed() throws IOException {
    String path = "/api/me/certificates/" + code() + ".pdf";
    for (String query : List.of("", "?language=en", "?language=lo")) {
      Answer answer = worker.get(path + query);
      assertEquals(200, answer.status(), answer.text());
      assertEquals("application/pdf", answer.headers().get("content-type"));
      assertTrue(answer.headers().get("cache-control").contains("no-store"));
      try (var document = Loader.loadPDF(answer.body())) {
        assertEquals(1, document.getNumberOfPages());
      }
    }
    assertEquals(400, worker.get(path + "?language=xx").status());
    Answer others = other.get(path);
    Answer none = other.get("/api/me/certificates/AAAAAAAAAAAAAAAAAAAAAA.pdf");
    assertEquals(404, others.status());
    assertEquals(none.text(), others.text());
    assertEquals(401, STRANGER.get(path).status());
    assertEquals(0, of(other).size());
  }

  @Test
  @Order(3)
  @DisplayName("Whoever has the code reads what it says, in three languages, and nothing more")
  void checked() throws IOException {
    Answer page = page(code());
    assertEquals(200, page.status(), page.text());
    assertTrue(page.headers().get("content-type").startsWith("text/html"));
    assertEquals("no-store", page.headers().get("cache-control"));
    assertTrue(page.headers().get("x-robots-tag").contains("noindex"));
    assertEquals("same-origin", page.headers().get("referrer-policy"));
    JsonObject me = worker.get("/api/me").json();
    String text = page.text();
    assertTrue(text.contains(me.getString("name")), text);
    for (String language : List.of("hi", "en")) {
      assertTrue(text.contains(course().getJsonObject("title").getString(language)), language);
    }
    assertTrue(text.contains("lang=\"lo\""));
    for (String more :
        List.of(
            me.getString("code"),
            me.getString("id"),
            me.getJsonObject("place").getJsonObject("name").getString("en"),
            "<script")) {
      assertFalse(text.contains(more), more);
    }
  }

  @Test
  @Order(4)
  @DisplayName("A code that is not there, or is none, tells that there is no certificate")
  void none() {
    String code = code();
    String other = (code.charAt(0) == 'A' ? "B" : "A") + code.substring(1);
    String expected = page("AAAAAAAAAAAAAAAAAAAAAA").text();
    assertTrue(expected.contains("There is no such certificate"), expected);
    for (String wrong : List.of(other, "x", "", code + "/x", "%00", code.substring(1))) {
      Answer answer = page(wrong);
      assertNotEquals(200, answer.status(), wrong);
      assertFalse(answer.text().contains(worker.get("/api/me").json().getString("name")), wrong);
    }
    assertEquals(404, page(other).status());
    assertEquals(expected, page(other).text());
    Answer program = STRANGER.get("/certificate/" + other);
    assertEquals("not-found", program.problem(), program.text());
    assertEquals(405, STRANGER.post("/certificate/" + code, "{}").status());
  }

  @Test
  @Order(5)
  @DisplayName("Neither her name nor the code is in a log")
  void unlogged() throws IOException {
    if (Kadam.attached()) {
      return;
    }
    String name = worker.get("/api/me").json().getString("name");
    String code = code();
    try (Stream<Path> logs = Files.walk(Kadam.stack().settings().data().resolve("log"))) {
      for (Path log : logs.filter(Files::isRegularFile).toList()) {
        String text = Files.readString(log, StandardCharsets.UTF_8);
        assertFalse(text.contains(name) || text.contains(code), log.toString());
      }
    }
  }

  @Test
  @Order(6)
  @DisplayName("Once it is erased, the page says that there is none")
  void erased() {
    String code = code();
    String id = worker.get("/api/me").json().getString("id");
    assertEquals(200, worker.post("/api/me/erasure", "{}").status());
    Answer erased = admin.post("/api/workers/" + id + "/erase", "{\"confirm\":\"CRT-001\"}");
    assertEquals(2, erased.status() / 100, erased.text());
    Answer gone = page(code);
    assertEquals(404, gone.status());
    assertEquals(page("AAAAAAAAAAAAAAAAAAAAAA").text(), gone.text());
  }
}
