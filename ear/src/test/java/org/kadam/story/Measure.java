package org.kadam.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kadam.it.Caller;
import org.kadam.it.Kadam;
import org.kadam.it.SlowProxy;
import org.kadam.story.Shelf.Card;

/**
 * What a phone pays and how long she waits on slow 3G with a slow processor, and how soon a card
 * answers; printed as the tables of {@code docs/performance.md}. The processor of the page is made
 * slower by {@code -Dcpu} (10) times.
 */
@ExtendWith(Chromium.class)
class Measure {

  private static final int CPU = Integer.getInteger("cpu", 10);
  private static final double A_SECOND = 1e9;

  /**
   * From the tap to the picture on the screen in which the answer, or the next card, is to be seen.
   */
  private static final String WATCH =
      """
      (next) => {
        const said = (e) => (e ? e.textContent.replace(/\\u200b/g, '').trim() : '');
        const answered = () => [...document.querySelectorAll('button')].some((b) => b.offsetParent && said(b) === next);
        const title = () => said(document.querySelector('main h1'));
        const watched = (window.watched = { answer: [], turn: [] });
        let tap;
        addEventListener('click', (e) => (tap = { at: e.timeStamp, kind: answered() ? 'turn' : 'answer', title: title() }), true);
        const look = () => {
          if (!tap || (tap.kind === 'answer' ? !answered() : !title() || title() === tap.title)) return;
          const { at, kind } = tap;
          tap = undefined;
          requestAnimationFrame(() => setTimeout(() => watched[kind].push(performance.now() - at)));
        };
        new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true });
      }
      """;

  private static final List<String> TABLE = new ArrayList<>();

  private long begun;
  private double waited;

  @AfterAll
  static void print() {
    System.out.println();
    TABLE.forEach(System.out::println);
    System.out.println();
  }

  /** She does something, and waits until what she wants is there. */
  private void waits(Runnable deed, Locator wanted) {
    begun = System.nanoTime();
    deed.run();
    wanted.first().waitFor();
    waited += (System.nanoTime() - begun) / A_SECOND;
  }

  private void row(String what, Handset phone, String usable) {
    List<SlowProxy.Exchange> exchanges = phone.network().exchanges();
    TABLE.add(
        String.format(
            Locale.ROOT,
            "| %s | %.1f | %d | %s |",
            what,
            phone.network().bytes() / 1000.0,
            exchanges.size(),
            usable));
    phone.network().forget();
    waited = 0;
  }

  private String seconds() {
    return String.format(Locale.ROOT, "%.1f", waited);
  }

  @ParameterizedTest
  @CsvSource({"hi,KNT-018", "lo,HXY-006", "en,KNT-019"})
  @DisplayName("First visit, next module, whole course, warm start")
  void visits(String language, String code) {
    Shelf shelf = Shelf.of(Caller.as("KNT-017"), language);
    Words words = Words.of(language);
    List<String> modules = shelf.modules(Player.COURSE);
    if (TABLE.isEmpty()) {
      TABLE.add("| | KB | requests | seconds to usable |");
      TABLE.add("|---|---|---|---|");
    }
    try (Handset phone = Handset.phone(language)) {
      phone.network().slow3g();
      phone.slower(CPU);
      Player player = new Player(phone, shelf, words);
      waits(phone::open, phone.at("main button[lang='" + language + "']"));
      phone.at("main button[lang='" + language + "']").click();
      waits(() -> phone.at("a.btn[href^='/sign-in/own']").click(), phone.at("#username"));
      waits(() -> phone.giveAtKeycloak(code, Kadam.PIN), phone.at("#pin"));
      waits(() -> phone.openHers(Kadam.PIN), phone.at("main .card.next"));
      String today = seconds();
      phone.at("nav.tabs a[href='#/courses']").click();
      waits(
          () -> phone.at("a.btn[href='#/course/" + Player.COURSE + "']").click(),
          phone.at("main ol.rows a.row"));
      String first = takes(phone, player, words, shelf, modules.get(0));
      row(
          "%s: sign-in page to first finished module".formatted(language),
          phone,
          "%s to her day, %s to the first card".formatted(today, first));
      phone.page().evaluate("() => navigator.serviceWorker.ready.then(() => true)");
      phone.page().waitForTimeout(12_000); // other languages' words are kept when a module is done
      row(language + ": kept for days without a network, afterwards", phone, "");
      phone.go("#/course/" + Player.COURSE);
      assertThat(phone.at("h1")).hasText(shelf.titleOfCourse(Player.COURSE));
      String next = takes(phone, player, words, shelf, modules.get(1));
      row(language + ": next module", phone, next);
      phone.go("#/course/" + Player.COURSE);
      phone.at("main .card .btn").waitFor();
      waits(
          () -> phone.at("main .card .btn").click(),
          phone.page().getByText(words.t("course.offline")));
      row(language + ": the rest of the course and the assessment", phone, seconds());
      phone.go("#/");
      phone.page().waitForTimeout(5000);
      phone.network().forget();
      Locator[] day = new Locator[1];
      begun = System.nanoTime();
      phone.look(null);
      waits(
          () -> {
            phone.open();
            day[0] = phone.at("main .card.next");
            day[0].waitFor();
          },
          phone.at("main .card.next"));
      row(language + ": warm start, until her day is there", phone, seconds());
      phone.page().waitForTimeout(8000);
      row(language + ": warm start, what is asked behind it", phone, "");
    }
  }

