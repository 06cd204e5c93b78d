package org.kadam.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.kadam.it.Caller;
import org.kadam.it.Kadam;
import org.kadam.it.Phone;

/** What a power cut does: the phone keeps what was not answered and sends it again. */
class CrashIT {

  private static final int BATCHES = 60;
  private static final int PER_BATCH = 10;

  /** Sends its batches one after the other, each until the server has answered for all of it. */
  private static final class Sender {
    final Set<String> made = new HashSet<>();
    final AtomicInteger answered = new AtomicInteger();
    final AtomicBoolean failed = new AtomicBoolean();
    final Caller caller = Caller.as("KNT-001");
    final Phone phone = Phone.of(caller);

    void run() {
      for (int b = 0; b < BATCHES; b++) {
        List<JsonObject> events = new ArrayList<>();
        for (int e = 0; e < PER_BATCH; e++) {
          JsonObject event =
              phone.event(
                  "card.done",
                  Json.createObjectBuilder()
                      .add("course", "whatsapp-at-work")
                      .add("module", "m")
                      .add("card", "c" + e)
                      .add("outcome", Json.createObjectBuilder())
                      .build());
          made.add(event.getString("id"));
          events.add(event);
        }
        send(events);
        answered.incrementAndGet();
      }
    }

    private void send(List<JsonObject> events) {
      for (int tries = 0; tries < 600; tries++) {
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
            return;
          }
        } catch (UncheckedIOException e) {
          // no answer: the phone tries again
        }
        failed.set(true);
        try {
          Thread.sleep(200);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return;
        }
      }
      throw new IllegalStateException("The server did not come back");
    }
  }

  private interface Blow {
    void fall() throws Exception;
  }

  private static void strike(Blow blow) throws Exception {
    Sender sender = new Sender();
    CompletableFuture<Void> sending = CompletableFuture.runAsync(sender::run);
    while (sender.answered.get() < 5 && !sending.isDone()) {
      Thread.sleep(10);
    }
    blow.fall();
    sending.get(4, TimeUnit.MINUTES);
    assertTrue(sender.failed.get(), "the blow fell while events were arriving");
    assertEquals(BATCHES * PER_BATCH, sender.made.size());
    assertEquals(BATCHES * PER_BATCH, stored(sender.made), "each event is there once");
  }

  private static int stored(Set<String> ids) throws Exception {
    try (Connection connection = Kadam.database();
        PreparedStatement count =
            connection.prepareStatement("select count(*) from event where id = any (?::uuid[])")) {
      count.setArray(1, connection.createArrayOf("text", ids.toArray()));
      try (ResultSet row = count.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    }
  }

  @Test
  @DisplayName("The server is killed with -9 while events arrive: each is there once")
  void the_server_dies() throws Exception {
    strike(
        () -> {
          Kadam.stack().serverProcess().destroyForcibly();
          Kadam.stack().serverProcess().onExit().get(20, TimeUnit.SECONDS);
          Kadam.stack().startServer();
        });
  }

  @Test
  @DisplayName("PostgreSQL is killed with -9 while events arrive: each is there once")
  void the_database_dies() throws Exception {
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
        });
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
