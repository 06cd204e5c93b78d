package org.kadam.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.TimeoutError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.kadam.it.Caller;
import org.kadam.it.Kadam;
import org.kadam.story.Shelf.Card;

/**
 * A phone on which one worker or several learn, and to which anything may happen: its browser is a
 * process of its own, which keeps what it knows in a folder.
 */
public final class PhoneInUse implements AutoCloseable {

  private static final String LANGUAGE = "en";
  private static final Pattern CARD = Pattern.compile("#/course/[^/]+/[^/]+/(?!go$).+");
  private static final double GIVES_UP = 4_000;
  private static final double IDLE_MILLIS = 5 * 60_000;
  private static final double LOCKS_WITHIN = 15_000;

  // What pages see of the clock; only what is loaded from then on, and what is there.
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

  private final Path folder;
  private final boolean own;
  private final Shelf shelf;
  private final Map<String, List<Card>> cards = new HashMap<>();
  private final Words words = Words.of(LANGUAGE);
  private Handset phone;
  private Player player;

  /** A new phone, one worker's own or shared. The code is of anybody who may see the courses. */
  public PhoneInUse(Path folder, boolean own, String code) {
    this.folder = folder;
    this.own = own;
    shelf = Shelf.of(Caller.as(code), LANGUAGE);
    takeUp();
  }

  private void takeUp() {
    phone = Handset.phone(LANGUAGE, folder);
    player = new Player(phone, shelf, words);
    phone.open();
  }

  /** Somebody signs in who has not been on this phone before. */
  public void signIn(String code) {
    Locator somebodyElse = phone.at("main .btn.out");
    Locator doors = phone.at("a.btn[href^='/sign-in/']");
    doors.or(somebodyElse).first().waitFor();
    if (doors.count() == 0) {
      somebodyElse.last().click();
    }
    doors.first().waitFor();
    phone.at("main button[lang='" + LANGUAGE + "']").click();
    phone.askToSignIn(own ? "own" : "shared");
    phone.giveNameAndPin(code, Kadam.PIN);
    assertThat(phone.at("nav.tabs")).isVisible();
  }

  /** She whose store lies on this phone goes on; with her PIN, if the phone asks for it. */
  public void enter(String code) {
    phone.go("#/"); // where the tabs are, whatever page she was on
    Locator inside = phone.at("nav.tabs");
    inside.or(phone.at("#pin, main button.row")).first().waitFor();
    if (inside.isVisible()) {
      return;
    }
    if (phone.at("#pin").count() == 0) {
      phone.at("main button.row").filter(new Locator.FilterOptions().setHasText(code)).click();
    }
    phone.openHers(Kadam.PIN);
    assertThat(phone.at("#pin")).hasCount(0);
    phone.go("#/me"); // else she is led back to where she was when it locked itself
    assertThat(inside).isVisible();
  }

  /** All of the course is brought to the phone, for when there is no network. */
  public void keepCourse() {
    phone.go("#/course/" + Player.COURSE);
    phone.at("main ol a.row").first().waitFor();
    Words hers = Words.of(phone.page().getAttribute("html", "lang"));
    Locator keep = phone.at("main .card .btn");
    Locator kept = phone.page().getByText(hers.t("course.offline"));
    keep.or(kept).first().waitFor();
    if (keep.isVisible()) {
      keep.click();
    }
    assertThat(kept).isVisible();
    phone.page().evaluate("() => navigator.serviceWorker.ready.then(() => true)");
  }

  public List<String> modules() {
    return shelf.modules(Player.COURSE);
  }

  /** The ids of a module's cards. */
  public List<String> cards(String module) {
    return of(module).stream().map(Card::id).toList();
  }

  private List<Card> of(String module) {
    return cards.computeIfAbsent(module, any -> shelf.cards(Player.COURSE, any));
  }

  /** Begins a module, or goes on where she is in it; not if she has done it. */
  public boolean begin(String module) {
    phone.go("#/");
    assertThat(phone.at("nav.tabs")).isVisible();
    phone.go("#/course/" + Player.COURSE + "/" + module);
    Locator go = phone.at(".acts .btn:enabled");
    if (go.textContent().equals(words.t("look-again"))) {
      return false;
    }
    go.click();
    return true;
  }

  /** Does the card on the screen and goes on; its id, or empty when the module is over. */
  public Optional<String> card(String module) {
    phone
        .page()
        .waitForFunction("pattern => new RegExp(pattern).test(location.hash)", CARD.pattern());
    String hash = (String) phone.page().evaluate("location.hash");
    String id = hash.substring(hash.lastIndexOf('/') + 1);
    if (id.equals("end")) {
      return Optional.empty();
    }
    Card card = of(module).stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow();
    player.await(card);
    player.answer(card, true);
    player.next(card);
    return Optional.of(id);
  }

