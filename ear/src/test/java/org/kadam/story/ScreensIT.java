package org.kadam.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kadam.assessment.Taken;
import org.kadam.it.Caller;
import org.kadam.it.Phone;
import org.kadam.story.Shelf.Card;

/**
 * Every kind of screen, in every language, looked at as it is on a small phone: axe finds nothing,
 * nothing scrolls sideways even at 200 % text, what is touched is large enough, no English is left
 * over. With the property {@code pictures} the README's pictures are made on the way.
 */
@ExtendWith(Chromium.class)
class ScreensIT {

  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  /** Rows that a list shows before it is asked for more. */
  private static final int A_PAGE = 20;

  /** Names, units and codes that are written in Latin letters in every language. */
  private static final Pattern LATIN = Pattern.compile("[A-Za-z]{3,}");

  /** What a card on false links shows: an address is written the same in every language. */
  private static final Pattern ADDRESS = Pattern.compile("(?:[a-z0-9-]+\\.)+[a-z-]+(?:/[a-z]+)?");

  private static final Set<String> SAME_EVERYWHERE =
      Set.of(
          "Kadam",
          "WhatsApp",
          "English",
          "PIN",
          "PDF",
          "CSV",
          "SMS",
          "OTP",
          "ICDS",
          "ORS",
          "HIV",
          "Android",
          "Windows",
          "ASHA",
          "ANM",
          "AWW",
          "KNT",
          "HXY",
          "MZF",
          "BKO",
          "App",
          "APP");

  private static final String SIDEWAYS =
      "() => document.documentElement.scrollWidth - document.documentElement.clientWidth";

  private static final String TOO_SMALL =
      """
      () => [...document.querySelectorAll('button, a.btn, a.row, .chip, .choice span, .tabs a, .bar a, input[type=text]')]
        .filter(e => e.offsetParent !== null)
        .map(e => [e, e.getBoundingClientRect()])
        .filter(([, r]) => r.height > 0 && (r.height < 47.5 || r.width < 43.5))
        .map(([e, r]) => e.outerHTML.slice(0, 120) + ' ' + Math.round(r.width) + 'x' + Math.round(r.height))
      """;

  /** Of this difficulty and less she does all tasks: her level is soon certain. */
  private static final double QUITE_ABLE = 0.3;

  private final List<String> findings = new ArrayList<>();

  @AfterEach
  void nothing_found() {
    assertEquals("", String.join("\n", findings));
  }

  @ParameterizedTest
  @CsvSource({"hi,KNT-013", "lo,HXY-008", "en,KNT-015"})
  @DisplayName("A worker's screens")
  @Timeout(value = 1, unit = TimeUnit.HOURS) // with -Dcards=all
  void a_workers_screens(String language, String code) {
    assumeTrue(System.getProperty("language", language).equals(language));
    Words words = Words.of(language);
    List<String> before = tookItBefore(Caller.as(code));
    try (Handset phone = Handset.phone(language)) {
      phone.open();
      phone.at("main button[lang='" + language + "']").click();
      look(phone, language, "welcome");
      phone.askToSignIn();
      look(phone, language, "sign-in");
      phone.giveAtKeycloak(code, org.kadam.it.Kadam.PIN);
      phone.at("#pin").waitFor();
      look(phone, language, "pin-set-up");
      phone.openHers(org.kadam.it.Kadam.PIN);
      assertThat(phone.at("main .card.next")).isVisible();
      look(phone, language, "today");
      open(phone, "#/courses", "courses", language);
      open(phone, "#/course/" + Player.COURSE, "course", language);
      open(phone, "#/me", "me", language);
      open(phone, "#/ahead", "ahead", language);
      cards(phone, words, language);
      assessment(phone, words, language, before);
      certificate(phone, shelf(language), code, language);
    }
  }

