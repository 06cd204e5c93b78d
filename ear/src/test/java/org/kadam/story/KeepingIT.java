package org.kadam.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kadam.it.Caller;
import org.kadam.it.Kadam;
import org.kadam.it.SlowProxy;

/**
 * A whole course on a phone whose network comes and goes, and whose owner turns to another
 * language.
 */
@ExtendWith(Chromium.class)
class KeepingIT {

  private static final String WHO = "KNT-040";
  private static final Pattern PART = Pattern.compile("/api/packages/([0-9a-f]{64})");
  private static final String COURSE = "kind = 'course' and name = '%s'".formatted(Player.COURSE);
  private static final Words EN = Words.of("en");
  private static final Words LO = Words.of("lo");

  private static final String KEPT =
      """
      () => new Promise((ok, no) => {
        const opened = indexedDB.open('kadam');
        opened.onerror = () => no(opened.error);
        opened.onsuccess = () => {
          const keys = opened.result.transaction('packages').objectStore('packages').getAllKeys();
          keys.onsuccess = () => { opened.result.close(); ok(keys.result); };
        };
      })
      """;

  private static final String ALL_WORDS =
      """
      async () => {
        for (const name of await caches.keys()) {
          const kept = (await (await caches.open(name)).keys()).map((r) => new URL(r.url).pathname);
          if (['en', 'hi', 'lo'].every((l) => kept.some((p) => p.startsWith(`/locale/${l}-`)))) return true;
        }
        return false;
      }
      """;

  private static Handset enter() {
    Handset phone = Handset.phone("en").open();
    phone.at("main button[lang='en']").click();
    phone.signIn(WHO);
    assertThat(phone.at("main .card.next")).isVisible();
    return phone;
  }

  private static void openCourse(Handset phone, Shelf shelf) {
    phone.go("#/course/" + Player.COURSE);
    assertThat(phone.at("h1")).hasText(shelf.titleOfCourse(Player.COURSE));
  }

  /** The hashes of the parts on the phone. */
  private static Set<String> kept(Handset phone) {
    Set<String> hashes = new TreeSet<>();
    for (Object key : (List<?>) phone.page().evaluate(KEPT)) {
      hashes.add(key.toString().substring(key.toString().lastIndexOf('/') + 1));
    }
    return hashes;
  }

  /** The hashes of the parts that came over the network, with doubles. */
  private static List<String> fetched(Handset phone) {
    return phone.network().exchanges().stream()
        .map(SlowProxy.Exchange::line)
        .map(PART::matcher)
        .filter(Matcher::find)
        .map(found -> found.group(1))
        .toList();
  }

  private static void keepAll(Handset phone, Shelf shelf) {
    openCourse(phone, shelf);
    phone.at("main .card .btn").click();
    assertThat(phone.at("main .note")).hasText(EN.t("course.offline"));
    phone.page().evaluate("() => navigator.serviceWorker.ready.then(() => true)");
    phone.page().waitForFunction(ALL_WORDS);
  }

