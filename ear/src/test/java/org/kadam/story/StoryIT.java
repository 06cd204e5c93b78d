package org.kadam.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kadam.assessment.control.adaptive.AdaptivePlan;
import org.kadam.assessment.control.adaptive.AdaptiveTest;
import org.kadam.it.Caller;
import org.kadam.it.Kadam;
import org.kadam.story.Shelf.Card;

/**
 * A worker learns and is assessed without a signal, is offered help, and says yes; her helper
 * confirms. In Hindi all of it on slow 3G and with a processor that is {@code -Dcpu} (10) times
 * slower; in Lao and English a shorter way on a faster phone and network.
 */
@ExtendWith(Chromium.class)
class StoryIT {

  /**
   * Of this difficulty and less she does all tasks by herself: enough for a level in the middle,
   * too little to be sure of it, whichever tasks she is given.
   */
  private static final double ABLE = -0.6;

  private static final int CPU = Integer.getInteger("cpu", 10);

  @ParameterizedTest
  @CsvSource({"hi,KNT-017,KNT-F2,2,true", "lo,HXY-005,HXY-H1,1,false", "en,KNT-019,KNT-F2,1,false"})
  @DisplayName("She learns without a signal, is offered help and says yes; her helper confirms")
  void the_story(String language, String code, String helper, int modules, boolean slow)
      throws SQLException {
    Anew.begin(code);
    Caller worker = Caller.as(code);
    Shelf shelf = Shelf.of(worker, language);
    Words words = Words.of(language);
    String name;
    try (Handset phone = Handset.phone(language)) {
      Player player = new Player(phone, shelf, words);
      if (slow) {
        phone.network().slow3g();
        phone.slower(CPU);
      }
      comesIn(phone, words, language, code);
      keepsTheCourse(phone, words, shelf);

      phone.signal(false);
      List<String> taken = shelf.modules(Player.COURSE).subList(0, modules);
      takes(phone, player, words, taken);
      List<String> given = isAssessed(phone, player, shelf, words);
      String offline = level(phone);
      opensAgainOffline(phone, words);

      List<Map<String, Object>> deeds = phone.deeds();
      Map<String, Integer> expected = expected(shelf, taken, given.size());
      assertEquals(expected.values().stream().mapToInt(i -> i).sum(), deeds.size());
      phone.signal(true);
      seesEverythingReceived(phone, words);
      theServerHasExactly(worker, deeds, expected);
      JsonObject attempt = scored(worker);
      theServerWouldHaveChosenTheSame(attempt, shelf, given);
      seesTheServersResult(phone, attempt, shelf, words, given);
      assertEquals(offline, level(phone), "online as offline");
      phone.at(".acts .btn").click();
      saysYes(phone, worker, words);
      name = worker.get("/api/me").json().getString("name");
    }
    try (Handset phone = Handset.phone(language)) {
      confirms(phone, Caller.as(helper), helper, name, words, language);
    }
    assertEquals("confirmed", offer(worker, "skill").getString("state"));
  }

  private static void comesIn(Handset phone, Words words, String language, String code) {
    phone.open();
    phone.at("main button[lang='" + language + "']").click();
    assertThat(phone.at("html")).hasAttribute("lang", language);
    phone.picture("01-welcome");
    phone.askToSignIn();
    phone.picture("02-sign-in");
    phone.giveNameAndPin(code, Kadam.PIN);
    assertThat(phone.at("h1")).hasText(words.t("today"));
    assertThat(phone.at("main .card.next")).isVisible();
    phone.picture("03-today");
  }

  /**
   * She looks at the course and keeps all of it, with the assessment, for days without a signal.
   */
  private static void keepsTheCourse(Handset phone, Words words, Shelf shelf) {
    phone.at("nav.tabs a[href='#/courses']").click();
    phone.at("a.btn[href='#/course/" + Player.COURSE + "']").click();
    assertThat(phone.at("h1")).hasText(shelf.titleOfCourse(Player.COURSE));
    phone.picture("04-course");
    phone.at("main .card .btn").click();
    assertThat(phone.at("main .note")).hasText(words.t("course.offline"));
    phone.picture("05-course-kept");
    phone.page().evaluate("() => navigator.serviceWorker.ready.then(() => true)");
  }

  private static void takes(Handset phone, Player player, Words words, List<String> modules) {
    String saved = words.t("state.saved");
    for (String module : modules) {
      phone.at("main a[href='#/course/" + Player.COURSE + "/" + module + "']").click();
      phone.picture("06-module-" + module);
      player.module(module);
      assertThat(phone.at(".empty .state")).hasText(saved);
      phone.picture("07-module-done-" + module);
      phone.at("header a").click();
      assertThat(phone.at("main p.line .state").last()).hasText(saved);
      phone.at("header a").click();
    }
    phone.at("header a").click();
    phone.at("nav.tabs a[href='#/']").click();
    assertThat(phone.at("h1")).hasText(words.t("today"));
  }

