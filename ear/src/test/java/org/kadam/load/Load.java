package org.kadam.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.kadam.assessment.Taken;
import org.kadam.assessment.Taken.How;
import org.kadam.it.Caller;
import org.kadam.it.Kadam;
import org.kadam.it.Phone;
import org.kadam.launch.Stack;
import org.kadam.load.Post.Letter;

/**
 * Phones send finished assessments of ten questions, in batches of twenty events, as fast as they
 * are answered. Bounded in count and time by {@code -Dload.events} and {@code -Dload.seconds}.
 */
class Load {

  private static final int EVENTS = Integer.getInteger("load.events", 60_000);
  private static final int WARM = Integer.getInteger("load.warm", 30_000);
  private static final int SECONDS = Integer.getInteger("load.seconds", 120);
  private static final int SENDERS = Integer.getInteger("load.senders", 8);
  private static final int BATCH = 20;
  private static final int QUESTIONS = 10;
  private static final int A_SITTING = 5;
  private static final int PHONES_EACH = 2;
  private static final List<String> WORKERS =
      List.of(
          "KNT-001", "KNT-017", "KNT-018", "KNT-019", "KNT-020", "KNT-021", "KNT-031", "KNT-032",
          "KNT-033", "KNT-034", "KNT-036", "KNT-037", "KNT-038", "KNT-039", "HXY-005", "HXY-006",
          "HXY-007", "HXY-008", "HXY-031", "HXY-032");

  /** Who sends: a worker's phone, and what it has not sent yet. */
  private static final class Sender {
    private final String code;
    private final Taken form;
    private final List<JsonObject> events = new ArrayList<>();

    Sender(String code, Caller caller) {
      this.code = code;
      this.form = Taken.by(caller);
    }

    Phone phone() {
      return form.phone();
    }

    void finishOne() {
      Taken taken = form.again();
      List<String> items = taken.items();
      for (int i = 0; i < QUESTIONS; i++) {
        if (i % A_SITTING == 0) {
          events.add(taken.sitting(i / A_SITTING + 1));
        }
        events.add(taken.answer(items.get(i), i % 3 == 0 ? How.NOT_DONE : How.ALONE));
      }
      events.add(taken.finish());
    }

    Letter next(boolean sealed, String bearer) {
      List<JsonObject> some = List.copyOf(events.subList(0, BATCH));
      events.subList(0, BATCH).clear();
      if (sealed) {
        byte[] body =
            phone().sealedBatch(some.stream().map(phone()::sealed).toList(), Instant.now());
        return new Letter(body, BATCH, new String[] {"Authorization", bearer});
      }
      byte[] body = phone().batch(some);
      return new Letter(
          body,
          BATCH,
          new String[] {
            "Authorization",
            bearer,
            "Kadam-Key",
            phone().key(),
            "Kadam-Signature",
            phone().signature(body)
          });
    }
  }

  private final List<Sender> senders = new ArrayList<>();
  private final Caller admin = Caller.as("KADAM-A1");

  @Test
  @DisplayName("What comes in per second, and what it costs")
  void load() throws Exception {
    for (String code : WORKERS) {
      Caller caller = Caller.as(code);
      for (int i = 0; i < PHONES_EACH; i++) {
        senders.add(new Sender(code, caller));
      }
    }
    Thread.sleep(5_000);
    send(true, WARM / 2);
    send(false, WARM / 2);
    measure("sealed", true);
    measure("signed", false);
  }

  private List<Letter> letters(boolean sealed, int events) {
    Map<String, String> bearers = new HashMap<>();
    WORKERS.forEach(code -> bearers.put(code, "Bearer " + Kadam.token(code)));
    List<Letter> letters = new ArrayList<>();
    while (letters.size() * BATCH < events) {
      for (Sender sender : senders) {
        while (sender.events.size() < BATCH) {
          sender.finishOne();
        }
        letters.add(sender.next(sealed, bearers.get(sender.code)));
      }
    }
    return letters;
  }

  private int send(boolean sealed, int events) throws Exception {
    int sent = Post.all(letters(sealed, events), SENDERS, Duration.ofSeconds(SECONDS));
    readAll();
    return sent;
  }

  /** Waits until all that is in the ledger has been read. */
  private void readAll() throws InterruptedException {
    while (admin
        .get("/api/projections")
        .json()
        .getJsonArray("projections")
        .getValuesAs(JsonObject.class)
        .stream()
        .anyMatch(lag -> lag.getInt("percent") < 100)) {
      Thread.sleep(200);
    }
  }

  private void measure(String how, boolean sealed) throws Exception {
    List<Letter> letters = letters(sealed, EVENTS);
    Stack stack = Kadam.stack();
    Processor server = new Processor(stack.serverProcess());
    Processor database = new Processor(stack.databaseProcess());
    long before = number("select count(*) from event_id");
    long bytes = bytes();
    double serverBegan = server.seconds();
    double databaseBegan = database.seconds();
    long began = System.nanoTime();
    int sent = Post.all(letters, SENDERS, Duration.ofSeconds(SECONDS));
    double seconds = (System.nanoTime() - began) / 1e9;
    readAll();
    double read = (System.nanoTime() - began) / 1e9;
    double onServer = server.seconds() - serverBegan;
    double inDatabase = database.seconds() - databaseBegan;
    assertEquals(before + sent, number("select count(*) from event_id"), "each came in once");
    double events = sent;
    double attempts = events / (QUESTIONS + QUESTIONS / A_SITTING + 1);
    tell("%s: %.0f events in batches of %d, %d connections", how, events, BATCH, SENDERS);
    tell(
        "  taken in     %.0f events/s in %.1f s; read by all after %.1f s",
        events / seconds, seconds, read);
    tell("  processor    %.1f s server, %.1f s database", onServer, inDatabase);
    tell("  an event     %.0f us", (onServer + inDatabase) / events * 1e6);
    tell("  an attempt   %.2f ms", (onServer + inDatabase) / attempts * 1e3);
    tell("  stored       %.0f bytes an attempt", (bytes() - bytes) / attempts);
  }

  private static void tell(String line, Object... values) {
    System.out.println("[load] " + String.format(Locale.ROOT, line, values));
  }

  /** What all tables take, with their indexes. */
  private static long bytes() throws SQLException {
    return number(
        "select sum(pg_total_relation_size(c.oid)) from pg_class c"
            + " join pg_namespace n on n.oid = c.relnamespace"
            + " where n.nspname = 'public' and c.relkind = 'r'");
  }

  private static long number(String sql) throws SQLException {
    try (Connection connection = Kadam.database();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }
}