  /** A module for each kind of card; with {@code -Dcards=all} every card of every course. */
  private void cards(Handset phone, Words words, String language) {
    boolean all = "all".equals(System.getProperty("cards"));
    Set<String> seen = new HashSet<>();
    for (String course : shelf(language).courses()) {
      Shelf shelf = shelf(language);
      Player player = new Player(phone, shelf, words);
      for (String module : shelf.modules(course)) {
        List<Card> cards = shelf.cards(course, module);
        if (!all && seen.containsAll(cards.stream().map(Card::kind).toList())) {
          continue;
        }
        open(phone, "#/course/" + course + "/" + module, "module", language);
        phone.at(".acts .btn").click();
        for (Card card : cards) {
          player.await(card);
          boolean first = seen.add(card.kind());
          String name = all ? course + "-" + module + "-" + card.id() : card.kind();
          String asked = name + (card.type().equals("phone") ? "-task" : "");
          if (first) {
            look(phone, language, asked);
          } else if (all) {
            lookAtOurWords(phone, language, asked);
          }
          player.answer(card, true);
          if (first) {
            look(phone, language, name + "-answered");
          } else if (all) {
            lookAtOurWords(phone, language, name + "-answered");
          }
          player.next(card);
        }
        assertThat(phone.at("h1")).hasText(words.t("module.end"));
        look(phone, language, "module-end");
      }
    }
  }

  /** What is published, to be asked for five minutes, as long as a token is good. */
  private static Shelf shelf(String language) {
    return Shelf.of(Caller.as("KNT-017"), language);
  }

  /**
   * She took it more than a month ago, on another phone, and did nearly all of it.
   *
   * @return what she had then
   */
  private static List<String> tookItBefore(Caller worker) {
    Taken before = Taken.by(worker);
    List<JsonObject> events = new ArrayList<>();
    for (String item : before.items()) {
      events.add(before.answer(item, events.size() < 13 ? Taken.How.ALONE : Taken.How.NOT_DONE));
    }
    events.add(before.finish());
    before.send(events.stream().map(event -> Taken.ago(event, Duration.ofDays(40))).toList());
    Taken.await(
        "the result of the first time",
        () -> before.shown() != null && before.shown().containsKey("scoredAt"));
    return before.items();
  }

  private void assessment(Handset phone, Words words, String language, List<String> before) {
    Shelf shelf = shelf(language);
    Player player = new Player(phone, shelf, words);
    open(phone, "#/assessment", "assessment", language);
    player.button("assessment.yes").click();
    assertThat(phone.at("main h1")).hasText(words.t("practice.title"));
    look(phone, language, "practice");
    player.practise();
    Map<String, Card> tasks = shelf.tasks();
    Set<String> can = shelf.easierThan(QUITE_ABLE);
    List<String> given = new ArrayList<>();
    for (boolean over = false; !over; ) {
      player.task();
      look(phone, language, "item");
      given.addAll(player.sitting(tasks, can, tasks.size()));
      over = player.rested();
    }
    assertTrue(given.size() >= 10 && given.size() < 20, "until she was sure: " + given);
    assertTrue(given.stream().noneMatch(before::contains), "other tasks than last time: " + given);
    assertThat(phone.at(".levels")).isVisible();
    assertThat(phone.at(".past")).hasCount(2);
    assertThat(phone.at("main")).containsText(words.t("history.new"));
    look(phone, language, "result");
  }

  /** The rest of a course she finishes on another phone; then she has a certificate made. */
  private void certificate(Handset phone, Shelf shelf, String code, String language) {
    Caller worker = Caller.as(code);
    Phone other = Phone.of(worker);
    List<JsonObject> events = new ArrayList<>();
    for (String module : shelf.modules(Player.COURSE)) {
      JsonObject body =
          Json.createObjectBuilder().add("course", Player.COURSE).add("module", module).build();
      events.add(other.event("module.started", body));
      events.add(other.event("module.finished", body));
    }
    assertEquals(200, other.send(worker, events).status());
    Taken.await(
        "the course",
        () -> worker.get("/api/me/certificates").text().contains("\"" + Player.COURSE + "\""));
    phone.go("#/me");
    phone.at("main a[href='#/ahead']").click();
    Locator finished = phone.at("main .row button.slim, main a[download]").first();
    finished.waitFor();
    finished.evaluate("it => it.scrollIntoView()"); // the page is still told news
    look(phone, language, "ahead-finished");
    if (phone.at("main a[download]").count() == 0) { // else this is tried once more
      phone.at("main .row button.slim").first().click();
      assertThat(phone.at("main a[download]")).isFocused();
    }
    look(phone, language, "ahead-certificate");
    Download pdf = phone.page().waitForDownload(() -> phone.at("main a[download]").click());
    assertTrue(pdf.suggestedFilename().endsWith(".pdf"), pdf.suggestedFilename());
    String of = phone.at("main a[download]").getAttribute("href").replaceAll(".*/|\\.pdf.*", "");
    phone.page().navigate(org.kadam.it.Kadam.app() + "/certificate/" + of);
    assertThat(phone.at("section")).hasCount(3);
    lookAtWhatIsWritten(phone, language, "certificate");
    phone.page().navigate(org.kadam.it.Kadam.app() + "/certificate/none");
    lookAtWhatIsWritten(phone, language, "certificate-none");
  }

