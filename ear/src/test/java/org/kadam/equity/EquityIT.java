package org.kadam.equity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kadam.access.Names;
import org.kadam.it.Caller;
import org.kadam.language.Language;
import org.kadam.language.Words;
import org.verapdf.core.EncryptedPdfException;
import org.verapdf.core.ModelParsingException;
import org.verapdf.core.ValidationException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** The report on the gap, from outside. */
class EquityIT {

  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final List<String> MEASURES =
      List.of("reached", "assessed", "level2", "completed", "offers");

  private static Caller officer;
  private static JsonObject report;

  /** The demo's past comes in after the start; there is something to look at when it is in. */
  @BeforeAll
  static void figures_have_come_in() throws InterruptedException {
    officer = Caller.as("MZF-D1");
    Instant end = Instant.now().plus(PATIENCE);
    do {
      Thread.sleep(2_000);
      report = report();
      if (told(report.getJsonObject("total"), "level2").getBoolean("shown")) {
        return;
      }
    } while (Instant.now().isBefore(end));
    throw new IllegalStateException("The demo's past has not come in: " + report);
  }

  private static JsonObject report() {
    return officer.get("/api/equity/report").json();
  }

  /** A file, and the report that was the same before and after it was made. */
  private record File(Caller.Answer answer, JsonObject report) {}

  /** Figures may change at any moment, so a file is fetched until they did not meanwhile. */
  private static File fetch(String path) {
    for (int i = 0; i < 100; i++) {
      JsonObject before = report();
      Caller.Answer answer = officer.get("/api/equity/" + path);
      if (report().equals(before)) {
        return new File(answer, before);
      }
    }
    throw new IllegalStateException("The figures do not come to rest");
  }

  @ParameterizedTest
  @ValueSource(strings = {"report", "report.pdf?language=hi", "report.csv?language=hi"})
  void only_an_officer_is_told(String path) {
    assertEquals(401, Caller.stranger().get("/api/equity/" + path).status());
    for (String code : List.of("KNT-017", "KNT-F2", "KNT-L1", "MZF-T1", "KADAM-A1", "HXY-H1")) {
      Caller.Answer answer = Caller.as(code).get("/api/equity/" + path);
      assertEquals(403, answer.status(), code);
      assertEquals("forbidden", answer.problem(), code);
    }
  }

  @Test
  void an_officer_is_told_of_her_place_and_department() {
    assertEquals("IN-BR-MZF", report.getJsonObject("place").getString("code"));
    assertEquals("health", report.getString("department"));
    assertEquals(960, report.getJsonObject("total").getInt("workers"));
    JsonObject blocks = table(report, "block");
    assertEquals(16, blocks.getJsonArray("rows").size());
    assertEquals(Set.of("asha", "anm"), codes(table(report, "cadre")));
  }

  @Test
  void the_officer_of_the_other_department_is_told_of_others() {
    JsonObject other = Caller.as("MZF-D2").get("/api/equity/report").json();
    assertEquals("icds", other.getString("department"));
    assertEquals(960, other.getJsonObject("total").getInt("workers"));
    assertFalse(dimensions(other).contains("cadre"), "there is one cadre, and nothing to compare");
  }

  @Test
  void in_laos_the_places_are_districts() {
    JsonObject bokeo = Caller.as("BKO-D1").get("/api/equity/report").json();
    assertEquals("LA-BK", bokeo.getJsonObject("place").getString("code"));
    assertEquals(5, table(bokeo, "district").getJsonArray("rows").size());
    assertEquals(300, bokeo.getJsonObject("total").getInt("workers"));
  }