  /**
   * She tries to do a card while the phone's room is used up. Chromium lets a small thing pass now
   * and then, since it measures only from time to time: what it takes is kept, else she is told.
   *
   * @return whether it was kept
   */
  public boolean cardOnFullPhone(String module) {
    Page page = phone.page();
    full(true);
    page.setDefaultTimeout(GIVES_UP);
    try {
      card(module);
      return true;
    } catch (PlaywrightException e) {
      assertThat(page.getByText(words.t("full"))).isVisible();
      return false;
    } finally {
      page.setDefaultTimeout(Chromium.PATIENCE);
      full(false);
    }
  }

  private void full(boolean now) {
    JsonObject how = new JsonObject();
    how.addProperty("origin", Kadam.app());
    if (now) {
      how.addProperty("quotaSize", 1);
    }
    phone.context().newCDPSession(phone.page()).send("Storage.overrideQuotaForOrigin", how);
  }

  /** The phone's own random name. */
  public String device() {
    return (String)
        phone
            .page()
            .evaluate(
                "() => new Promise((ok, no) => {"
                    + " const opened = indexedDB.open('kadam');"
                    + " opened.onerror = () => no(opened.error);"
                    + " opened.onsuccess = () => {"
                    + "  const it = opened.result.transaction('kv').objectStore('kv').get('device');"
                    + "  it.onsuccess = () => { opened.result.close(); ok(it.result) } } })");
  }

  /** The signal goes, or comes back. */
  public void signal(boolean there) {
    phone.signal(there);
  }

  /**
   * The phone's clock is so far off from now on. A shared phone that this surprises locks itself,
   * mostly.
   */
  public void clock(Duration off) {
    String script = CLOCK.formatted(off.toMillis());
    phone.context().addInitScript(script);
    double before = now();
    phone.page().evaluate(script);
    Locator locked = phone.at("#pin, main button.row");
    if (!own && Math.abs(now() - before) > IDLE_MILLIS && locked.count() == 0) {
      try {
        locked.first().waitFor(new Locator.WaitForOptions().setTimeout(LOCKS_WITHIN));
      } catch (TimeoutError e) {
        // a page that still scrolls is touched, so that the jump is not noticed
      }
    }
  }

  private double now() {
    return ((Number) phone.page().evaluate("Date.now()")).doubleValue();
  }

  /** The page is loaded anew. */
  public void reload() {
    phone.page().reload();
  }

  /** The app is opened in a further tab, which is looked at from now on. */
  public void furtherTab() {
    phone.look(null);
    phone.open();
  }

  /** Another of the open tabs is looked at. */
  public void otherTab() {
    // a browser that was killed has an empty page beside them
    List<Page> pages =
        phone.context().pages().stream()
            .filter(page -> page.url().startsWith(Kadam.app()))
            .toList();
    phone.look(pages.get((pages.indexOf(phone.page()) + 1) % pages.size()));
  }

  /** The browser ends at once, as under {@code kill -9}, and so does everything that it runs. */
  public void kill() {
    try {
      String lock = Files.readSymbolicLink(folder.resolve("SingletonLock")).toString();
      long pid = Long.parseLong(lock.substring(lock.lastIndexOf('-') + 1));
      ProcessHandle browser = ProcessHandle.of(pid).orElseThrow();
      List<ProcessHandle> all = Stream.concat(Stream.of(browser), browser.descendants()).toList();
      all.forEach(ProcessHandle::destroyForcibly);
      for (ProcessHandle each : all) {
        each.onExit().get(20, TimeUnit.SECONDS);
      }
    } catch (IOException | ExecutionException | TimeoutException e) {
      throw new IllegalStateException("Chromium did not die", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The phone is taken up again after it died. */
  public void again() {
    close();
    takeUp();
  }

  /**
   * With a network again, everything that waits is sent. If the session has ended, or died with the
   * browser before its cookie was on the disk, she signs in again.
   */
  public void received(String code) throws InterruptedException {
    Page page = phone.page();
    if (Integer.valueOf(401).equals(page.evaluate("async () => (await fetch('/api/me')).status"))) {
      page.navigate(Kadam.app() + "/sign-in/" + (own ? "own" : "shared"));
      if (!page.url().startsWith(Kadam.app())) {
        phone.giveAtKeycloak(code, Kadam.PIN);
      }
    }
    enter(code);
    for (int i = 0; i < 240 && !phone.deeds().isEmpty(); i++) {
      page.evaluate("dispatchEvent(new Event('online'))");
      Thread.sleep(250);
    }
    if (!phone.deeds().isEmpty()) {
      throw new IllegalStateException(phone.deeds().size() + " still wait on the phone");
    }
  }

  @Override
  public void close() {
    try {
      phone.close();
    } catch (PlaywrightException e) {
      // its browser is gone already
    }
  }
}