  @ParameterizedTest
  @CsvSource({"hi,KNT-017,KNT-F2,MZF-D1", "lo,HXY-005,HXY-H1,BKO-D1", "en,KNT-017,KNT-F2,MZF-D1"})
  @DisplayName("An offer, the helper's list, the officer's figures")
  void offers_and_figures(String language, String worker, String helper, String officer) {
    List<JsonObject> own =
        Caller.as(worker)
            .get("/api/flags")
            .json()
            .getJsonArray("flags")
            .getValuesAs(JsonObject.class);
    if (!own.isEmpty()) {
      try (Handset phone = enter(worker, language)) {
        open(phone, "#/offer/" + own.get(0).getString("id"), "offer", language);
      }
    }
    try (Handset phone = enter(helper, language)) {
      open(phone, "#/offers", "offers", language);
      if (phone.at(".rows a.row").count() > 0) {
        phone.at(".rows a.row").first().click();
        assertThat(phone.at(".trail")).isVisible();
        look(phone, language, "helpers-offer");
      }
    }
    try (Handset computer = Handset.computer(language)) {
      computer.open();
      computer.at("main button[lang='" + language + "']").click();
      computer.askToSignIn();
      computer.giveNameAndPin(officer, org.kadam.it.Kadam.PIN);
      assertThat(computer.at("nav.tabs")).isVisible();
      computer.go("#/equity");
      assertThat(computer.at(".desk table")).isVisible();
      look(computer, language, "equity");
      computer.page().setViewportSize(360, 800);
      look(computer, language, "equity-phone");
    }
  }

  @ParameterizedTest
  @CsvSource({"hi,KNT-F2", "lo,HXY-H1", "en,KNT-F2"})
  @DisplayName("A trainer's items and their figures; a helper's tasks for the meeting")
  void items_and_hardest(String language, String helper) {
    Caller trainer = Caller.as("MZF-T1");
    if (!(trainer.get("/api/calibration").json().get("report") instanceof JsonObject)) {
      trainer.post("/api/calibration", "");
      Taken.await(
          "a report",
          () -> trainer.get("/api/calibration").json().get("report") instanceof JsonObject);
    }
    try (Handset computer = Handset.computer(language)) {
      computer.open();
      computer.at("main button[lang='" + language + "']").click();
      computer.askToSignIn();
      computer.giveNameAndPin("MZF-T1", org.kadam.it.Kadam.PIN);
      assertThat(computer.at("nav.tabs")).isVisible();
      computer.go("#/items");
      assertThat(computer.at(".desk .rows .row").first()).isVisible();
      assertThat(computer.at(".desk table")).isVisible();
      look(computer, language, "items");
      computer.at(".desk .rows .row .btn").first().click();
      assertThat(computer.at("dialog dl")).isVisible();
      lookAtWhatIsWritten(computer, language, "item-figures");
      computer.at("dialog .bare").click();
      computer.at("#sought").fill("zzzz");
      assertThat(computer.at(".desk .rows .row")).hasCount(0);
      computer.at("#sought").fill("");
      assertThat(computer.at(".desk .rows .row")).hasCount(A_PAGE);
      computer.page().setViewportSize(360, 800);
      look(computer, language, "items-phone");
      open(computer, "#/hardest", "hardest", language);
      assertThat(computer.at("main .card").first()).isVisible();
      cuts(computer, trainer, language);
    }
    try (Handset phone = enter(helper, language)) {
      open(phone, "#/hardest", "hardest-helper", language);
    }
  }

