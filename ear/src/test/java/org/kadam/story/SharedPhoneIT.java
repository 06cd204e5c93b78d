package org.kadam.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Clock;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kadam.it.Caller;
import org.kadam.it.Kadam;
import org.kadam.it.SlowProxy;
import org.kadam.story.Shelf.Card;

/** Two workers on one phone: neither reads the other, and what one did counts as hers alone. */
@ExtendWith(Chromium.class)
class SharedPhoneIT {

  private static final String FIRST = "KNT-036";
  private static final String SECOND = "KNT-037";

  /** All that lies in one room of the phone, keys and values, bytes as text. */
  private static final String READ_ROOM =
      """
      room => new Promise((ok, no) => {
        const seen = [];
        const look = v => {
          if (v instanceof CryptoKey) seen.push('key ' + v.algorithm.name + ' ' + v.extractable);
          else if (v instanceof ArrayBuffer || ArrayBuffer.isView(v)) seen.push(new TextDecoder().decode(v));
          else if (v && typeof v === 'object') Object.entries(v).forEach(([k, w]) => { seen.push(k); look(w); });
          else seen.push(String(v));
        };
        const opened = indexedDB.open('kadam');
        opened.onerror = () => no(opened.error);
        opened.onsuccess = () => {
          const from = opened.result.transaction(room).objectStore(room);
          from.getAllKeys().onsuccess = e => e.target.result.forEach(look);
          const all = from.getAll();
          all.onsuccess = () => { all.result.forEach(look); opened.result.close(); ok(seen.join('\\n')); };
        };
      })
      """;

  private static final String READ_REST =
      """
      async () => {
        const seen = [JSON.stringify(localStorage), JSON.stringify(sessionStorage), location.href, document.documentElement.outerHTML];
        for (const name of await caches.keys()) {
          const cache = await caches.open(name);
          for (const request of await cache.keys()) seen.push(request.url, await (await cache.match(request)).text());
        }
        for (const { name } of await indexedDB.databases()) seen.push(name);
        return seen.join('\\n');
      }
      """;

  private static final String IN_THE_BACKGROUND =
      """
      () => {
        Object.defineProperty(document, 'visibilityState', { get: () => 'hidden' });
        document.dispatchEvent(new Event('visibilitychange'));
      }
      """;

  private static final Page.GetByTextOptions EXACTLY = new Page.GetByTextOptions().setExact(true);

  @Test
  @DisplayName(
      "A works offline and locks; B reads nothing of hers, and B's session sends it as A's")
  void two_workers() throws SQLException {
    Caller first = Caller.as(FIRST);
    Caller second = Caller.as(SECOND);
    Shelf shelf = Shelf.of(first, "hi");
    Words words = Words.of("hi");
    String module = shelf.modules(Player.COURSE).get(0);
    try (Handset phone = Handset.phone("hi")) {
      phone.open();
      phone.at("main button[lang='hi']").click();
      phone.askToSignIn("shared");
      phone.giveNameAndPin(FIRST, Kadam.PIN);
      learnsOffline(phone, shelf, words, module);
      List<Map<String, Object>> deeds = phone.deeds();
      assertTrue(deeds.size() > 3);

      locks(phone);
      assertThat(phone.at("h1")).hasText(FIRST);
      readsNothing(phone, first, shelf, module);
      phone.picture("30-locked");

      phone.forgetSession(); // twelve hours later: only the second one's session can send
      phone.signal(true);
      phone.at("main .btn.out").click();
      phone.askToSignIn("shared");
      phone.giveNameAndPin(SECOND, Kadam.PIN);
      assertThat(phone.at("main p").first())
          .hasText(words.t("today.greeting", "name", name(second)));
      phone.page().waitForCondition(() -> phone.deeds().isEmpty());
      countsAsHers(first, second, deeds);

      locks(phone);
      comesBackOffline(phone, words, name(first));
      nothingOfTheSessionsOwner(phone, words, shelf.modules(Player.COURSE).get(1), name(second));
    }
  }

  @Test
  @DisplayName("It locks itself when nobody is at it, but not under the hands of her who is")
  void locks_itself() {
    try (Handset phone = Handset.phone("hi")) {
      Clock clock = phone.context().clock();
      clock.install();
      phone.open();
      phone.at("main button[lang='hi']").click();
      phone.askToSignIn("shared");
      phone.giveNameAndPin(SECOND, Kadam.PIN);
      assertThat(phone.at("nav.tabs")).isVisible();
      Page behind = phone.page();
      phone.look(null);
      phone.open();
      phone.openHers(Kadam.PIN);
      assertThat(phone.at("nav.tabs")).isVisible();
      behind.evaluate(IN_THE_BACKGROUND);

      for (int minute = 0; minute < 7; minute++) {
        phone.at("h1").click();
        clock.fastForward(60_000);
        assertThat(phone.at("nav.tabs")).isVisible();
      }
      assertThat(behind.locator("nav.tabs")).hasCount(1);

      clock.fastForward(5 * 60_000 + 20_000);
      assertThat(phone.at("#pin")).isVisible();
      assertThat(behind.locator("#pin")).hasCount(1);
      assertThat(behind.locator("nav.tabs")).hasCount(0);
    }
  }

