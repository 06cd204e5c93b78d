package org.kadam.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.kadam.it.Kadam.ask;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kadam.assessment.Taken;
import org.kadam.it.Caller;
import org.kadam.it.Caller.Answer;

@DisplayName("Questions on paper")
class SheetsIT {

  private static final String FORM = "my-phone-my-work";

  private static String id(String code) {
    return ask("select id::text from worker where code = ?", code);
  }

  private static Answer printed(Caller caller, String worker, String kind, String name) {
    return caller.post(
        "/api/sheets",
        Json.createObjectBuilder()
            .add("worker", worker)
            .add("kind", kind)
            .add("name", name)
            .build()
            .toString());
  }

  private static String code(Answer answer) {
    assertEquals(200, answer.status(), answer.text());
    assertEquals("application/pdf", answer.headers().get("content-type"));
    return answer.headers().get("kadam-sheet");
  }

  private static String today() {
    return LocalDate.now(ZoneId.of("Asia/Kolkata")).toString();
  }

  /** The first answer to every question of a sheet. */
  private static String firstOfEach(JsonObject sheet, String on) {
    JsonObjectBuilder answers = Json.createObjectBuilder();
    for (JsonObject question : sheet.getJsonArray("questions").getValuesAs(JsonObject.class)) {
      String first = question.getJsonArray("options").getJsonObject(0).getString("id");
      answers.add(question.getString("id"), Json.createArrayBuilder().add(first));
    }
    return Json.createObjectBuilder().add("on", on).add("answers", answers).build().toString();
  }

  @Test
  @DisplayName("What she ticked becomes her events, once, and is scored")
  void assessment() throws IOException {
    Caller helper = Caller.as("KNT-F2");
    String her = id("KNT-028");
    Answer answer = printed(helper, her, "form", FORM);
    String code = code(answer);
    try (var document = Loader.loadPDF(answer.body())) {
      String text = new PDFTextStripper().getText(document);
      assertTrue(text.contains(code) && text.contains("KNT-028"), text);
    }
    JsonObject sheet = helper.get("/api/sheets/" + code.toLowerCase()).json();
    assertEquals(her, sheet.getJsonObject("worker").getString("id"));
    int asked = sheet.getJsonArray("questions").size();
    assertTrue(asked >= 3);

    String path = "/api/sheets/" + code + "/answers";
    JsonObject entered = helper.post(path, firstOfEach(sheet, today())).json();
    assertEquals(asked + 1, entered.getInt("events"));
    JsonObject again = helper.post(path, firstOfEach(sheet, today())).json();
    assertTrue(again.getBoolean("already"));
    assertEquals(
        String.valueOf(asked + 1),
        ask("select count(*) from event where source = 'paper' and worker_id::text = ?", her));
    assertEquals("0", ask("select count(*) from quarantine where worker_claimed::text = ?", her));
    Taken.await(
        "her attempt is scored",
        () ->
            !"0"
                .equals(
                    ask(
                        "select count(*) from attempt where worker_id::text = ? and level is not null",
                        her)));
  }

  @Test
  @DisplayName("A module's questions become cards that she has done")
  void module() {
    Caller helper = Caller.as("KNT-F2");
    String her = id("KNT-029");
    String code = code(printed(helper, her, "module", "whatsapp-at-work/right-group"));
    JsonObject sheet = helper.get("/api/sheets/" + code).json();
    Answer answer = helper.post("/api/sheets/" + code + "/answers", firstOfEach(sheet, today()));
    assertEquals(200, answer.status(), answer.text());
    assertEquals(
        "card.done paper",
        ask(
            "select min(type) || ' ' || min(source) from event where source = 'paper'"
                + " and worker_id::text = ?",
            her));
  }

  @Test
  @DisplayName("What the sheet does not have is refused, and nothing is entered")
  void invalid() {
    Caller helper = Caller.as("KNT-F2");
    String code = code(printed(helper, id("KNT-027"), "form", FORM));
    JsonObject sheet = helper.get("/api/sheets/" + code).json();
    String path = "/api/sheets/" + code + "/answers";
    String good = firstOfEach(sheet, today());
    List<String> bad =
        List.of(
            "{\"on\":\"" + today() + "\",\"answers\":{}}",
            "{\"on\":\"" + today() + "\",\"answers\":{\"nothing\":[\"a\"]}}",
            "{\"on\":\"" + today() + "\",\"answers\":{\"rumour\":[\"other\"]}}",
            "{\"on\":\"" + today() + "\",\"answers\":{\"rumour\":[null]}}",
            "{\"answers\":{}}",
            firstOfEach(sheet, LocalDate.parse(today()).plusDays(1).toString()),
            firstOfEach(sheet, LocalDate.parse(today()).minusDays(1).toString()));
    for (String one : bad) {
      assertEquals(400, helper.post(path, one).status(), one);
    }
    assertFalse(helper.post(path, good).json().getBoolean("already"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"KNT-001", "KNT-050", "MSH-001", "HXY-007", "KNT-F2"})
  @DisplayName("No sheet for somebody who is not hers, and no look at another helper's")
  void notHers(String other) {
    assertEquals(404, printed(Caller.as("KNT-F2"), id(other), "form", FORM).status());
    String code = code(printed(Caller.as("KNT-F2"), id("KNT-026"), "form", FORM));
    Caller another = Caller.as("MSH-F1");
    Answer nothing = another.get("/api/sheets/2222-2222");
    Answer theirs = another.get("/api/sheets/" + code);
    assertEquals(404, theirs.status());
    assertEquals(nothing.text(), theirs.text());
    String answers = "{\"on\":\"" + today() + "\",\"answers\":{\"rumour\":[\"a\"]}}";
    assertEquals(404, another.post("/api/sheets/" + code + "/answers", answers).status());
  }

  @ParameterizedTest
  @ValueSource(strings = {"KNT-017", "MZF-D1", "MZF-T1", "KADAM-A1"})
  @DisplayName("Only helpers print and enter")
  void onlyHelpers(String caller) {
    assertEquals(403, printed(Caller.as(caller), id("KNT-026"), "form", FORM).status());
    assertEquals(403, Caller.as(caller).get("/api/sheets/2222-2222").status());
  }

  @Test
  @DisplayName("There is no sheet of what is not published, and none with nothing to tick")
  void unknown() {
    Caller helper = Caller.as("KNT-F2");
    String her = id("KNT-026");
    assertEquals(404, printed(helper, her, "form", "other").status());
    assertEquals(404, printed(helper, her, "module", "whatsapp-at-work/none").status());
    assertEquals(404, printed(helper, her, "module", "none").status());
    assertEquals(400, printed(helper, her, "song", FORM).status());
    assertEquals(404, printed(helper, UUID.randomUUID().toString(), "form", FORM).status());
  }
}
