package org.kadam.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An administrator brings a roster in on a phone, with nothing but the keyboard where it matters.
 */
@ExtendWith(Chromium.class)
class RosterScreenIT {

  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
  private static final String SIDEWAYS =
      "() => document.documentElement.scrollWidth - document.documentElement.clientWidth";
  private static final String TOO_SMALL =
      """
      () => [...document.querySelectorAll('main button, main a.btn, main a.row, main input, main select, main .choice span')]
        .filter(e => e.offsetParent !== null && !e.closest('.choice input'))
        .map(e => [e, e.getBoundingClientRect()])
        .filter(([e, r]) => r.height > 0 && r.height < 47.5 && !e.matches('.choice input'))
        .map(([e, r]) => e.outerHTML.slice(0, 120) + ' ' + Math.round(r.width) + 'x' + Math.round(r.height))
      """;

  private final List<String> findings = new ArrayList<>();

  @AfterEach
  void nothing_found() {
    assertEquals("", String.join("\n", findings));
  }

  private void look(Handset phone, String name) {
    phone.picture("roster-" + name);
    // what the tabs at the bottom cover until she scrolls is not small: they go to the end
    // meanwhile
    tabs(phone, "static");
    new AxeBuilder(phone.page())
        .withTags(RULES).analyze().getViolations().stream()
            .map(rule -> name + ": " + rule.getId() + " " + rule.getNodes())
            .forEach(findings::add);
    tabs(phone, "");
    Object sideways = phone.page().evaluate(SIDEWAYS);
    if (!Integer.valueOf(0).equals(sideways)) {
      findings.add(name + " scrolls sideways by " + sideways);
    }
    ((List<?>) phone.page().evaluate(TOO_SMALL))
        .forEach(small -> findings.add(name + ": too small " + small));
  }

  private static void send(Handset phone, String csv) {
    phone
        .at("#roster-file")
        .setInputFiles(
            new FilePayload("staff.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
  }

  private static void tabs(Handset phone, String position) {
    phone
        .page()
        .evaluate(
            "position => document.querySelectorAll('nav.tabs').forEach(n => { n.style.position = position })",
            position);
  }

  private static void press(Locator button) {
    assertThat(button).isVisible(); // a dialog's button is there a moment before the dialog opens
    button.focus();
    button.press("Enter");
  }

  private static Handset enter(String language) {
    Handset phone = Handset.phone(language).open();
    phone.at("main button[lang='" + language + "']").click();
    phone.signIn("KADAM-A1");
    phone.go("#/roster");
    return phone;
  }

  @ParameterizedTest
  @ValueSource(strings = {"hi", "lo", "en"})
  @DisplayName("From a file with other headings to the yes, and back")
  void brings_a_roster_in(String language) {
    Words words = Words.of(language);
    String id = "SCR-" + language.toUpperCase(java.util.Locale.ROOT);
    try (Handset phone = enter(language)) {
      assertThat(phone.at("h1")).hasText(words.t("admin.roster"));
      look(phone, "begin");
      send(phone, "Staff ID,पूरा नाम,Centre code,Zodiac\n" + id + ",Invented Person,IN-BR,x\n");

      assertThat(phone.at("form")).isVisible();
      look(phone, "columns");
      phone.at("#all-cadre").selectOption("trainer");
      phone.at("#all-language").selectOption("hi");
      press(phone.at("form > .btn"));

      assertThat(phone.at(".chip").first()).isVisible();
      assertThat(phone.at(".rows").first()).containsText("Invented Person");
      look(phone, "differences");
      press(phone.at("main > .btn:not(.out)"));
      assertThat(phone.at("dialog")).isVisible();
      look(phone, "sure");
      press(phone.at("dialog .btn:not(.bare)"));

      assertThat(phone.at(".state.got")).isVisible();
      assertThat(phone.at(".rows").first()).containsText("Invented Person");
      look(phone, "done");
      press(phone.at("main > .btn.out"));
      press(phone.at("dialog .btn:not(.bare)"));
      assertThat(phone.at("main .note")).hasText(words.t("admin.roster.undone"));
      look(phone, "undone");

      phone.go("#/roster");
      assertThat(phone.at("a.row").first()).isVisible();
      assertThat(phone.at("a.row").first()).containsText(words.t("admin.roster.state.undone"));
      look(phone, "history");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"hi", "lo", "en"})
  @DisplayName("What is wrong is told line by line, and can be taken along")
  void tells_what_is_wrong(String language) throws IOException {
    Words words = Words.of(language);
    try (Handset phone = enter(language)) {
      send(
          phone,
          "worker_id,name,sex,birth_year,phone_e164,language,cadre,role_start,active,unit_code,"
              + "device,first_pin\nSCR-9,lquhrk nsoh,f,1980,,hi,trainer,,perhaps,IN-BR,,\n");
      assertThat(phone.at("table")).isVisible();
      assertThat(phone.at("tbody tr")).hasCount(2);
      assertThat(phone.at("tbody"))
          .containsText("Kruti Dev|कृतिदेव".split("\\|")[language.equals("hi") ? 1 : 0]);
      assertThat(phone.at(".note b")).hasText(words.t("admin.roster.nothing"));
      look(phone, "faults");
      Download table =
          phone.page().waitForDownload(() -> phone.at("a[href*='faults.csv']").click());
      String csv = Files.readString(table.path());
      assertEquals(3, csv.lines().count());
      assertTrue(csv.startsWith("\ufeff"), "Spreadsheets need the mark");
    }
  }
}