  /** The panels, one of them, and what a judge says. */
  private void cuts(Handset computer, Caller trainer, String language) {
    String begun =
        trainer
            .post("/api/standards", "{\"heldOn\":\"2026-01-15\",\"panel\":\"5\"}")
            .json()
            .getString("id");
    open(computer, "#/cuts", "cuts", language);
    assertThat(computer.at("main .rows .row").first()).isVisible();
    computer.go("#/cuts/" + begun);
    assertThat(computer.at(".desk table")).isVisible();
    look(computer, language, "panel");
    computer.at(".desk .btn.out").first().click();
    int bank =
        trainer.get("/api/calibration").json().getJsonObject("report").getJsonArray("items").size();
    assertThat(computer.at("dialog fieldset")).hasCount(bank);
    look(computer, language, "judge");
    for (int i = 0; i < 3; i++) {
      computer.at("dialog fieldset input").nth(i).fill(Integer.toString(20 * (i + 1)));
    }
    computer.at("dialog form .btn").click();
    assertThat(computer.at(".desk .chip")).hasCount(1);
  }

  @ParameterizedTest
  @CsvSource({"hi,KNT-019", "lo,HXY-006", "en,KNT-019"})
  @DisplayName("What is kept about her, what she allows, who looked, what she asks")
  void what_is_kept(String language, String code) {
    assertEquals(200, Caller.as(code).get("/api/me").status(), "her account is made");
    try (Handset phone = enter(code, language)) {
      phone.go("#/me");
      phone.at("a[href='#/mine']").click();
      assertThat(phone.at("main a[href='/api/me/kept.html']")).isVisible();
      look(phone, language, "mine");
      open(phone, "#/mine/consent", "mine-consent", language);
      allows(phone);
      open(phone, "#/mine/looks", "mine-looks", language);
      open(phone, "#/mine/ask", "mine-ask", language);
      phone.at("main .stack .btn").first().click();
      assertThat(phone.at("dialog textarea")).isVisible();
      look(phone, language, "mine-correction");
      phone.at("dialog textarea").fill("1985");
      phone.at("dialog .btn").first().click();
      assertThat(phone.at("main .rows .row").first()).containsText("1985");
      look(phone, language, "mine-asked");
      Taken.await(
          "the language to be known",
          () -> Caller.as(code).get("/api/me").json().getString("language").equals(language));
      phone.page().navigate(org.kadam.it.Kadam.app() + "/api/me/kept.html");
      assertThat(phone.at("h1")).isVisible();
      assertEquals(language, phone.page().getAttribute("html", "lang"));
      lookAtWhatIsWritten(phone, language, "kept");
    }
  }

  /** All off; "Not now" is as large as "Yes", and either is one press. */
  private static void allows(Handset phone) {
    var yes = phone.at("main .card .pick:first-child");
    var no = phone.at("main .card .pick:last-child");
    assertThat(yes).hasCount(3);
    for (int i = 0; i < 3; i++) {
      assertThat(yes.nth(i)).hasAttribute("aria-pressed", "false");
      assertThat(no.nth(i)).hasAttribute("aria-pressed", "true");
      assertEquals(yes.nth(i).boundingBox().width, no.nth(i).boundingBox().width, 1);
      assertEquals(yes.nth(i).boundingBox().height, no.nth(i).boundingBox().height, 1);
    }
    yes.first().click();
    assertThat(yes.first()).hasAttribute("aria-pressed", "true");
    assertThat(yes.nth(1)).hasAttribute("aria-pressed", "false");
    no.first().click();
    assertThat(yes.first()).hasAttribute("aria-pressed", "false");
  }

  @ParameterizedTest
  @CsvSource({"hi", "lo", "en"})
  @DisplayName("The administrator's privacy desk")
  void privacy_desk(String language) {
    Caller.as("KNT-019").post("/api/me/corrections", "{\"text\":\"1985\"}");
    try (Handset phone = enter("KADAM-A1", language)) {
      phone.go("#/privacy");
      assertThat(phone.at("main .rows .row").first()).isVisible();
      lookAtWhatIsWritten(phone, language, "privacy-requests");
      phone.at("main .rows .row .btn").first().click();
      assertThat(phone.at("dialog .field")).isVisible();
      lookAtWhatIsWritten(phone, language, "privacy-request");
      phone.at("dialog .bare").click();
      phone.at("main .chip").nth(1).click();
      assertThat(phone.at("main .rows .row b").first()).isVisible();
      look(phone, language, "privacy-retention");
      phone.at("main .chip").nth(2).click();
      phone.at("main .btn.out").first().click();
      assertThat(phone.at("dialog textarea").first()).isVisible();
      lookAtWhatIsWritten(phone, language, "privacy-breach");
    }
  }

  private static Handset enter(String code, String language) {
    Handset phone = Handset.phone(language).open();
    phone.at("main button[lang='" + language + "']").click();
    return phone.signIn(code);
  }