  @Test
  @DisplayName(
      "The network goes in the middle: what is there stays, the rest comes later by itself")
  void network_goes_in_the_middle() {
    Shelf shelf = Shelf.of(Caller.as("KNT-017"), "en");
    try (Handset phone = enter()) {
      phone.page().evaluate("() => navigator.serviceWorker.ready.then(() => true)");
      openCourse(phone, shelf);
      Locator keep = phone.at("main .card .btn");
      assertThat(keep).hasText(Pattern.compile("Keep it all · \\d+ KB"));
      phone.network().slow3g();
      keep.click();
      int all = shelf.modules(Player.COURSE).size() + 1;
      assertThat(phone.at("main [role=status]").first())
          .containsText(EN.t("course.progress", "n", 2, "of", all));
      phone.network().cut(true);
      assertThat(phone.at("main .card")).containsText(EN.t("course.rest"));
      Set<String> before = kept(phone);
      assertTrue(before.size() >= 4 && before.size() < 2 * all, before::toString);

      phone.openAgain();
      assertThat(phone.at("nav.tabs")).isVisible();
      assertEquals(before, kept(phone));
      opensOffline(phone, shelf, shelf.modules(Player.COURSE).get(0));

      phone.network().forget();
      phone.network().fast().cut(false);
      phone.openAgain();
      assertThat(phone.at("nav.tabs")).isVisible();
      openCourse(phone, shelf);
      assertThat(phone.at("main .note")).hasText(EN.t("course.offline"));
      assertThat(phone.at("main"))
          .containsText(Pattern.compile("Kadam takes [\\d.,]+ (KB|MB) here"));
      List<String> later = fetched(phone);
      Set<String> rest = kept(phone);
      assertTrue(rest.containsAll(before));
      rest.removeAll(before);
      assertEquals(rest, new TreeSet<>(later), "only what was missing");
      assertEquals(rest.size(), later.size(), "each once");
      assertEquals(
          2 * all + 1, before.size() + rest.size(), "each in two, the assessment in three");

      phone.network().forget();
      phone.openAgain();
      assertThat(phone.at("nav.tabs")).isVisible();
      openCourse(phone, shelf);
      assertThat(phone.at("main .note")).hasText(EN.t("course.offline"));
      assertEquals(List.of(), fetched(phone), "what is here is not fetched again");
    }
  }

  private static void opensOffline(Handset phone, Shelf shelf, String module) {
    phone.go("#/course/" + Player.COURSE + "/" + module);
    assertThat(phone.at("main ol.rows .row")).hasCount(shelf.cards(Player.COURSE, module).size());
    assertThat(phone.at("main ol.rows"))
        .containsText(shelf.cards(Player.COURSE, module).get(0).title());
  }

  @Test
  @DisplayName("She stops it, and nothing more comes until she wants it")
  void she_stops_it() {
    Shelf shelf = Shelf.of(Caller.as("KNT-017"), "en");
    try (Handset phone = enter()) {
      openCourse(phone, shelf);
      phone.network().slow3g();
      phone.at("main .card .btn").click();
      phone.at("main .card .btn").getByText(EN.t("course.stop")).click();
      assertThat(phone.at("main .card .btn")).hasText(Pattern.compile("Keep it all · \\d+ KB"));
      phone.page().waitForTimeout(3000); // what was under way when she said so
      phone.network().fast().forget();
      phone.openAgain();
      assertThat(phone.at("nav.tabs")).isVisible();
      openCourse(phone, shelf);
      phone.page().waitForTimeout(2000);
      assertEquals(List.of(), fetched(phone));
      assertThat(phone.at("main .card .btn")).hasText(Pattern.compile("Keep it all · \\d+ KB"));
    }
  }

  @Test
  @DisplayName(
      "Another language without a network: the titles that are here; its own with the network")
  void another_language() {
    Shelf english = Shelf.of(Caller.as("KNT-017"), "en");
    Shelf lao = Shelf.of(Caller.as("KNT-017"), "lo");
    String title = "main article.card h2 >> text=";
    try (Handset phone = enter()) {
      keepAll(phone, english);
      phone.go("#/courses");
      assertThat(phone.at("main .card h2").first()).isVisible();
      phone.signal(false);
      turnTo(phone, "lo");
      assertThat(phone.at("h1")).hasText(LO.t("courses"));
      assertThat(phone.at(title + english.titleOfCourse(Player.COURSE))).isVisible();
      phone.openAgain();
      assertThat(phone.at("h1")).hasText(LO.t("today"));
      phone.go("#/course/" + Player.COURSE);
      assertThat(phone.at("h1")).hasText(english.titleOfCourse(Player.COURSE));
      opensOffline(phone, english, english.modules(Player.COURSE).get(0));
      assertThat(phone.at("main .note").first())
          .hasText(LO.t("other-language", "language", "English"));

      phone.go("#/courses");
      phone.signal(true);
      assertThat(phone.at("main")).containsText(lao.titleOfCourse(Player.COURSE));
      phone.signal(false);
      phone.openAgain();
      phone.go("#/courses");
      assertThat(phone.at("main")).containsText(lao.titleOfCourse(Player.COURSE));
      turnTo(phone, "en");
      assertThat(phone.at("main")).containsText(english.titleOfCourse(Player.COURSE));
    } finally {
      Caller.as(WHO).put("/api/me/language", "{\"language\":\"en\"}");
    }
  }