  /**
   * Sitting by sitting, as the phone chooses; in the middle of the second the page is loaded anew,
   * in the middle of the third the app is closed and opened.
   *
   * @return the tasks in their order
   */
  private static List<String> isAssessed(Handset phone, Player player, Shelf shelf, Words words) {
    phone.at("main a[href='#/assessment']").click();
    assertThat(phone.at("main h1")).hasText(shelf.titleOfAssessment());
    assertThat(phone.at("main")).containsText(words.t("assessment.never"));
    assertThat(phone.at("main")).containsText(words.t("assessment.ask"));
    phone.picture("08-assessment");
    phone.go("#/assessment/sit");
    assertThat(phone.at("main")).containsText(words.t("assessment.ask"));
    player.button("assessment.yes").click();
    player.practise();
    Map<String, Card> tasks = shelf.tasks();
    Set<String> can = shelf.easierThan(ABLE);
    List<String> given = new ArrayList<>();
    boolean over = false;
    for (int sitting = 1; !over; sitting++) {
      if (sitting > 1) {
        given.addAll(player.sitting(tasks, can, 2));
        String interrupted = player.task();
        if (sitting == 2) {
          phone.page().reload();
        } else {
          phone.openAgain();
          phone.at("main a[href='#/assessment']").click();
          phone.at(".acts .btn").click();
        }
        assertEquals(interrupted, player.task());
      }
      List<String> inOne = player.sitting(tasks, can, tasks.size());
      assertTrue(inOne.size() <= 7, inOne::toString);
      given.addAll(inOne);
      over = player.rested();
    }
    assertThat(phone.at("main")).containsText(words.t("result.thanks"));
    assertThat(phone.at("main .state").first()).hasText(words.t("state.saved"));
    phone.picture("09-result-offline");
    return given;
  }

  /** The level that the page of the result shows as the likeliest. */
  private static String level(Handset phone) {
    return phone.at(".levels .at").innerText();
  }

  private static void opensAgainOffline(Handset phone, Words words) {
    int waiting = phone.deeds().size();
    phone.openAgain();
    assertThat(phone.at("h1")).hasText(words.t("today"));
    assertThat(phone.at("main")).containsText(words.t("waiting.other", "n", waiting));
    phone.picture("10-today-offline");
  }

  /** What a phone should have kept after these modules and a whole attempt. */
  private static Map<String, Integer> expected(Shelf shelf, List<String> modules, int answered) {
    Map<String, Integer> counts = new TreeMap<>();
    for (String module : modules) {
      counts.merge("module.started", 1, Integer::sum);
      counts.merge("card.done", shelf.cards(Player.COURSE, module).size(), Integer::sum);
      counts.merge("module.finished", 1, Integer::sum);
    }
    counts.put("sitting.started", 3);
    counts.put("item.answered", answered);
    counts.put("attempt.finished", 1);
    return counts;
  }

  private static void seesEverythingReceived(Handset phone, Words words) {
    phone.at("nav.tabs a[href='#/me']").click();
    assertThat(phone.at("main")).containsText(words.t("me.all-received"));
    phone.picture("11-all-received");
    assertTrue(phone.deeds().isEmpty());
  }

  /** What was sealed on the phone, opened at the server: as many of each kind as she did. */
  private static void theServerHasExactly(
      Caller worker, List<Map<String, Object>> deeds, Map<String, Integer> expected)
      throws SQLException {
    Set<String> ids = new TreeSet<>();
    Map<String, Integer> types = new TreeMap<>();
    String me = worker.get("/api/me").json().getString("id");
    try (Connection database = Kadam.database();
        PreparedStatement all =
            database.prepareStatement(
                "select id, source, worker_id, type, body ->> 'sitting', body ->> 'agreed'"
                    + " from event where device ="
                    + " (select device from event where id = ?) order by seq")) {
      all.setObject(1, UUID.fromString((String) deeds.get(0).get("id")));
      ResultSet found = all.executeQuery();
      while (found.next()) {
        assertTrue(ids.add(found.getString(1)), "each once");
        assertEquals("key", found.getString(2), "sealed by the phone");
        assertEquals(me, found.getString(3));
        types.merge(found.getString(4), 1, Integer::sum);
        assertEquals(
            "1".equals(found.getString(5)) && found.getString(4).equals("sitting.started")
                ? "1"
                : null,
            found.getString(6),
            "her yes, once");
      }
    }
    assertEquals(expected, types);
    assertEquals(
        deeds.stream()
            .map(d -> (String) d.get("id"))
            .collect(Collectors.toCollection(TreeSet::new)),
        ids);
  }

