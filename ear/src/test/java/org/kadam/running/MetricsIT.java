package org.kadam.running;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.kadam.it.Caller;
import org.kadam.it.Kadam;
import org.kadam.it.Phone;

/** The figures for who runs it: on the management port, and about nobody. */
class MetricsIT {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Pattern SAMPLE =
      Pattern.compile("([a-zA-Z_:][\\w:]*)(?:\\{(.*)})? (\\S+)(?: \\d+)?");
  private static final Pattern LABEL = Pattern.compile("(\\w+)=\"([^\"]*)\"");

  private static HttpResponse<String> ask(String address) throws Exception {
    return HTTP.send(
        HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
  }

  private static List<String> figures() throws Exception {
    int port = 9990 + Kadam.stack().settings().offset();
    HttpResponse<String> answer = ask("http://127.0.0.1:" + port + "/metrics");
    assertEquals(200, answer.statusCode());
    return answer.body().lines().filter(line -> !line.startsWith("#")).toList();
  }

  /** The sum of the samples of this name that have all these labels. */
  private static double figure(String name, String... labels) throws Exception {
    double sum = Double.NaN;
    for (String line : figures()) {
      Matcher sample = SAMPLE.matcher(line);
      assertTrue(sample.matches(), line);
      if (sample.group(1).equals(name)
          && List.of(labels).stream().allMatch(l -> String.valueOf(sample.group(2)).contains(l))) {
        double value = Double.parseDouble(sample.group(3));
        sum = Double.isNaN(sum) ? value : sum + value;
      }
    }
    return sum;
  }

  private static double before(double figure) {
    return Double.isNaN(figure) ? 0 : figure;
  }

  private interface Seen {
    boolean now() throws Exception;
  }

  private static void until(Seen seen) throws Exception {
    Instant end = Instant.now().plusSeconds(60);
    while (!seen.now()) {
      assertTrue(Instant.now().isBefore(end), "not seen in a minute");
      Thread.sleep(500);
    }
  }

  private static JsonObject step(Phone phone) {
    return phone.event(
        "module.started",
        Json.createObjectBuilder().add("course", "whatsapp-at-work").add("module", "m").build());
  }

  @Test
  @DisplayName("The machine and the pool of connections are there")
  void machine_and_pool() throws Exception {
    String all = String.join("\n", figures());
    assertTrue(figure("jvm_memory_used_bytes", "area=\"heap\"") > 1e7, all);
    assertTrue(figure("datasources_pool_active_count") >= 1, all);
  }

  @Test
  @DisplayName("Requests are counted by template and status")
  void requests() throws Exception {
    String[] seen = {"method=\"GET\"", "status=\"404\"", "template=\"/api/packages/{hash}\""};
    double was = before(figure("kadam_requests_seconds_count", seen));
    Caller.as("KNT-001").get("/api/packages/" + "0".repeat(64));
    Caller.as("KNT-001").get("/api/packages/" + "1".repeat(64));
    until(() -> figure("kadam_requests_seconds_count", seen) == was + 2);
    String[] closed = {"method=\"GET\"", "status=\"401\"", "template=\"other\""};
    double refused = before(figure("kadam_requests_seconds_count", closed));
    Caller.stranger().get("/api/me");
    until(() -> figure("kadam_requests_seconds_count", closed) == refused + 1);
    assertTrue(figure("kadam_requests_seconds_sum", seen) > 0);
  }

  @Test
  @DisplayName("Events are counted by what became of them, and projections come to no lag")
  void events() throws Exception {
    Caller worker = Caller.as("KNT-001");
    Phone phone = Phone.of(worker);
    double accepted = before(figure("kadam_events_accepted_total"));
    double known = before(figure("kadam_events_known_total"));
    double aside = before(figure("kadam_events_quarantined_total", "reason=\"bad-id\""));
    JsonObject one = step(phone);
    phone.send(worker, List.of(one, step(phone)));
    phone.send(worker, List.of(one, Json.createObjectBuilder().add("id", "7").build()));
    assertEquals(accepted + 2, figure("kadam_events_accepted_total"));
    assertEquals(known + 1, figure("kadam_events_known_total"));
    assertEquals(aside + 1, figure("kadam_events_quarantined_total", "reason=\"bad-id\""));
    until(() -> figure("kadam_projection_lag", "projection=\"learning\"") == 0);
    until(() -> figure("kadam_projection_lag", "projection=\"attempts\"") == 0);
  }

  @Test
  @DisplayName("Accounts and imports that wait are counted")
  void accounts() throws Exception {
    until(() -> figure("kadam_accounts", "state=\"waiting\"") > 100);
    assertTrue(figure("kadam_accounts", "state=\"failed\"") >= 0);
    for (String state : new String[] {"waiting", "working", "failed"}) {
      assertTrue(figure("kadam_imports", "state=\"" + state + "\"") >= 0, state);
    }
  }

  @Test
  @DisplayName("Labels are words of ours: nothing that could be a person, an address or an id")
  void labels_know_nobody() throws Exception {
    Caller admin = Caller.as("KADAM-A1");
    admin.post("/api/workers/4d7a0a51-6d3b-4b5c-8f6e-0c9f7a1b2c3d/first-pin", "{}");
    admin.get("/api/nothing/KNT-017?phone=+919811100004");
    Set<String> strange = new TreeSet<>();
    for (String line : figures()) {
      Matcher label = LABEL.matcher(line);
      while (label.find()) {
        if (label.group(2).matches(".*([0-9a-f]{8}-[0-9a-f]{4}|[A-Z]{3}-[A-Z0-9]|\\+?\\d{6}).*")) {
          strange.add(label.group());
        }
      }
    }
    assertEquals(Set.of(), strange);
    Set<String> templates =
        figures().stream()
            .filter(line -> line.startsWith("kadam_requests_seconds_count"))
            .map(line -> line.replaceAll(".*template=\"([^\"]*)\".*", "$1"))
            .collect(Collectors.toCollection(TreeSet::new));
    assertTrue(templates.contains("/api/workers/{id}/first-pin"), templates.toString());
    assertFalse(templates.toString().contains("nothing"), templates.toString());
  }

  @Test
  @DisplayName("The public port does not show them")
  void not_for_the_public() throws Exception {
    for (String path : new String[] {"/metrics", "/management", "/console"}) {
      assertEquals(404, ask(Kadam.app() + path).statusCode(), path);
    }
  }
}
