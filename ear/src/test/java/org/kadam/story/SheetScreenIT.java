package org.kadam.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kadam.it.Caller;
import org.kadam.it.Kadam;

/**
 * A helper prints questions for one of her workers, and later enters what is ticked on the paper.
 */
@ExtendWith(Chromium.class)
class SheetScreenIT {

  private static final String HELPER = "KNT-F2";

  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  private static final String SIDEWAYS =
      "() => document.documentElement.scrollWidth - document.documentElement.clientWidth";

  /** A box is touched by its label. */
  private static final String TOO_SMALL =
      """
      () => [...document.querySelectorAll('main button, main a.btn, main .field input, main label.row, main .choice span')]
        .map(e => [e, e.getBoundingClientRect()])
        .filter(([e, r]) => r.height > 0 && r.height < 47.5 && !e.parentElement.matches('.choice span'))
        .map(([e, r]) => e.outerHTML.slice(0, 120) + ' ' + Math.round(r.width) + 'x' + Math.round(r.height))
      """;

  /** What is in the reader's language: not what stands in the paper's own. */
  private static final String OWN_WORDS =
      """
      () => { const all = document.querySelector('.app').cloneNode(true);
        all.querySelectorAll('[lang], .num').forEach(e => e.remove());
        return all.textContent }
      """;

  private static final Pattern LATIN = Pattern.compile("[A-Za-z]{3,}");
  private static final List<String> SAME_EVERYWHERE = List.of("KNT", "PIN", "PDF", "WhatsApp");

  private final List<String> findings = new ArrayList<>();

  @AfterEach
  void nothing_found() {
    assertEquals("", String.join("\n", findings));
  }

  private void look(Handset phone, String language, String name) {
    phone.picture("sheet-" + name);
    Page page = phone.page();
    int tall = (int) page.evaluate("() => document.documentElement.scrollHeight + 80");
    page.setViewportSize(360, Math.max(800, tall));
    new AxeBuilder(page)
        .withTags(RULES).analyze().getViolations().stream()
            .map(rule -> name + ": " + rule.getId() + " " + rule.getNodes())
            .forEach(findings::add);
    ((List<?>) page.evaluate(TOO_SMALL))
        .forEach(small -> findings.add(name + ": too small " + small));
    page.setViewportSize(360, 800);
    sideways(page, name);
    page.evaluate("() => { document.documentElement.style.fontSize = '200%' }");
    sideways(page, name + " at 200 %");
    page.evaluate("() => { document.documentElement.style.fontSize = '' }");
    if (!language.equals("en")) {
      LATIN
          .matcher((String) page.evaluate(OWN_WORDS))
          .results()
          .map(java.util.regex.MatchResult::group)
          .filter(word -> !SAME_EVERYWHERE.contains(word))
          .forEach(word -> findings.add(name + ": English left over: " + word));
    }
  }

  private void sideways(Page page, String name) {
    Object over = page.evaluate(SIDEWAYS);
    if (!Integer.valueOf(0).equals(over)) {
      findings.add(name + " scrolls sideways by " + over);
    }
  }