  /**
   * The engine, given the attempt's id and what she did, chooses item by item what she was given.
   */
  private static void theServerWouldHaveChosenTheSame(
      JsonObject attempt, Shelf shelf, List<String> given) {
    AdaptivePlan plan = AdaptivePlan.read(shelf.plan());
    Set<String> can = shelf.easierThan(ABLE);
    int seed = AdaptivePlan.seed(UUID.fromString(attempt.getString("attempt")));
    AdaptiveTest engine = new AdaptiveTest(plan.tables(), plan.design(), seed);
    for (String item : given) {
      int chosen = engine.next();
      assertEquals(item, plan.items().get(chosen));
      engine.answer(chosen, can.contains(item) ? 1 : 0);
    }
    assertEquals(AdaptiveTest.DONE, engine.next());
    assertEquals(engine.level(), attempt.getInt("level"));
  }

  private static void seesTheServersResult(
      Handset phone, JsonObject attempt, Shelf shelf, Words words, List<String> given) {
    assertEquals(given.size(), attempt.getInt("answered"));
    assertTrue(attempt.getBoolean("finished") && attempt.getBoolean("provisional"));
    int level = attempt.getInt("level");
    assertTrue(level == 1 || level == 2, attempt::toString);
    Map<String, String> can =
        shelf.tasks().values().stream()
            .collect(Collectors.toMap(Card::id, card -> Words.seen(card.says().getString("can"))));
    Set<String> done = new HashSet<>(given);
    done.retainAll(shelf.easierThan(ABLE));
    assertEquals(done, Set.copyOf(Shelf.strings(attempt.getJsonArray("can"))));

    phone.at("nav.tabs a[href='#/']").click();
    phone.at("main a[href='#/result']").click();
    assertThat(phone.at("main .state").first()).hasText(words.t("state.received"));
    assertThat(phone.at("main")).containsText(words.t("result.provisional"));
    assertThat(phone.at(".levels .at")).containsText(words.t("level." + level));
    assertThat(phone.at("main .trail li"))
        .hasText(
            Shelf.strings(attempt.getJsonArray("can")).stream()
                .map(can::get)
                .toArray(String[]::new));
    Locator next = phone.at("main ol.rows li");
    List<String> comes = Shelf.strings(attempt.getJsonArray("next"));
    assertThat(next).hasCount(comes.size());
    for (int i = 0; i < comes.size(); i++) {
      assertThat(next.nth(i)).containsText(can.get(comes.get(i)));
    }
    phone.picture("12-result");
  }

  /** The server's own result, which follows the events a moment later. */
  private static JsonObject scored(Caller worker) {
    for (int i = 0; i < 60; i++) {
      for (JsonObject attempt :
          worker
              .get("/api/me/progress")
              .json()
              .getJsonArray("attempts")
              .getValuesAs(JsonObject.class)) {
        if (attempt.getBoolean("finished")) {
          return attempt;
        }
      }
      pause();
    }
    throw new IllegalStateException("No attempt was scored");
  }

  private static void saysYes(Handset phone, Caller worker, Words words) {
    JsonObject skill = offer(worker, "skill");
    String link = "main a[href='#/offer/" + skill.getString("id") + "']";
    phone.at(link).waitFor();
    phone.picture("13-today-offer");
    phone.at(link).click();
    assertThat(phone.at(".acts .btn.help").first()).isVisible();
    assertThat(phone.at("main .rows li"))
        .hasCount(skill.getJsonObject("reason").getJsonArray("facts").size());
    phone.picture("14-offer");
    phone.at(".acts .btn.help").first().click();
    assertThat(phone.at("main [role=status]")).containsText(words.t("offer.is.accepted"));
    phone
        .page()
        .waitForCondition(() -> offer(worker, "skill").getString("state").equals("accepted"));
    phone.picture("15-said-yes");
  }

  private static JsonObject offer(Caller worker, String kind) {
    for (int i = 0; i < 60; i++) {
      for (JsonObject flag :
          worker.get("/api/flags").json().getJsonArray("flags").getValuesAs(JsonObject.class)) {
        if (flag.getString("kind").equals(kind)) {
          return flag;
        }
      }
      pause();
    }
    throw new IllegalStateException("No offer of help");
  }

  private static void pause() {
    try {
      Thread.sleep(500);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void confirms(
      Handset phone, Caller helper, String code, String name, Words words, String language) {
    helper.put("/api/me/language", "{\"language\":\"" + language + "\"}");
    phone.open().signIn(code);
    phone.at("nav.tabs a[href='#/offers']").click();
    Locator row =
        phone.at("main a.row").filter(new Locator.FilterOptions().setHasText(name)).first();
    row.waitFor();
    phone.picture("16-offers");
    row.click();
    assertThat(phone.at("h1")).hasText(name);
    phone.picture("17-her-offer");
    phone.at(".acts .btn.help").first().click();
    assertThat(phone.at("main .state").first()).hasText(words.t("office.state.confirmed"));
    phone.picture("18-confirmed");
    assertFalse(phone.at("main").innerText().contains("office."), "every word is there");
  }
}