  /** A module from the list of the course; the seconds until its first card. */
  private String takes(Handset phone, Player player, Words words, Shelf shelf, String module) {
    Card card = shelf.cards(Player.COURSE, module).get(0);
    phone.at("main a[href='#/course/" + Player.COURSE + "/" + module + "']").click();
    phone.at(".acts .btn").waitFor();
    waits(
        () -> phone.at(".acts .btn").click(),
        phone
            .page()
            .getByText(
                card.title(), new com.microsoft.playwright.Page.GetByTextOptions().setExact(true)));
    String until = seconds();
    for (Card each : shelf.cards(Player.COURSE, module)) {
      player.await(each);
      player.answer(each, true);
      player.next(each);
    }
    assertThat(phone.at("h1")).hasText(words.t("module.end"));
    assertThat(phone.at("main .state").first()).hasText(words.t("state.received"));
    phone.page().waitForTimeout(2000);
    return until;
  }

  @ParameterizedTest
  @CsvSource({"hi,KNT-020,1", "hi,KNT-021,10"})
  @DisplayName("How soon a card answers, and the next one is there")
  void cards(String language, String code, int cpu) {
    Shelf shelf = Shelf.of(Caller.as("KNT-017"), language);
    Words words = Words.of(language);
    Map<String, List<Double>> took = new TreeMap<>();
    try (Handset phone = Handset.phone(language)) {
      phone.open();
      phone.at("main button[lang='" + language + "']").click();
      phone.signIn(code);
      Player player = new Player(phone, shelf, words);
      phone.page().evaluate(WATCH, Words.seen(words.t("next")));
      phone.slower(cpu);
      Set<String> seen = new HashSet<>();
      for (String course : shelf.courses()) {
        for (String module : shelf.modules(course)) {
          List<Card> cards = shelf.cards(course, module);
          if (seen.containsAll(cards.stream().map(Card::kind).toList())) {
            continue;
          }
          phone.go("#/course/" + course + "/" + module);
          phone.at(".acts .btn:enabled").click();
          for (Card card : cards) {
            seen.add(card.kind());
            player.await(card);
            player.answer(card, true);
            phone.page().waitForTimeout(500);
            List<Double> answered = watched(phone, "answer");
            if (!card.type().equals("story")) { // which asks nothing; what was watched is the start
              took.computeIfAbsent(card.type(), any -> new ArrayList<>()).addAll(answered);
            }
            player.next(card);
            phone.page().waitForTimeout(500);
            took.computeIfAbsent("the next card", any -> new ArrayList<>())
                .addAll(watched(phone, "turn"));
          }
        }
      }
    }
    TABLE.add("");
    TABLE.add(
        "| after a tap, processor %d times slower | times | middle, ms | longest, ms |"
            .formatted(cpu));
    TABLE.add("|---|---|---|---|");
    took.forEach(
        (kind, all) -> {
          all.sort(null);
          if (!all.isEmpty()) {
            TABLE.add(
                String.format(
                    Locale.ROOT,
                    "| %s | %d | %.0f | %.0f |",
                    kind,
                    all.size(),
                    all.get(all.size() / 2),
                    all.get(all.size() - 1)));
          }
        });
    for (String kind : List.of("chat", "choice", "compose", "match", "order", "phone", "pledge")) {
      assertTrue(!took.getOrDefault(kind, List.of()).isEmpty(), took::toString);
    }
  }

  /** What was measured since the last look. */
  private static List<Double> watched(Handset phone, String kind) {
    Object taken = phone.page().evaluate("(kind) => window.watched[kind].splice(0)", kind);
    return ((List<?>) taken).stream().map(each -> ((Number) each).doubleValue()).toList();
  }
}
