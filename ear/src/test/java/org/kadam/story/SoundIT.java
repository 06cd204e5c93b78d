package org.kadam.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kadam.it.Caller;
import org.kadam.it.Caller.Answer;
import org.kadam.it.Kadam;
import org.kadam.story.Shelf.Card;

/**
 * A card that has a recording, and one that has none. No course ships one yet: this publishes a
 * text with one for the time of the test, spoken by a program.
 */
@ExtendWith(Chromium.class)
@DisplayName("Recordings of cards")
class SoundIT {

  private static final String LANGUAGE = "en";
  private static final String CODE = "KNT-043";
  private static final Words WORDS = Words.of(LANGUAGE);

  private static byte[] recording;
  private static String sound;
  private static String module;
  private static List<Card> cards;
  private static String before;
  private static String with;

  @BeforeAll
  static void publish() throws Exception {
    Caller worker = Caller.as(CODE);
    assertEquals(200, worker.get("/api/me").status());
    Shelf shelf = Shelf.of(worker, LANGUAGE);
    module = shelf.modules(Player.COURSE).get(0);
    cards = shelf.cards(Player.COURSE, module);
    recording =
        Files.readAllBytes(
            Path.of(System.getProperty("root"), "ejb/src/test/resources/fixture/small-thing.opus"));
    sound = sha256(recording);
    before = text(worker);
    JsonObject text = worker.get("/api/packages/" + before).json();
    JsonObject words = text.getJsonObject("cards");
    String first = cards.get(0).id();
    JsonObject told =
        Json.createObjectBuilder()
            .add("hash", sound)
            .add("bytes", recording.length)
            .add("seconds", 4)
            .build();
    JsonObject card =
        Json.createObjectBuilder(words.getJsonObject(first)).add("sound", told).build();
    byte[] now =
        Json.createObjectBuilder(text)
            .add("cards", Json.createObjectBuilder(words).add(first, card))
            .build()
            .toString()
            .getBytes(StandardCharsets.UTF_8);
    with = sha256(now);
    var zipped = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(zipped)) {
      zip.write(now);
    }
    change(
        "insert into package_sound (hash, opus, published_at) values (?, ?, now())",
        sound,
        recording);
    change(
        "insert into package_part (hash, kind, gzip, bytes, published_at)"
            + " values (?, 'text', ?, "
            + zipped.size()
            + ", now())",
        with,
        zipped.toByteArray());
    offer(before, with);
  }

  @AfterAll
  static void withdraw() throws SQLException {
    if (with == null) {
      return;
    }
    offer(with, before);
    change("delete from package_part where hash = ?", with);
    change("delete from package_sound where hash = ?", sound);
  }

  private static void offer(String now, String then) throws SQLException {
    change(
        "update published_version set manifest = replace(manifest::text, ?, ?)::jsonb"
            + " where kind = 'course' and current",
        now,
        then);
  }

  private static String text(Caller worker) {
    return worker.get("/api/courses").json().getJsonArray("courses").stream()
        .map(each -> each.asJsonObject())
        .filter(each -> each.getString("id").equals(Player.COURSE))
        .flatMap(each -> each.getJsonArray("modules").stream())
        .map(each -> each.asJsonObject())
        .filter(each -> each.getString("id").equals(module))
        .map(each -> each.getJsonObject("text").getJsonObject(LANGUAGE).getString("hash"))
        .findFirst()
        .orElseThrow();
  }

  private static void change(String sql, Object... values) throws SQLException {
    try (Connection database = Kadam.database();
        PreparedStatement change = database.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        change.setObject(i + 1, values[i]);
      }
      change.executeUpdate();
    }
  }

  private static String sha256(byte[] bytes) throws GeneralSecurityException {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  private static void card(Handset phone, int at) {
    phone.go("#/course/" + Player.COURSE + "/" + module + "/" + cards.get(at).id());
    assertThat(phone.at("main h1")).hasText(cards.get(at).title());
  }

  private static Locator button(Handset phone, String key) {
    return phone
        .at("main button.slim")
        .filter(new Locator.FilterOptions().setHasText(WORDS.t(key)));
  }

  private static long fetched(Handset phone) {
    return phone.network().exchanges().stream()
        .filter(each -> each.line().contains("/api/sounds/"))
        .count();
  }

  private static void playsToItsEnd(Handset phone) {
    button(phone, "sound.listen").click();
    assertThat(button(phone, "sound.pause")).isVisible();
    assertThat(button(phone, "sound.listen"))
        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(15_000));
  }

  private static void look(Page page) {
    List<String> found =
        new AxeBuilder(page).analyze().getViolations().stream().map(Rule::getId).toList();
    assertEquals(List.of(), found);
  }

  @Test
  @DisplayName("The server gives it whole, as it was recorded, to those who are signed in")
  void served() {
    Answer answer = Caller.as(CODE).get("/api/sounds/" + sound);
    assertEquals(200, answer.status());
    assertEquals("audio/ogg", answer.headers().get("content-type"));
    assertTrue(answer.headers().get("cache-control").contains("immutable"));
    assertArrayEquals(recording, answer.body());
    assertEquals(401, Caller.stranger().get("/api/sounds/" + sound).status());
    assertEquals(404, Caller.as(CODE).get("/api/sounds/" + "0".repeat(64)).status());
  }

  @Test
  @DisplayName("Fetched when she presses or where she allows it, played again without a network")
  void listened() {
    try (Handset phone = Handset.phone(LANGUAGE)) {
      phone.open();
      phone.at("main button[lang='" + LANGUAGE + "']").click();
      phone.signIn(CODE);
      phone.go("#/course/" + Player.COURSE + "/" + module);
      phone.at(".acts .btn").click();
      card(phone, 0);
      assertThat(button(phone, "sound.listen")).containsText(" KB");
      look(phone.page());
      phone.picture("sound-card");
      assertEquals(0, fetched(phone), "nothing comes by itself");
      card(phone, 1);
      assertThat(button(phone, "sound.listen")).hasCount(0);
      assertThat(button(phone, "sound.aloud")).hasCount(0);

      card(phone, 0);
      playsToItsEnd(phone);
      assertEquals(1, fetched(phone));
      assertThat(button(phone, "sound.listen")).not().containsText(" KB");

      phone.page().waitForFunction("() => navigator.serviceWorker.ready");
      phone.signal(false);
      phone.openAgain();
      assertThat(phone.at("nav.tabs")).isVisible();
      card(phone, 0);
      assertThat(button(phone, "sound.listen")).not().containsText(" KB");
      playsToItsEnd(phone);
      String address = "/api/sounds/" + sound + "?of=" + Player.COURSE + "/" + module;
      assertEquals(
          List.of(4, 2), phone.page().evaluate(SEEK, address), "its seconds, and where it is now");

      phone.signal(true);
      assertEquals("refused", phone.page().evaluate(OTHER, "/api/sounds/" + "0".repeat(64)));
      assertEquals(1, fetched(phone), "what is played never comes from the network");

      phone.page().evaluate("() => caches.delete('sounds')");
      button(phone, "sound.when").click();
      look(phone.page());
      phone.picture("sound-when");
      phone
          .at("dialog[open] button")
          .filter(new Locator.FilterOptions().setHasText(WORDS.t("sound.when.any")))
          .click();
      phone.openAgain();
      assertThat(phone.at("nav.tabs")).isVisible();
      card(phone, 1);
      phone.page().waitForCondition(() -> fetched(phone) == 2);
      card(phone, 0);
      assertThat(button(phone, "sound.listen")).not().containsText(" KB");
    }
  }

  private static final String SEEK =
      """
      address => new Promise((ok, no) => {
        const audio = new Audio(address);
        audio.onerror = () => no(audio.error);
        audio.onloadedmetadata = () => { audio.currentTime = 2; };
        audio.onseeked = () => ok([Math.round(audio.duration), audio.currentTime]);
      })
      """;
  private static final String OTHER =
      """
      address => new Promise(ok => {
        const audio = new Audio(address);
        audio.onerror = () => ok('refused');
        audio.onloadedmetadata = () => ok('played');
      })
      """;

  private static final String VOICES =
      """
      window.said = [];
      window.SpeechSynthesisUtterance = function (text) { this.text = text; };
      Object.defineProperty(window, 'speechSynthesis', { value: {
        getVoices: () => [{ lang: 'hi-IN', localService: true }, { lang: 'en-IN', localService: %s }],
        addEventListener() {}, removeEventListener() {}, cancel() {},
        speak(what) { window.said.push(what.text); },
      } });
      """;

  @Test
  @DisplayName("The phone's own voice only where it is on the phone and of her language")
  void read_aloud() {
    for (boolean here : new boolean[] {false, true}) {
      try (Handset phone = Handset.phone(LANGUAGE)) {
        phone.context().addInitScript(VOICES.formatted(here));
        phone.open();
        phone.at("main button[lang='" + LANGUAGE + "']").click();
        phone.signIn(CODE);
        phone.go("#/course/" + Player.COURSE + "/" + module);
        phone.at(".acts .btn").click();
        card(phone, 0);
        assertThat(button(phone, "sound.aloud")).hasCount(0);
        card(phone, 1);
        assertThat(button(phone, "sound.aloud")).hasCount(here ? 1 : 0);
        if (here) {
          button(phone, "sound.aloud").click();
          String said = phone.page().evaluate("() => window.said.join(' ')").toString();
          assertTrue(said.contains(cards.get(1).title()), said);
          assertThat(button(phone, "sound.stop")).isVisible();
        }
      }
    }
  }
}
