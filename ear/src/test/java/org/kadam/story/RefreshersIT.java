package org.kadam.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kadam.assessment.Taken;
import org.kadam.it.Caller;
import org.kadam.it.Kadam;
import org.kadam.story.Shelf.Card;

/** What was hard comes again on another day, by the phone's own clock and without a network. */
@ExtendWith(Chromium.class)
class RefreshersIT {

  private static final String CLOCK =
      """
      (() => {
        const Real = (window.RealDate = window.RealDate || Date);
        window.Date = class extends Real {
          constructor(...a) { a.length === 0 ? super(Date.now()) : super(...a); }
          static now() { return Real.now() + %d; }
        };
      })()
      """;

  private static final String ROW = "a.row[href='#/again']";
  private static final String SIDEWAYS =
      "() => document.documentElement.scrollWidth - document.documentElement.clientWidth";

  /** The phone, whose clock is that of Greenwich, shows this hour of a day from today. */
  private static void clock(Handset phone, int days, int hour) {
    ZonedDateTime now = ZonedDateTime.now(ZoneOffset.UTC);
    ZonedDateTime then = now.plusDays(days).with(LocalTime.of(hour, 0));
    String script = CLOCK.formatted(Duration.between(now, then).toMillis());
    phone.context().addInitScript(script);
    phone.openAgain();
    assertThat(phone.at("nav.tabs")).isVisible();
    assertThat(phone.at("main svg.cap")).isVisible();
  }

  private static void look(Handset phone, String name) {
    phone.picture("refresh-" + name);
    List<String> found =
        new AxeBuilder(phone.page()).analyze().getViolations().stream().map(Rule::getId).toList();
    assertEquals(List.of(), found, name);
    phone.page().evaluate("() => { document.documentElement.style.fontSize = '200%' }");
    assertEquals(0, ((Number) phone.page().evaluate(SIDEWAYS)).intValue(), name);
    phone.page().evaluate("() => { document.documentElement.style.fontSize = '' }");
  }

  private static long count(String sql, String code) {
    try (Connection database = Kadam.database();
        PreparedStatement count = database.prepareStatement(sql)) {
      for (int i = 1; i <= count.getParameterMetaData().getParameterCount(); i++) {
        count.setString(i, code);
      }
      try (ResultSet row = count.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static long received(String code) {
    return count(
        "select count(*) from event e join worker w on w.id = e.worker_id"
            + " where e.type = 'card.again' and w.code = ?",
        code);
  }

  /** The accounts of the demo are made one after the other, and this may be the first test. */
  private static boolean hasAccount(String code) {
    return count(
            "with first as (update account set priority = 0, next_try = now()"
                + " where state = 'waiting' and priority > 0 and worker_id ="
                + " (select id from worker where code = ?) returning 0)"
                + " select count(*) from account a join worker w on w.id = a.worker_id"
                + " where a.state = 'made' and w.code = ?",
            code)
        > 0;
  }

  @ParameterizedTest
  @CsvSource({"en,KNT-041", "hi,KNT-042", "lo,HXY-041"})
  @DisplayName(
      "Answered wrongly today, asked again tomorrow, never at night, and only if she wants")
  void comes_again(String language, String code) {
    Shelf shelf = Shelf.of(Caller.as("KNT-017"), language);
    Words words = Words.of(language);
    String module = shelf.modules(Player.COURSE).get(0);
    List<Card> hard =
        shelf.cards(Player.COURSE, module).stream()
            .filter(card -> Set.of("choice", "chat", "phone").contains(card.type()))
            .toList();
    assertTrue(hard.size() > 1, module);
    Taken.await("her account", () -> hasAccount(code));
    try (Handset phone = Handset.phone(language)) {
      Player player = new Player(phone, shelf, words);
      phone.open();
      phone.at("main button[lang='" + language + "']").click();
      phone.signIn(code);
      clock(phone, 0, 10);
      phone.go("#/course/" + Player.COURSE + "/" + module);
      phone.at(".acts .btn").click();
      for (Card card : shelf.cards(Player.COURSE, module)) {
        player.await(card);
        player.answer(card, false);
        player.next(card);
      }
      assertThat(phone.at("h1")).hasText(words.t("module.end"));
      phone.page().waitForTimeout(1000); // what was hard is looked up, and she is in no hurry
      phone.go("#/");
      assertThat(phone.at("main svg.cap")).isVisible();
      assertThat(phone.at(ROW)).hasCount(0);

      phone.signal(false);
      clock(phone, 1, 22);
      assertThat(phone.at(ROW)).hasCount(0);
      clock(phone, 1, 5);
      assertThat(phone.at(ROW)).hasCount(0);
      clock(phone, 1, 10);
      assertThat(phone.at(ROW)).isVisible();
      String form = hard.size() == 1 ? "again.row.one" : "again.row.other";
      assertThat(phone.at(ROW)).containsText(words.t(form, "n", hard.size()));
      look(phone, "today");

      phone.go("#/me");
      look(phone, "me");
      player.button("again.pause").click();
      player.button("again.resume").waitFor();
      phone.go("#/");
      assertThat(phone.at("main svg.cap")).isVisible();
      assertThat(phone.at(ROW)).hasCount(0);
      phone.go("#/me");
      player.button("again.resume").click();
      phone.go("#/");

      phone.at(ROW).click();
      for (Card card : hard) {
        player.await(card);
        player.answer(card, true);
        look(phone, card.type());
        player.next(card);
      }
      assertThat(phone.at("main [role=status]")).hasText(Words.seen(words.t("again.over")));
      look(phone, "over");
      phone.go("#/");
      assertThat(phone.at("main svg.cap")).isVisible();
      assertThat(phone.at(ROW)).hasCount(0);
      phone.go("#/ahead");
      assertThat(phone.at("main .card.next")).isVisible();
      look(phone, "ahead");

      phone.signal(true);
      phone.openAgain();
      Taken.await("her answers", () -> received(code) == hard.size());
    }
  }
}
