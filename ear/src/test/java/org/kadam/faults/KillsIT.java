package org.kadam.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.PlaywrightException;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kadam.it.Caller;
import org.kadam.it.Kadam;
import org.kadam.it.Phone;
import org.kadam.story.Chromium;
import org.kadam.story.PhoneInUse;

/**
 * What {@code kill -9} does under load: to the server, to PostgreSQL, to the page. Once each;
 * {@code -Dkills=20} does it so often and {@code -Dkills.minutes=15} bounds each of the three.
 */
@Timeout(value = 4, unit = TimeUnit.HOURS) // as many as are asked for
@ExtendWith(Chromium.class)
class KillsIT {

  private static final int BATCHES = 60;
  private static final int PER_BATCH = 10;
  private static final List<Toll> TOLLS = new ArrayList<>();

  /** Sends its batches one after the other, each until the server has answered for all of it. */
  private static final class Sender {
    final String module = "kill-" + Long.toString(System.nanoTime(), 36);
    final List<String> made = new ArrayList<>();
    final Caller caller = Caller.as("KNT-001");
    final Phone phone = Phone.of(caller);
    volatile int answered;
    volatile boolean failed;
    volatile Instant back;

    void run() {
      for (int b = 0; b < BATCHES; b++) {
        List<JsonObject> events = new ArrayList<>();
        for (int e = 0; e < PER_BATCH; e++) {
          JsonObject event =
              phone.event(
                  "card.done",
                  Json.createObjectBuilder()
                      .add("course", "kills")
                      .add("module", module)
                      .add("card", "c" + made.size())
                      .add("outcome", Json.createObjectBuilder())
                      .build());
          made.add(event.getString("id"));
          events.add(event);
        }
        send(events);
        answered++;
      }
    }

    private void send(List<JsonObject> events) {
      for (int tries = 0; tries < 1200; tries++) {
        try {
          Caller.Answer answer = phone.send(caller, events);
          if (answer.status() == 200) {
            answer
                .json()
                .getJsonArray("results")
                .getValuesAs(JsonObject.class)
                .forEach(
                    result ->
                        assertTrue(
                            Set.of("accepted", "known").contains(result.getString("status")),
                            result.toString()));
            if (failed && back == null) {
              back = Instant.now();
            }
            return;
          }
        } catch (UncheckedIOException e) {
          // no answer: the phone tries again
        }
        failed = true;
        pause(200);
      }
      throw new IllegalStateException("The server did not come back");
    }

    /** How many cards her progress has. */
    int progress() {
      return caller
          .get("/api/me/progress")
          .json()
          .getJsonArray("modules")
          .getValuesAs(JsonObject.class)
          .stream()
          .filter(m -> m.getString("module").equals(module))
          .mapToInt(m -> m.getInt("cards"))
          .sum();
    }
  }

