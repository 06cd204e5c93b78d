package org.kadam.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.PlaywrightException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kadam.it.Caller;
import org.kadam.it.SlowProxy;

/** What a first visit costs her who pays by the megabyte, counted on the wire. */
@ExtendWith(Chromium.class)
class FirstVisitIT {

  private static final long BYTES = 120_000;
  private static final int REQUESTS = 20;
  private static final double PACE = 2500; // longer than the phone waits to send what is finished
  private static final long SIGN_IN_BYTES = 8 * 1024;

  @ParameterizedTest
  @CsvSource({"hi,KNT-018", "lo,HXY-006", "en,KNT-018"})
  @DisplayName("From the front door to the first finished module: 120 KB, 20 requests")
  void first_visit(String language, String code) {
    Shelf shelf = Shelf.of(Caller.as("KNT-017"), language);
    Words words = Words.of(language);
    String module = shelf.modules(Player.COURSE).get(0);
    try (Handset phone = Handset.phone(language)) {
      phone.open();
      phone.at("main button[lang='" + language + "']").click();
      phone.signIn(code);
      phone.at("nav.tabs a[href='#/courses']").click();
      phone.at("a.btn[href='#/course/" + Player.COURSE + "']").click();
      phone.at("a[href='#/course/" + Player.COURSE + "/" + module + "']").click();
      new Player(phone, shelf, words).module(module, PACE);
      assertThat(phone.at("main .state").first()).hasText(words.t("state.received"));
      phone.page().waitForTimeout(3000);

      List<SlowProxy.Exchange> exchanges = phone.network().exchanges();
      print(language, exchanges);
      for (SlowProxy.Exchange exchange : exchanges) {
        boolean page = exchange.line().contains("/realms/") || exchange.line().contains("/sign-in");
        assertTrue(!page || exchange.received() <= SIGN_IN_BYTES, exchange::toString);
      }
      long bytes = exchanges.stream().mapToLong(SlowProxy.Exchange::bytes).sum();
      assertTrue(bytes <= BYTES, bytes + " bytes");
      assertTrue(exchanges.size() <= REQUESTS, exchanges.size() + " requests");

      seesEverything(phone);
      opensWithoutNetwork(phone, words);
    }
  }

  private static void print(String language, List<SlowProxy.Exchange> exchanges) {
    String line = "%-60.60s %,8d %,8d%n";
    System.out.printf("%n%-60s %8s %8s%n", "first visit, " + language, "up", "down");
    exchanges.forEach(e -> System.out.printf(line, e.line(), e.sent(), e.received()));
    System.out.printf(
        line,
        exchanges.size() + " requests",
        exchanges.stream().mapToLong(SlowProxy.Exchange::sent).sum(),
        exchanges.stream().mapToLong(SlowProxy.Exchange::received).sum());
  }

  /** The count would mean nothing if the service worker had a way around the network. */
  private static void seesEverything(Handset phone) {
    String ask = "async () => (await fetch('/icon.svg?seen')).status";
    phone.page().evaluate("() => navigator.serviceWorker.ready");
    phone.network().forget();
    assertEquals(200, phone.page().evaluate(ask));
    assertTrue(
        phone.network().exchanges().stream().anyMatch(e -> e.line().endsWith("/icon.svg")),
        phone.network().exchanges()::toString);
    phone.network().cut(true);
    assertThrows(
        PlaywrightException.class,
        () -> phone.page().evaluate("async () => (await fetch('/icon.svg?unseen')).status"));
  }

  /** The second visit; the network is cut already. */
  private static void opensWithoutNetwork(Handset phone, Words words) {
    phone.network().forget();
    phone.openAgain();
    assertThat(phone.at("h1")).hasText(words.t("today"));
    assertThat(phone.at("main .card.next")).isVisible();
    phone.go("#/courses");
    assertThat(phone.at("main .card").first()).isVisible();
    assertEquals(0, phone.network().bytes());
  }
}
