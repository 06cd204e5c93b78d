package org.kadam.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kadam.backup.TakeBackup;
import org.kadam.it.Caller;
import org.kadam.it.Kadam;
import org.kadam.it.Phone;

/** A backup of what runs, restored elsewhere, and Kadam run on it. */
class BackupIT {

  private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @TempDir private Path folder;

  /** Events without end, ten a batch; what the server has answered for is remembered. */
  private static final class Sender {
    final Caller caller;
    final Phone phone;
    final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    final AtomicBoolean enough = new AtomicBoolean();

    Sender(String code) {
      caller = Caller.as(code);
      phone = Phone.of(caller);
    }

    void run() {
      while (!enough.get()) {
        List<JsonObject> events = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
          events.add(
              phone.event(
                  "card.done",
                  Json.createObjectBuilder()
                      .add("course", "whatsapp-at-work")
                      .add("module", "backup")
                      .add("card", "c" + i)
                      .add("outcome", Json.createObjectBuilder())
                      .build()));
        }
        Caller.Answer answer = phone.send(caller, events);
        assertEquals(200, answer.status(), answer.text());
        events.forEach(event -> acknowledged.add(event.getString("id")));
      }
    }
  }

  private static void until(Sender sender, int many) throws InterruptedException {
    while (sender.acknowledged.size() < many) {
      Thread.sleep(10);
    }
  }

  @Test
  @DisplayName("Taken under load, restored elsewhere: what was acknowledged before is there once")
  void under_load_and_elsewhere() throws Exception {
    List<Sender> senders = List.of(new Sender("KNT-001"), new Sender("KNT-018"));
    List<CompletableFuture<Void>> load =
        senders.stream().map(sender -> CompletableFuture.runAsync(sender::run)).toList();
    Path file = folder.resolve("kadam.zip");
    Set<String> before = new HashSet<>();
    try {
      for (Sender sender : senders) {
        until(sender, 200);
        before.addAll(sender.acknowledged);
      }
      TakeBackup.to(file, BackupRun.places(Kadam.stack().settings()), line -> {});
      for (Sender sender : senders) {
        until(sender, sender.acknowledged.size() + 100);
      }
    } finally {
      senders.forEach(sender -> sender.enough.set(true));
      for (CompletableFuture<Void> one : load) {
        one.get(1, TimeUnit.MINUTES);
      }
    }
    Settings elsewhere = elsewhere();
    Files.createDirectories(elsewhere.data());
    // Keys travel apart from the backup.
    Files.copy(
        Kadam.stack().settings().data().resolve("secrets.properties"),
        elsewhere.data().resolve("secrets.properties"));
    BackupRun.restore(elsewhere, file, false);
    try (Stack stack = Stack.start(elsewhere, line -> {})) {
      whole(elsewhere, before, senders);
      goesOn(elsewhere);
      assertTrue(stack.serverProcess().isAlive());
    }
  }

  private Settings elsewhere() throws IOException {
    Settings here = Kadam.stack().settings();
    int http = Kadam.freePort();
    int keycloak = Kadam.freePort();
    return new Settings(
        here.build(),
        here.signIn(),
        folder.resolve("data"),
        here.host(),
        http,
        keycloak,
        Kadam.freePort(),
        here.offset() + 301,
        "http://localhost:" + http,
        "http://localhost:" + keycloak,
        here.environment());
  }

  private static void whole(Settings elsewhere, Set<String> before, List<Sender> senders)
      throws Exception {
    String ids = "select count(*), count(distinct id) from event where id = any (?::uuid[])";
    Set<String> ever = new HashSet<>();
    senders.forEach(sender -> ever.addAll(sender.acknowledged));
    try (Connection connection =
            DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + elsewhere.postgres() + "/kadam",
                "kadam",
                "kadam");
        PreparedStatement count = connection.prepareStatement(ids)) {
      count.setArray(1, connection.createArrayOf("text", before.toArray()));
      try (ResultSet row = count.executeQuery()) {
        row.next();
        assertEquals(before.size(), row.getInt(1), "acknowledged before the backup began");
        assertEquals(before.size(), row.getInt(2));
      }
      count.setArray(1, connection.createArrayOf("text", ever.toArray()));
      try (ResultSet row = count.executeQuery()) {
        row.next();
        assertTrue(row.getInt(1) < ever.size(), "the load went on after it");
      }
    }
  }

  /** The restored Keycloak lets in, the restored Kadam knows her and takes what she sends. */
  private static void goesOn(Settings elsewhere) throws Exception {
    Caller there = Caller.at(elsewhere.url(), token(elsewhere, "KNT-017"));
    Caller here = Caller.as("KNT-017");
    assertEquals(here.get("/api/me").json(), there.get("/api/me").json());
    assertEquals(
        here.get("/api/me/progress").json().getJsonArray("attempts"),
        there.get("/api/me/progress").json().getJsonArray("attempts"));
    Phone phone = Phone.of(there);
    JsonObject event =
        phone.event(
            "module.started",
            Json.createObjectBuilder().add("course", "c").add("module", "after").build());
    Caller.Answer answer = phone.send(there, List.of(event));
    assertEquals(
        "accepted",
        answer.json().getJsonArray("results").getJsonObject(0).getString("status"),
        answer.text());
  }

  private static String token(Settings settings, String code) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(settings.keycloakUrl() + "/realms/kadam/protocol/openid-connect/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "grant_type=password&client_id=kadam-tools&username="
                        + code
                        + "&password="
                        + Kadam.PIN))
            .build();
    String answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body();
    Matcher token = TOKEN.matcher(answer);
    assertTrue(token.find(), answer);
    return token.group(1);
  }

  @Test
  @DisplayName("The keys of the data lie beside the backup, in a file of their own")
  void keys_are_apart() throws Exception {
    Settings here = Kadam.stack().settings();
    Path file = folder.resolve("kadam.zip");
    BackupRun.take(here, file);
    Path keys = folder.resolve("kadam.zip.keys");
    assertEquals(
        Files.readString(here.data().resolve("secrets.properties")), Files.readString(keys));
    for (Path each : List.of(file, keys)) {
      assertEquals(
          "rw-------",
          java.nio.file.attribute.PosixFilePermissions.toString(
              Files.getPosixFilePermissions(each)));
    }
  }
}
