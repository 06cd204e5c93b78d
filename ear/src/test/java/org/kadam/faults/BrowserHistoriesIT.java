package org.kadam.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.PlaywrightException;
import jakarta.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kadam.it.Caller;
import org.kadam.it.Kadam;
import org.kadam.story.Chromium;
import org.kadam.story.PhoneInUse;

/**
 * Random histories of the whole app in a real browser: two of them; {@code -Dbrowser.histories=50}
 * runs so many, {@code -Dseed=7 -Dbrowser.histories=1} one alone.
 */
@Timeout(value = 4, unit = TimeUnit.HOURS) // as many as are asked for
@ExtendWith(Chromium.class)
class BrowserHistoriesIT {

  private static final List<String> WORKERS =
      List.of(System.getProperty("histories.workers", "KNT-038,KNT-039").split(","));

  /** One phone and whoever learns on it. In the end every module that was begun is done. */
  private static final class History {
    final List<String> log = new ArrayList<>();
    final Random chance;
    final List<String> workers;
    final Map<String, List<String>> begun = new HashMap<>();
    final PhoneInUse phone;
    String worker;
    boolean signal = true;
    int tabs = 1;

    History(long seed, Path folder) {
      chance = new Random(seed * 7919);
      workers = WORKERS.subList(0, chance.nextBoolean() ? 1 : 2);
      phone = new PhoneInUse(folder, workers.size() == 1, WORKERS.get(0));
    }

    void run() throws Exception {
      for (String code : workers) {
        if (worker != null) {
          phone.reload(); // a shared phone is locked by that
        }
        worker = code;
        note("signs in");
        phone.signIn(code);
        phone.keepCourse();
      }
      int steps = 8 + chance.nextInt(10);
      for (int i = 0; i < steps; i++) {
        step();
      }
      heal();
    }

    private void step() throws Exception {
      switch (chance.nextInt(16)) {
        case 0, 1 -> signal(!signal);
        case 2 -> {
          note("loads the page anew");
          phone.reload();
          phone.enter(worker);
        }
        case 3 -> furtherTab();
        case 4 -> {
          note("looks at another tab");
          phone.otherTab();
          phone.enter(worker);
        }
        case 5 -> diesAtWork();
        case 6 -> {
          Duration off = Duration.ofDays(chance.nextInt(8000) - 4000);
          note("sets the clock off by " + off);
          phone.clock(off);
          phone.enter(worker);
        }
        case 7 -> {
          if (phone.begin(module())) {
            note("tries on a full phone, " + (phone.cardOnFullPhone(module()) ? "kept" : "told"));
          }
        }
        case 8 -> passOn();
        default -> works(1 + chance.nextInt(4));
      }
    }

    private void signal(boolean there) {
      note(there ? "has a signal" : "has no signal");
      signal = there;
      phone.signal(there);
    }

    private void furtherTab() {
      if (tabs < 3) {
        note("opens a further tab");
        tabs++;
        phone.furtherTab();
        phone.enter(worker);
      }
    }

    /** The browser is killed while she is at it, and the phone is taken up again. */
    private void diesAtWork() throws Exception {
      int wait = chance.nextInt(1500);
      note("is killed after " + wait + " ms");
      CompletableFuture<Void> blow =
          CompletableFuture.runAsync(
              phone::kill, CompletableFuture.delayedExecutor(wait, TimeUnit.MILLISECONDS));
      try {
        for (Instant end = Instant.now().plusSeconds(60); Instant.now().isBefore(end); ) {
          works(1);
        }
        throw new IllegalStateException("The blow did not fall");
      } catch (PlaywrightException | AssertionError e) {
        blow.get(30, TimeUnit.SECONDS);
      }
      tabs = 1;
      signal = true;
      phone.again();
      phone.enter(worker);
    }