  private static String name(Caller caller) {
    return caller.get("/api/me").json().getString("name");
  }

  private static void learnsOffline(Handset phone, Shelf shelf, Words words, String module) {
    phone.at("nav.tabs a[href='#/courses']").click();
    phone.at("a.btn[href='#/course/" + Player.COURSE + "']").click();
    phone.at("main ol a.row").first().waitFor(); // the course's page, not the list of courses
    phone.at("main .card .btn").click();
    assertThat(phone.at("main .note")).hasText(words.t("course.offline"));
    phone.page().evaluate("() => navigator.serviceWorker.ready.then(() => true)");
    phone.signal(false);
    phone.at("main a[href='#/course/" + Player.COURSE + "/" + module + "']").click();
    new Player(phone, shelf, words).module(module);
  }

  private static void locks(Handset phone) {
    phone.go("#/me");
    phone.at("main > button.btn.out").click();
    assertThat(phone.at("nav.tabs")).hasCount(0);
    phone.at("#pin, main button.row").first().waitFor();
  }

  private static void readsNothing(Handset phone, Caller first, Shelf shelf, String module) {
    List<String> hers = new ArrayList<>(List.of(name(first), module, Player.COURSE, "outcome"));
    for (Card card : shelf.cards(Player.COURSE, module)) {
      hers.add(card.title());
    }
    for (String room : List.of("kv", "deeds", "places", "people", "hers")) {
      String read = (String) phone.page().evaluate(READ_ROOM, room);
      hers.forEach(text -> assertFalse(read.contains(text), room + " tells " + text));
      assertFalse(read.contains("key AES-GCM"), "nothing that opens a store lies there");
    }
    String rest = (String) phone.page().evaluate(READ_REST);
    assertTrue(rest.contains("<html"), "the rest is read");
    hers.remove("outcome"); // a word of the program
    hers.forEach(text -> assertFalse(rest.contains(text), "told elsewhere: " + text));
    // the course itself is everybody's, and says of nobody that she has it
    String packages = (String) phone.page().evaluate(READ_ROOM, "packages");
    assertTrue(packages.contains(module));
    for (String who : List.of(FIRST, name(first), first.get("/api/me").json().getString("id"))) {
      assertFalse(packages.contains(who), who);
    }
  }

  private static void countsAsHers(Caller first, Caller second, List<Map<String, Object>> deeds)
      throws SQLException {
    String me = first.get("/api/me").json().getString("id");
    try (Connection database = Kadam.database();
        PreparedStatement one =
            database.prepareStatement("select worker_id, source from event where id = ?::uuid")) {
      for (Map<String, Object> deed : deeds) {
        one.setString(1, (String) deed.get("id"));
        ResultSet found = one.executeQuery();
        assertTrue(found.next(), "received");
        assertEquals(me, found.getString(1));
        assertEquals("key", found.getString(2));
      }
    }
    assertEquals(0, second.get("/api/me/progress").json().getInt("events"));
  }

  private static void comesBackOffline(Handset phone, Words words, String name) {
    phone.signal(false);
    Locator row = phone.at("main button.row").filter(new Locator.FilterOptions().setHasText(FIRST));
    row.click();
    phone.openHers("111222");
    assertThat(phone.at("main [role=status]").first()).containsText(words.t("pin.wrong"));
    phone.openHers(Kadam.PIN);
    assertThat(phone.at("main p").first()).hasText(words.t("today.greeting", "name", name));
  }

  /**
   * The session is still the second one's; on the screen is the first one, and what she does goes.
   */
  private static void nothingOfTheSessionsOwner(
      Handset phone, Words words, String module, String owner) {
    phone.network().forget();
    phone.signal(true);
    assertThat(phone.at("main .note a[href^='/sign-in']")).isVisible();
    phone.go("#/course/" + Player.COURSE + "/" + module);
    phone.at(".acts .btn:enabled").click();
    phone.page().waitForCondition(() -> !phone.deeds().isEmpty());
    phone.go("#/me");
    Locator send = phone.page().getByText(words.t("me.send"), EXACTLY);
    phone
        .page()
        .waitForCondition(
            () -> {
              send.evaluateAll("all => all.forEach((button) => button.click())");
              return phone.deeds().isEmpty();
            });
    assertThat(phone.at("main")).containsText(words.t("sign-in.again"));
    phone.go("#/");
    assertThat(phone.at("nav.tabs")).isVisible();
    assertFalse(phone.at("body").innerText().contains(owner));
    List<String> asked =
        phone.network().exchanges().stream().map(SlowProxy.Exchange::line).toList();
    assertTrue(asked.stream().anyMatch(line -> line.endsWith("/api/events")), asked::toString);
    assertTrue(
        asked.stream()
            .filter(line -> line.contains("/api/"))
            .allMatch(line -> line.endsWith("/api/me") || line.endsWith("/api/events")),
        asked::toString);
  }
}