  private static void turnTo(Handset phone, String language) {
    phone.at("header.bar button").last().click();
    phone.at("dialog[open] button[lang='" + language + "']").click();
    assertThat(phone.at("html")).hasAttribute("lang", language);
  }

  @Test
  @DisplayName(
      "An update that has not come yet takes nothing away, neither a place nor a kept module")
  void an_update_takes_nothing_away() throws SQLException {
    Shelf shelf = Shelf.of(Caller.as("KNT-017"), "en");
    String begun = shelf.modules(Player.COURSE).get(0);
    String other = shelf.modules(Player.COURSE).get(1);
    try (Handset phone = enter()) {
      keepAll(phone, shelf);
      phone.go("#/course/" + Player.COURSE + "/" + begun);
      phone.at(".acts .btn").click();
      List<Shelf.Card> cards = shelf.cards(Player.COURSE, begun);
      Player player = new Player(phone, shelf, EN);
      player.await(cards.get(0));
      player.answer(cards.get(0), true);
      player.next(cards.get(0));
      player.await(cards.get(1));
      publish(shelf);
      try {
        phone.network().forget();
        phone.openAgain();
        assertThat(phone.at("nav.tabs")).isVisible();
        openCourse(phone, shelf);
        assertThat(phone.at("main .card .btn")).hasText(Pattern.compile("Keep it all · \\d+ KB"));
        phone.at("main .card .btn").click();
        assertThat(phone.at("main .card")).containsText(EN.t("course.rest"));
        assertFalse(fetched(phone).isEmpty(), "the new version was asked for");
        phone.signal(false);
        opensOffline(phone, shelf, other);
        phone.at(".acts .btn").click();
        player.await(shelf.cards(Player.COURSE, other).get(0));
        phone.go("#/course/" + Player.COURSE + "/" + begun);
        assertThat(phone.at(".acts .btn")).hasText(EN.t("go-on"));
        phone.at(".acts .btn").click();
        player.await(cards.get(1));
      } finally {
        takeBack(shelf);
      }
    }
  }

  /** A new version of every module, which cannot be had: its parts are not what their names say. */
  private static void publish(Shelf shelf) throws SQLException {
    try (Connection database = Kadam.database();
        Statement statement = database.createStatement()) {
      for (String module : shelf.modules(Player.COURSE)) {
        String old = shelf.structure(Player.COURSE, module);
        statement.execute(
            "insert into package_part (hash, kind, gzip, bytes, published_at)"
                + " select encode(sha256(hash::bytea), 'hex'), kind, gzip, bytes, published_at"
                + " from package_part where hash = '%s'".formatted(old));
      }
      statement.execute("update published_version set current = false where " + COURSE);
      statement.execute(
          "insert into published_version"
              + " (hash, kind, name, version, manifest, published_at, current)"
              + " select encode(sha256(hash::bytea), 'hex'), kind, name, version,"
              + " jsonb_set(manifest, '{modules}', (select jsonb_agg(jsonb_set(m, '{structure}',"
              + " to_jsonb(encode(sha256((m ->> 'structure')::bytea), 'hex'))) order by at)"
              + " from jsonb_array_elements(manifest -> 'modules') with ordinality as each (m, at))),"
              + " published_at, true from published_version where "
              + COURSE);
    }
  }

  private static void takeBack(Shelf shelf) throws SQLException {
    try (Connection database = Kadam.database();
        Statement statement = database.createStatement()) {
      statement.execute("delete from published_version where current and " + COURSE);
      statement.execute("update published_version set current = true where " + COURSE);
      for (String module : shelf.modules(Player.COURSE)) {
        statement.execute(
            "delete from package_part where hash = encode(sha256('%s'::bytea), 'hex')"
                .formatted(shelf.structure(Player.COURSE, module)));
      }
    }
  }
}