  private interface Blow {
    void fall() throws Exception;
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void waited(CountDownLatch latch) {
    try {
      if (!latch.await(2, TimeUnit.MINUTES)) {
        throw new IllegalStateException("She works too slowly");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Strikes while events arrive, and waits until progress shows all of them. */
  private static Toll.Kill strike(Blow blow) throws Exception {
    Sender sender = new Sender();
    CompletableFuture<Void> sending = CompletableFuture.runAsync(sender::run);
    int after = 1 + ThreadLocalRandom.current().nextInt(BATCHES / 3);
    while (sender.answered < after && !sending.isDone()) {
      Thread.sleep(1);
    }
    Instant fell = Instant.now();
    blow.fall();
    sending.get(5, TimeUnit.MINUTES);
    assertTrue(sender.failed, "the blow fell while events were arriving");
    int made = BATCHES * PER_BATCH;
    for (int i = 0; i < 240 && sender.progress() < made; i++) {
      Thread.sleep(250);
    }
    assertEquals(made, sender.progress(), "progress is made of all of them");
    return stored(sender.made, Duration.between(fell, sender.back));
  }

  private static Toll.Kill stored(List<String> ids, Duration back) throws Exception {
    String sql = "select count(distinct id), count(*) from event where id = any (?::uuid[])";
    try (Connection connection = Kadam.database();
        PreparedStatement count = connection.prepareStatement(sql)) {
      count.setArray(1, connection.createArrayOf("text", ids.toArray()));
      try (ResultSet row = count.executeQuery()) {
        row.next();
        int there = row.getInt(1);
        return new Toll.Kill(ids.size(), ids.size() - there, row.getInt(2) - there, back);
      }
    }
  }

  private static void nothingLost(String victim, Toll.Blow blow) throws Exception {
    Toll toll = new Toll(victim);
    TOLLS.add(toll);
    toll.take(blow);
    assertEquals(0, toll.lost(), "nothing is lost");
    assertEquals(0, toll.doubled(), "nothing is there twice");
  }

  @Test
  @DisplayName("The server is killed with -9 while events arrive: each is there once")
  void the_server_dies() throws Exception {
    nothingLost(
        "server",
        () ->
            strike(
                () -> {
                  Kadam.stack().serverProcess().destroyForcibly();
                  Kadam.stack().serverProcess().onExit().get(20, TimeUnit.SECONDS);
                  Kadam.stack().startServer();
                }));
  }

  @Test
  @DisplayName("PostgreSQL is killed with -9 while events arrive: each is there once")
  void the_database_dies() throws Exception {
    nothingLost(
        "PostgreSQL",
        () ->
            strike(
                () -> {
                  ProcessHandle postmaster = Kadam.stack().databaseProcess();
                  List<ProcessHandle> all = new ArrayList<>(postmaster.children().toList());
                  all.add(postmaster);
                  all.forEach(ProcessHandle::destroyForcibly);
                  for (ProcessHandle each : all) {
                    each.onExit().get(20, TimeUnit.SECONDS);
                  }
                  Kadam.stack().startDatabase();
                }));
  }

  @Test
  @DisplayName("The page is killed with -9 while she works: what she did is there once")
  void the_page_dies() throws Exception {
    nothingLost("page", KillsIT::pageDies);
  }

  /**
   * She works on a new phone, its browser is killed, she takes it up again and ends the module that
   * she was in. Of every card of the modules that she did there is one event.
   */
  private static Toll.Kill pageDies() throws Exception {
    String code = System.getProperty("kills.worker", "KNT-034");
    Ledger.withoutPast(code);
    Path folder = Files.createTempDirectory("kadam-phone-");
    try (PhoneInUse phone = new PhoneInUse(folder, true, code)) {
      phone.signIn(code);
      String device = phone.device();
      List<String> begun = new ArrayList<>();
      int all = phone.modules().stream().mapToInt(module -> phone.cards(module).size()).sum();
      // A moment after some card: while the next one is done, stored or sent.
      CountDownLatch left = new CountDownLatch(ThreadLocalRandom.current().nextInt(all - 2));
      CompletableFuture<Instant> blow =
          CompletableFuture.supplyAsync(
              () -> {
                waited(left);
                pause(ThreadLocalRandom.current().nextInt(150));
                Instant fell = Instant.now();
                phone.kill();
                return fell;
              });
      try {
        for (String module : phone.modules()) {
          begun.add(module);
          takes(phone, module, left);
        }
        throw new IllegalStateException("She was done before the blow fell");
      } catch (PlaywrightException | AssertionError e) {
        // the browser is seen to be gone before the last of its processes is
        blow.get(30, TimeUnit.SECONDS);
      }
      phone.again();
      phone.received(code);
      Duration back = Duration.between(blow.get(), Instant.now());
      takes(phone, begun.get(begun.size() - 1), left);
      phone.received(code);
      Map<String, Integer> expected = new TreeMap<>();
      begun.forEach(module -> Ledger.whole(code, module, phone.cards(module), expected));
      assertEquals(expected, Ledger.of(device));
      return new Toll.Kill(expected.size(), 0, 0, back);
    } finally {
      Ledger.deleted(folder);
    }
  }

  private static void takes(PhoneInUse phone, String module, CountDownLatch left) {
    if (phone.begin(module)) {
      while (phone.card(module).isPresent()) {
        left.countDown();
      }
    }
  }

  @AfterAll
  static void table() {
    System.out.println(Toll.head());
    TOLLS.forEach(toll -> System.out.println(toll.row()));
  }

  @Test
  @DisplayName("PostgreSQL waits for the disk: fsync and synchronous_commit are on")
  void the_database_waits_for_the_disk() throws Exception {
    try (Connection connection = Kadam.database();
        var statement = connection.createStatement()) {
      for (String setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
        try (ResultSet row = statement.executeQuery("show " + setting)) {
          row.next();
          assertEquals("on", row.getString(1), setting);
        }
      }
    }
  }
}
