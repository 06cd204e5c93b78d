package org.kadam.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

/** A worker with a phone that may die in her hand: its browser is a process of its own. */
public final class LearningWorker implements AutoCloseable {

  private static final String LANGUAGE = "en";
  private static final Pattern CARD = Pattern.compile("#/course/[^/]+/[^/]+/(?!go$).+");

  private final String code;
  private final Path folder;
  private final Shelf shelf;
  private final Map<String, List<Card>> cards = new HashMap<>();
  private Handset phone;
  private final Words words = Words.of(LANGUAGE);
  private Player player;

  private LearningWorker(String code, Path folder, Shelf shelf) {
    this.code = code;
    this.folder = folder;
    this.shelf = shelf;
    takeUp();
  }

  /** With a new phone, which keeps what it knows in an empty folder. */
  public static LearningWorker signedIn(String code, Path folder) {
    LearningWorker worker = new LearningWorker(code, folder, Shelf.of(Caller.as(code), LANGUAGE));
    worker.phone.at("main button[lang='" + LANGUAGE + "']").click();
    worker.phone.signIn(code);
    return worker;
  }

  private void takeUp() {
    phone = Handset.phone(LANGUAGE, folder);
    player = new Player(phone, shelf, words);
    phone.open();
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

  /**
   * Takes the phone up again after it died. If the session died with the browser, before its cookie
   * was on the disk, she signs in again.
   */
  public void again() {
    close();
    takeUp();
    Page page = phone.page();
    if (Integer.valueOf(401).equals(page.evaluate("async () => (await fetch('/api/me')).status"))) {
      page.navigate(Kadam.app() + "/sign-in/own");
      phone.giveAtKeycloak(code, Kadam.PIN); // her store has stayed open
    }
  }

  /** Waits until nothing that she did waits on the phone any more. */
  public void received() throws InterruptedException {
    for (int i = 0; i < 240 && !phone.deeds().isEmpty(); i++) {
      phone.page().evaluate("dispatchEvent(new Event('online'))");
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