  private static String ask(String sql, String value) {
    try (Connection connection = Kadam.database();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, value);
      try (ResultSet result = statement.executeQuery()) {
        assertTrue(result.next());
        return result.getString(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String entered(String worker) {
    return ask(
        "select count(*) from event e join worker w on w.id = e.worker_id where e.source = 'paper'"
            + " and e.type <> 'attempt.finished' and w.code = ?",
        worker);
  }

  private static Handset enter(String language) {
    assertEquals(200, Caller.as(HELPER).get("/api/me").status(), "her account is made");
    Handset phone = Handset.phone(language).open();
    phone.at("main button[lang='" + language + "']").click();
    return phone.signIn(HELPER);
  }

  private static JsonObject sheet(String code) {
    return Caller.as(HELPER).get("/api/sheets/" + code).json();
  }

  /** Chooses the nth thing to print on the page of a worker, and gives the code of its sheet. */
  private String print(Handset phone, String language, String worker, int nth) throws IOException {
    String id = ask("select id::text from worker where code = ?", worker);
    phone.go("#/slips/" + id);
    phone.at("main a[href='#/slips/" + id + "/paper']").click();
    assertThat(phone.at("main fieldset").nth(1)).isVisible();
    look(phone, language, "choose");
    phone.at("main .choice").nth(nth).click();
    phone.at("main form > .btn").click();
    String code = phone.at("main .sheet-code").innerText().trim();
    look(phone, language, "printed");
    Download pdf = phone.page().waitForDownload(() -> phone.at("main a[download]").click());
    assertEquals("kadam-" + code + ".pdf", pdf.suggestedFilename());
    try (var pages = Loader.loadPDF(Files.readAllBytes(pdf.path()))) {
      String text = new PDFTextStripper().getText(pages);
      assertTrue(text.contains(code) && text.contains(worker), text);
    }
    return code;
  }

  private static void open(Handset phone, String code) {
    phone.go("#/offers");
    phone.at("main a[href='#/slips']").click();
    phone.at("main a[href='#/sheet']").click();
    phone.at("#code").fill(code);
    phone.at("main form .btn").click();
  }

  @ParameterizedTest
  @CsvSource({"hi,KNT-022", "lo,KNT-024", "en,KNT-025"})
  @DisplayName("The assessment on paper: printed, ticked, entered once, with or without a network")
  void assessment(String language, String worker) throws IOException {
    Words words = Words.of(language);
    try (Handset phone = enter(language)) {
      String code = print(phone, language, worker, 0);
      JsonObject sheet = sheet(code);
      int asked = sheet.getJsonArray("questions").size();

      open(phone, "2222");
      assertThat(phone.at("#code-wrong")).hasText(words.t("admin.sheet.code.wrong"));
      look(phone, language, "code");
      open(phone, "2222 2222");
      assertThat(phone.at("main .note.care")).containsText(words.t("problem.not-found.title"));
      look(phone, language, "unknown");

      open(phone, " " + code.replace("-", " ").toLowerCase(java.util.Locale.ROOT));
      Locator questions = phone.at("main fieldset");
      assertThat(questions).hasCount(asked);
      assertThat(phone.at("main .card")).containsText(worker);
      for (int i = 0; i < asked; i++) {
        JsonObject question = sheet.getJsonArray("questions").getJsonObject(i);
        assertThat(questions.nth(i).locator("legend")).containsText(question.getString("title"));
      }
      phone.at("main form > .btn").click();
      assertThat(phone.at("main p[role='alert']").last()).hasText(words.t("admin.sheet.nothing"));
      for (int i = 0; i < asked; i++) {
        questions.nth(i).locator(".choice").first().click();
      }
      questions.last().locator(".choice").last().click(); // left out after all
      questions.first().locator(".pick").click();
      String today = phone.at("#on").getAttribute("max");
      phone.at("#on").fill(LocalDate.parse(today).plusDays(1).toString());
      phone.at("main form > .btn").click();
      assertThat(phone.at("#on-wrong")).hasText(words.t("admin.sheet.on.wrong"));
      assertThat(phone.at("#on")).isFocused();
      look(phone, language, "wrong-day");
      phone.at("#on").fill(today);

      phone.signal(false);
      phone.at("main form > .btn").click();
      assertThat(phone.at("main .note.care")).hasText(words.t("admin.account.unreachable"));
      look(phone, language, "no-network");
      assertEquals("0", entered(worker));
      phone.signal(true);
      phone.go("#/sheet"); // nothing of it is lost by going away
      phone.at("main > a.btn[href='#/sheet/" + code + "']").click();
      assertThat(questions.first().locator(".choice input").first()).isChecked();
      assertThat(questions.first().locator(".pick input")).isChecked();
      assertThat(questions.last().locator(".choice input").last()).isChecked();
      look(phone, language, "ticked");
      phone.at("main form > .btn").click();
      int taken = asked - 1;
      assertThat(phone.at("main h2").last())
          .hasText(words.t("admin.sheet.taken.other", "n", taken));
      look(phone, language, "taken");
      assertEquals(String.valueOf(taken), entered(worker));
      assertEquals(
          "1", ask(HELPED, worker), "that somebody helped her is said of one, and of no other");

      phone.at("main > a.btn").click();
      assertThat(phone.at("main > a.btn")).hasCount(0);
      open(phone, code);
      assertThat(phone.at("main h2").last()).hasText(words.t("admin.sheet.before"));
      assertThat(phone.at("main fieldset")).hasCount(0);
      look(phone, language, "before");
    }
  }

  private static final String HELPED =
      "select count(*) from event e join worker w on w.id = e.worker_id where e.source = 'paper'"
          + " and (e.body->>'helped')::boolean and w.code = ?";

  @ParameterizedTest
  @CsvSource({"hi,KNT-023"})
  @DisplayName("A module on paper: several may be ticked, and help is not asked for")
  void module(String language, String worker) throws IOException {
    try (Handset phone = enter(language)) {
      String code = null;
      int many = -1;
      for (int nth = 1; many < 0; nth++) {
        code = print(phone, language, worker, nth);
        List<JsonObject> questions =
            sheet(code).getJsonArray("questions").getValuesAs(JsonValue::asJsonObject);
        many =
            questions.stream().map(question -> question.getBoolean("many")).toList().indexOf(true);
      }
      open(phone, code);
      Locator question = phone.at("main fieldset").nth(many);
      question.locator(".choice").nth(0).click();
      question.locator(".choice").nth(1).click();
      assertThat(question.locator("input:checked")).hasCount(2);
      assertThat(phone.at("main .pick")).hasCount(0);
      look(phone, language, "module");
      phone.at("main form > .btn").click();
      assertThat(phone.at("main h2").last())
          .hasText(Words.of(language).t("admin.sheet.taken.one", "n", 1));
      assertEquals("1", entered(worker));
    }
  }
}
