package org.kadam.running;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.kadam.assessment.Taken;
import org.kadam.it.Caller;
import org.kadam.it.Kadam;
import org.kadam.it.Phone;
import org.kadam.it.RoundRobin;
import org.kadam.launch.Stack;

/** Two nodes on one database, a proxy that deals out requests in turn, and one node killed. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoNodesIT {

  private static final int BATCHES = 80;
  private static final int PER_BATCH = 10;

  private static Stack.Node second;
  private static RoundRobin proxy;

  /** A browser behind the proxy: it keeps cookies and is led through sign-in. */
  private static final class Browser {
    private final HttpClient http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .proxy(ProxySelector.of(proxy.address()))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final Map<String, String> cookies = new LinkedHashMap<>();

    HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
      if (!cookies.isEmpty()) {
        request.header(
            "Cookie",
            cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; ")));
      }
      HttpResponse<String> answer =
          http.send(
              request.timeout(Duration.ofSeconds(60)).build(),
              HttpResponse.BodyHandlers.ofString());
      for (String cookie : answer.headers().allValues("Set-Cookie")) {
        String[] named = cookie.split(";", 2)[0].split("=", 2);
        cookies.put(named[0], named[1]);
      }
      return answer;
    }

    HttpResponse<String> open(String address) throws Exception {
      URI uri = URI.create(address);
      for (int hops = 0; ; hops++) {
        HttpResponse<String> answer =
            send(HttpRequest.newBuilder(uri).header("Accept", "text/html"));
        String location = answer.headers().firstValue("Location").orElse(null);
        if (location == null || hops > 9) {
          return answer;
        }
        uri = uri.resolve(location);
      }
    }

    void signIn(String code) throws Exception {
      HttpResponse<String> page = open(Kadam.app() + "/sign-in");
      Matcher form = Pattern.compile("<form action=\"([^\"]*)\"").matcher(page.body());
      assertTrue(form.find(), page.body());
      HttpResponse<String> answer =
          send(
              HttpRequest.newBuilder(page.uri().resolve(form.group(1).replace("&amp;", "&")))
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .POST(
                      HttpRequest.BodyPublishers.ofString(
                          "username="
                              + URLEncoder.encode(code, StandardCharsets.UTF_8)
                              + "&password="
                              + Kadam.PIN)));
      assertEquals(302, answer.statusCode(), answer.body());
      open(answer.headers().firstValue("Location").orElseThrow());
    }

    HttpResponse<String> get(String path) throws Exception {
      return send(
          HttpRequest.newBuilder(URI.create(Kadam.app() + path))
              .header("Accept", "application/json"));
    }
  }

  /** Sends in the browser's session, each batch until it is answered, as the outbox does. */
  private static final class Sender {
    final Set<String> made = new HashSet<>();
    final AtomicInteger answered = new AtomicInteger();
    final AtomicInteger failed = new AtomicInteger();
    final Browser browser;
    final Phone phone = Phone.of(Caller.as("KNT-020"));

    Sender(Browser browser) {
      this.browser = browser;
    }

    void run() {
      for (int b = 0; b < BATCHES; b++) {
        List<JsonObject> events = new ArrayList<>();
        for (int e = 0; e < PER_BATCH; e++) {
          JsonObject event =
              phone.event(
                  "card.done",
                  Json.createObjectBuilder()
                      .add("course", "whatsapp-at-work")
                      .add("module", "two")
                      .add("card", "c" + b % 7)
                      .add("outcome", Json.createObjectBuilder())
                      .build());
          made.add(event.getString("id"));
          events.add(event);
        }
        send(phone.batch(events));
        answered.incrementAndGet();
      }
    }

    private void send(byte[] batch) {
      for (int tries = 0; tries < 300; tries++) {
        try {
          HttpResponse<String> answer =
              browser.send(
                  HttpRequest.newBuilder(URI.create(Kadam.app() + "/api/events"))
                      .header("Content-Type", "application/json")
                      .header("Accept", "application/json")
                      .header("X-Kadam", "1")
                      .header("Kadam-Key", phone.key())
                      .header("Kadam-Signature", phone.signature(batch))
                      .POST(HttpRequest.BodyPublishers.ofByteArray(batch)));
          if (answer.statusCode() == 200) {
            assertTrue(!answer.body().contains("quarantined"), answer.body());
            return;
          }
          assertTrue(answer.statusCode() >= 500, "the session is gone: " + answer.statusCode());
        } catch (IOException e) {
          // no answer
        } catch (Exception e) {
          throw new IllegalStateException(e);
        }
        failed.incrementAndGet();
        try {
          Thread.sleep(200);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return;
        }
      }
      throw new IllegalStateException("Nobody answered");
    }
  }

  @BeforeAll
  static void a_second_node() throws Exception {
    int http = Kadam.freePort();
    second =
        Kadam.stack().startNode("two", http, Kadam.stack().settings().offset() + 207, Map.of());
    int first = Kadam.stack().settings().http();
    proxy = new RoundRobin(first, List.of(first, http));
  }

  @AfterAll
  static void gone() throws Exception {
    if (proxy != null) {
      proxy.close();
    }
    if (second != null) {
      second.close();
    }
  }

  private static int secondPort() {
    return URI.create(second.url()).getPort();
  }

  @Test
  @Order(2)
  @DisplayName(
      "She signs in over both, works on both; one is killed; nothing is lost, she stays in")
  void one_of_two_is_killed() throws Exception {
    assertNotNull(Kadam.token("KNT-020"));
    Browser browser = new Browser();
    browser.signIn("KNT-020");
    String me = browser.get("/api/me").body();
    assertTrue(me.contains("KNT-020"), me);
    int before = proxy.answered(secondPort());
    for (int i = 0; i < 6; i++) {
      HttpResponse<String> again = browser.get("/api/me");
      assertEquals(200, again.statusCode());
      assertEquals(me, again.body());
    }
    assertEquals(before + 3, proxy.answered(secondPort()), "every other request");

    Sender sender = new Sender(browser);
    CompletableFuture<Void> sending = CompletableFuture.runAsync(sender::run);
    while (sender.answered.get() < 10 && !sending.isDone()) {
      Thread.sleep(5);
    }
    assertTrue(second.process().destroyForcibly());
    second.process().onExit().get(20, TimeUnit.SECONDS);
    sending.get(4, TimeUnit.MINUTES);

    assertEquals(BATCHES * PER_BATCH, sender.made.size());
    assertEquals(sender.made.size(), stored(sender.made), "each event is there once");
    HttpResponse<String> after = browser.get("/api/me");
    assertEquals(200, after.statusCode());
    assertEquals(me, after.body());
    Instant end = Instant.now().plusSeconds(60);
    while (!browser.get("/api/me/progress").body().contains("\"two\"")) {
      assertTrue(Instant.now().isBefore(end), "the node that is left reads the ledger");
      Thread.sleep(500);
    }
  }

  @Test
  @Order(1)
  @DisplayName("A calibration asked for on both nodes is worked out once, by one of them")
  void calibrated_once() {
    Set<String> asked = new HashSet<>();
    Caller one = Caller.as("MZF-T1");
    Caller two = Caller.at(second.url(), Kadam.token("MZF-T1"));
    for (int i = 0; i < 2; i++) {
      for (Caller trainer : List.of(one, two)) {
        asked.add(trainer.post("/api/calibration", "").json().getString("id"));
      }
    }
    assertEquals(1, asked.size());
    String id = asked.iterator().next();
    Taken.await(
        "its end",
        () ->
            !Set.of("waiting", "working")
                .contains(Kadam.ask("select state from calibration where id::text = ?", id)));
    assertEquals("1", Kadam.ask("select tries from calibration where id::text = ?", id));
    assertEquals(
        "1",
        Kadam.ask(
            "select count(*) from batch.job_execution where jobparameters like '%' || ? || '%'",
            id));
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
}