  @Test
  void what_is_small_is_hidden_and_sums_do_not_give_it_away() {
    JsonObject rule = report.getJsonObject("rule");
    assertEquals(5, rule.getInt("minimum"));
    for (JsonObject table : tables(report)) {
      for (String measure : MEASURES) {
        int hidden = 0;
        for (JsonObject row : rows(table)) {
          JsonObject told = told(row, measure);
          if (!told.getBoolean("shown")) {
            assertEquals(Set.of("shown"), told.keySet());
            hidden++;
            continue;
          }
          int count = told.getInt("count");
          int rest = told.getInt("of") - count;
          assertTrue(told.getInt("of") >= 10, row.getString("code"));
          assertTrue(count == 0 || count >= 5, row.getString("code"));
          assertTrue(rest == 0 || rest >= 5, row.getString("code"));
        }
        boolean sum = told(table.getJsonObject("total"), measure).getBoolean("shown");
        assertFalse(sum && hidden == 1, table.getString("dimension") + " " + measure);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void the_sheet_shows_what_the_screen_shows(Language spoken) {
    String language = spoken.tag();
    String word = word(spoken, "equity.hidden");
    File file = fetch("report.csv?language=" + language);
    Caller.Answer answer = file.answer();
    assertEquals(200, answer.status());
    assertTrue(answer.headers().get("content-type").startsWith("text/csv"));
    assertEquals(
        "attachment; filename=\"kadam-IN-BR-MZF-"
            + file.report().getString("asOf")
            + "-"
            + language
            + ".csv\"",
        answer.headers().get("content-disposition"));
    List<String> lines = answer.text().lines().skip(1).toList();
    Set<String> fromSheet = new TreeSet<>();
    for (int i = 0; i < lines.size(); i++) {
      String[] cells = lines.get(i).split(",", -1);
      String measure = MEASURES.get(i % MEASURES.size());
      fromSheet.add(
          cells[1]
              + " "
              + measure
              + " "
              + (cells[4].equals(word) ? "hidden" : cells[5] + "/" + cells[6]));
    }
    Set<String> fromScreen = new TreeSet<>();
    List<JsonObject> rows = new ArrayList<>(List.of(file.report().getJsonObject("total")));
    tables(file.report()).forEach(table -> rows.addAll(rows(table)));
    for (JsonObject row : rows) {
      for (String measure : MEASURES) {
        JsonObject told = told(row, measure);
        fromScreen.add(
            row.getString("code")
                + " "
                + measure
                + " "
                + (told.getBoolean("shown")
                    ? told.getInt("count") + "/" + told.getInt("of")
                    : "hidden"));
      }
    }
    assertEquals(fromScreen, fromSheet);
  }

  @ParameterizedTest
  @EnumSource
  void the_pages_keep_the_standards_and_hide_what_the_screen_hides(Language spoken)
      throws IOException, ModelParsingException, EncryptedPdfException, ValidationException {
    String language = spoken.tag();
    String word = word(spoken, "equity.hidden");
    File file = fetch("report.pdf?language=" + language);
    Caller.Answer answer = file.answer();
    assertEquals(200, answer.status());
    assertEquals("application/pdf", answer.headers().get("content-type"));
    assertTrue(answer.headers().get("cache-control").contains("no-store"));
    // Left for people to look at.
    Files.write(
        Path.of(System.getProperty("root"), "ear/target/equity." + language + ".pdf"),
        answer.body());
    assertCompliant(answer.body());
    // Once in every table of all figures; and by place again, where the answer is about.
    long hidden = 0;
    for (JsonObject table : tables(file.report())) {
      List<JsonObject> rows = new ArrayList<>(rows(table));
      rows.add(table.getJsonObject("total"));
      boolean places = table.getBoolean("ofPlaces");
      for (JsonObject row : rows) {
        hidden += MEASURES.stream().filter(each -> hides(row, each)).count();
        hidden += places && (hides(row, "assessed") || hides(row, "level2")) ? 1 : 0;
      }
    }
    hidden +=
        MEASURES.stream().filter(each -> hides(file.report().getJsonObject("total"), each)).count();
    long inTheNote = times(word, word(spoken, "equity.why-hidden"));
    assertEquals(hidden + inTheNote, times(word, text(answer.body())));
  }

  @Test
  void nobody_is_named_in_any_format() throws IOException, SQLException {
    List<String> said = new ArrayList<>();
    said.add(report.toString());
    for (String language : List.of("en", "hi", "lo")) {
      said.add(officer.get("/api/equity/report.csv?language=" + language).text());
      said.add(text(officer.get("/api/equity/report.pdf?language=" + language).body()));
    }
    Set<String> people = new HashSet<>();
    for (Map.Entry<String, Names.Told> person : Names.all().entrySet()) {
      people.add(person.getKey());
      people.add(person.getValue().name());
      people.add(person.getValue().phone());
    }
    people.removeIf(String::isBlank);
    assertTrue(people.size() > 2_000);
    for (String text : said) {
      for (String person : people) {
        assertFalse(text.contains(person), "somebody is named");
      }
    }
  }

  @Test
  void the_pages_say_that_the_demo_is_invented() throws IOException {
    String text = text(officer.get("/api/equity/report.pdf?language=en").body());
    assertTrue(text.contains(word(Language.EN, "equity.invented")), text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"report.pdf", "report.pdf?language=fr", "report.csv?language="})
  void a_language_that_is_none_of_the_three_is_a_clear_problem(String path) {
    Caller.Answer answer = officer.get("/api/equity/" + path);
    assertEquals(400, answer.status());
    assertEquals("language", answer.json().getString("field"));
  }

  private static String word(Language language, String key) {
    return Words.shipped().text(key).in(language);
  }

  private static long times(String word, String text) {
    return Arrays.stream(text.split("\\s+")).filter(word::equals).count();
  }

  private static boolean hides(JsonObject row, String measure) {
    return !told(row, measure).getBoolean("shown");
  }

  private static JsonObject told(JsonObject row, String measure) {
    return row.getJsonObject("measures").getJsonObject(measure);
  }

  private static List<JsonObject> tables(JsonObject of) {
    return of.getJsonArray("tables").getValuesAs(JsonObject.class);
  }

  private static List<JsonObject> rows(JsonObject table) {
    JsonArray rows = table.getJsonArray("rows");
    return rows.getValuesAs(JsonObject.class);
  }

  private static JsonObject table(JsonObject of, String dimension) {
    return tables(of).stream()
        .filter(table -> table.getString("dimension").equals(dimension))
        .findFirst()
        .orElseThrow();
  }

  private static Set<String> dimensions(JsonObject of) {
    Set<String> dimensions = new HashSet<>();
    tables(of).forEach(table -> dimensions.add(table.getString("dimension")));
    return dimensions;
  }

  private static Set<String> codes(JsonObject table) {
    Set<String> codes = new HashSet<>();
    rows(table).forEach(row -> codes.add(row.getString("code")));
    return codes;
  }

  private static String text(byte[] pdf) throws IOException {
    try (var document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }

  private static void assertCompliant(byte[] pdf)
      throws IOException, ModelParsingException, EncryptedPdfException, ValidationException {
    VeraGreenfieldFoundryProvider.initialise();
    for (PDFAFlavour flavour : List.of(PDFAFlavour.PDFA_2_A, PDFAFlavour.PDFUA_1)) {
      try (var parser =
              Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
          var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
        assertTrue(validator.validate(parser).isCompliant(), flavour.toString());
      }
    }
  }
}