    /** The phone goes to the other worker, who opens her store by her PIN, signal or not. */
    private void passOn() {
      if (workers.size() == 1) {
        return;
      }
      phone.reload();
      worker = workers.get(1 - workers.indexOf(worker));
      note("takes the phone");
      phone.enter(worker);
    }

    private String module() {
      List<String> hers = begun.computeIfAbsent(worker, any -> new ArrayList<>());
      if (hers.isEmpty()) {
        hers.add(phone.modules().get(0));
      }
      return hers.get(hers.size() - 1);
    }

    private void works(int most) {
      String module = module();
      if (!phone.begin(module)) {
        next(module);
        return;
      }
      for (int i = 0; i < most; i++) {
        Optional<String> card = phone.card(module);
        note("does " + module + " " + card.orElse("to its end"));
        if (card.isEmpty()) {
          next(module);
          return;
        }
      }
    }

    private void next(String module) {
      List<String> all = phone.modules();
      int further = all.indexOf(module) + 1;
      if (further < all.size()) {
        begun.get(worker).add(all.get(further));
      }
    }

    /** Everything is well again; who has begun a module ends it, and what waits is sent. */
    private void heal() throws Exception {
      note("-- everything is well again");
      phone.signal(true);
      phone.clock(Duration.ZERO);
      for (String code : begun.keySet()) {
        worker = code;
        phone.reload();
        phone.enter(code);
        String last = module();
        while (phone.begin(last)) {
          while (phone.card(last).isPresent()) {
            // on to the next
          }
        }
      }
      phone.received(worker);
    }

    private void note(String what) {
      log.add(worker + " " + what);
    }
  }

  @Test
  @DisplayName("Whatever befalls a phone in a real browser: every event is there once, and hers")
  void every_event_is_there_once() throws Exception {
    WORKERS.forEach(Kadam::token); // until their accounts are there
    long first = Long.getLong("seed", 1);
    int most = Integer.getInteger("browser.histories", 2);
    Instant end = Instant.now().plus(Duration.ofMinutes(Long.getLong("histories.minutes", 60)));
    int events = 0;
    long seed = first;
    for (; seed < first + most && Instant.now().isBefore(end); seed++) {
      events += history(seed);
    }
    System.out.printf("%d histories in Chromium, %d events%n", seed - first, events);
  }

  private static int history(long seed) throws Exception {
    for (String code : WORKERS) {
      Ledger.withoutPast(code);
    }
    Path folder = Files.createTempDirectory("kadam-phone-");
    History history = new History(seed, folder);
    try {
      history.run();
      Map<String, Integer> expected = new TreeMap<>();
      history.begun.forEach(
          (code, modules) ->
              modules.forEach(m -> Ledger.whole(code, m, history.phone.cards(m), expected)));
      assertEquals(expected, Ledger.of(history.phone.device()));
      for (String code : WORKERS) {
        progress(code, history);
      }
      System.out.printf("history %d in Chromium: %d events%n", seed, expected.size());
      return expected.size();
    } catch (Exception | AssertionError e) {
      System.out.printf("HISTORY %d in Chromium%n  %s%n", seed, String.join("\n  ", history.log));
      throw e;
    } finally {
      history.phone.close();
      Ledger.deleted(folder);
    }
  }

  /** Her progress has as many cards of each module as the module has. */
  private static void progress(String code, History history) throws Exception {
    Map<String, Integer> expected = new TreeMap<>();
    for (String module : history.begun.getOrDefault(code, List.of())) {
      expected.put(module, history.phone.cards(module).size());
    }
    Map<String, Integer> there = new TreeMap<>();
    for (int i = 0; i < 120; i++) {
      there.clear();
      Caller.as(code)
          .get("/api/me/progress")
          .json()
          .getJsonArray("modules")
          .getValuesAs(JsonObject.class)
          .forEach(m -> there.put(m.getString("module"), m.getInt("cards")));
      if (there.equals(expected)) {
        return;
      }
      Thread.sleep(250);
    }
    assertEquals(expected, there, "progress of " + code);
  }
}
