package org.kadam.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kadam.it.Caller;

/** The officer sees how many, never who; and takes the report with her on paper. */
@ExtendWith(Chromium.class)
class FiguresIT {

  @ParameterizedTest
  @CsvSource({
    "hi,MZF-D1,muzaffarpur,block,16",
    "lo,BKO-D1,bokeo,district,5",
    "en,MZF-D2,muzaffarpur,block,16"
  })
  @DisplayName("The officer sees figures by place, some hidden, nobody's name, and prints them")
  void figures(String language, String code, String district, String dimension, int places)
      throws IOException {
    Words words = Words.of(language);
    Caller.as(code).put("/api/me/language", "{\"language\":\"" + language + "\"}");
    try (Handset desk = Handset.computer(language)) {
      desk.open().signIn(code);
      desk.picture("20-officer-today");
      desk.at("nav.tabs a[href='#/equity']").click();
      assertThat(desk.at("table").first()).isVisible();
      desk.picture("21-figures");
      String asked =
          (String) desk.page().evaluate("async () => (await fetch('/api/equity/report')).text()");
      JsonObject report = Json.createReader(new StringReader(asked)).readObject();
      JsonObject first = report.getJsonArray("tables").getJsonObject(0);
      assertEquals(dimension, first.getString("dimension"));
      assertEquals(places, first.getJsonArray("rows").size());

      Locator rows = desk.at("tbody").first().locator("tr");
      assertThat(rows).hasCount(places);
      assertThat(desk.at("td.hid").first()).hasText(words.t("office.hidden"));
      nobodyIsNamed(district, desk.at("body").innerText());
      nobodyIsNamed(district, asked);
      String printed = printed(desk, language);
      nobodyIsNamed(district, printed);
      assertTrue(plain(printed).contains(plain(words.t("equity.title"))), printed);
      for (JsonObject row : first.getJsonArray("rows").getValuesAs(JsonObject.class)) {
        String label = row.getJsonObject("label").getString(language);
        assertTrue(plain(printed).contains(plain(label)), label);
      }
    }
  }

  /** The report as PDF, by the link on the page, and its words as a search finds them. */
  private static String printed(Handset desk, String language) throws IOException {
    Download report =
        desk.page().waitForDownload(() -> desk.at("a[href*='report.pdf']").first().click());
    Path pdf = Handset.pictures().resolve("report." + language + ".pdf");
    report.saveAs(pdf);
    assertEquals("%PDF-", new String(Files.readAllBytes(pdf), 0, 5, StandardCharsets.ISO_8859_1));
    Process words = new ProcessBuilder("pdftotext", "-raw", pdf.toString(), "-").start();
    return new String(words.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  /** Where a line or a word was broken on the page, and how an accent was put, does not matter. */
  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC).replaceAll("[\\s\u200b]+", "");
  }

  private static void nobodyIsNamed(String district, String text) throws IOException {
    String plain = plain(text);
    for (String[] who : people(district)) {
      assertFalse(plain.contains(who[0]), who[0]);
      assertFalse(plain.contains(plain(who[1])), who[1]);
    }
  }

  /** Code and name of everybody in the district's roster. */
  private static List<String[]> people(String district) throws IOException {
    Path roster = Path.of(System.getProperty("root"), "content/roster", district, "workers.csv");
    List<String[]> people =
        Files.readAllLines(roster).stream().skip(1).map(line -> line.split(",")).toList();
    assertTrue(people.size() >= 300, "the roster is read");
    return people;
  }
}