  private void open(Handset phone, String address, String name, String language) {
    phone.go(address);
    phone.page().waitForTimeout(600);
    assertThat(phone.at("h1").first()).isVisible();
    look(phone, language, name);
  }

  /** All that can be found by looking at one screen. */
  private void look(Handset phone, String language, String name) {
    lookAtOurWords(phone, language, name);
    anotherLanguageAndBack(phone.page(), language, name + "." + language);
  }

  private void lookAtOurWords(Handset phone, String language, String name) {
    String where = name + "." + language;
    lookAtWhatIsWritten(phone, language, name);
    if (!language.equals("en")) {
      LATIN
          .matcher(ADDRESS.matcher(phone.page().locator("body").innerText()).replaceAll(" "))
          .results()
          .map(java.util.regex.MatchResult::group)
          .filter(word -> !SAME_EVERYWHERE.contains(word))
          .forEach(word -> findings.add(where + ": English left over: " + word));
    }
  }

  /** The language is at hand on every screen, and going there and back loses nothing of it. */
  private void anotherLanguageAndBack(Page page, String language, String where) {
    if (page.locator("header.bar button").count() == 0
        || page.locator("dialog[open]").count() > 0) {
      return; // the doors have all three languages on them, a question is answered first
    }
    String before = still(page, language);
    String other = language.equals("lo") ? "hi" : "lo";
    if (!says(page, other, text -> !text.equals(before))) {
      findings.add(where + ": nothing is said in another language");
    }
    if (!says(page, language, before::equals)) {
      findings.add(
          where + ": another language and back left " + still(page, language) + " of " + before);
    }
  }

  /** What is on the page, but for what becomes true by itself: what is kept here is received. */
  private static String still(Page page, String language) {
    Words words = Words.of(language);
    String shown = Words.seen(page.locator("main").innerText());
    return shown.replace(Words.seen(words.t("state.saved")), Words.seen(words.t("state.received")));
  }

  private static boolean says(Page page, String language, Predicate<String> expected) {
    page.locator("header.bar button").last().click();
    page.locator("dialog[open] button[lang='" + language + "']").click();
    assertThat(page.locator("html")).hasAttribute("lang", language);
    assertThat(page.locator("dialog[open]")).hasCount(0);
    for (int i = 0; i < 30; i++) {
      if (expected.test(still(page, language))) {
        return true;
      }
      page.waitForTimeout(100);
    }
    return false;
  }

  /** The same for a screen with words that people wrote, in whatever language. */
  private void lookAtWhatIsWritten(Handset phone, String language, String name) {
    String where = name + "." + language;
    Page page = phone.page();
    picture(page, where);
    axe(page).forEach(violation -> findings.add(where + ": axe " + violation));
    sideways(page, where);
    page.evaluate("() => { document.documentElement.style.fontSize = '200%' }");
    sideways(page, where + " at 200 %");
    page.evaluate("() => { document.documentElement.style.fontSize = '' }");
    ((List<?>) page.evaluate(TOO_SMALL))
        .forEach(small -> findings.add(where + ": too small to touch " + small));
  }

  /**
   * What axe finds wherever the page is scrolled to: below a bar that stays, all things are hidden.
   */
  private static Set<String> axe(Page page) {
    Set<String> found = violations(page);
    if (!found.isEmpty()) {
      page.evaluate("() => scrollTo(0, document.body.scrollHeight)");
      found.retainAll(violations(page));
      page.evaluate("() => scrollTo(0, 0)");
    }
    return found;
  }

  private static Set<String> violations(Page page) {
    Set<String> found = new TreeSet<>();
    for (Rule violation : new AxeBuilder(page).withTags(RULES).analyze().getViolations()) {
      violation.getNodes().forEach(node -> found.add(violation.getId() + " " + node.getHtml()));
    }
    return found;
  }

  private void sideways(Page page, String where) {
    int over = ((Number) page.evaluate(SIDEWAYS)).intValue();
    if (over > 0) {
      findings.add(where + ": scrolls sideways by " + over + " px");
    }
  }

  private static void picture(Page page, String name) {
    String folder = System.getProperty("pictures", "");
    if (!folder.isEmpty()) {
      Path file = Path.of(System.getProperty("root"), folder, name + ".png");
      page.screenshot(new Page.ScreenshotOptions().setPath(file));
      assertTrue(file.toFile().length() > 0);
    }
  }
}
