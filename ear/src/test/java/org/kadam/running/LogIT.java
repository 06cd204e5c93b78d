package org.kadam.running;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.kadam.it.Caller;
import org.kadam.it.Kadam;

/** The log: lines for programs, each with its request, none with anything about a person. */
class LogIT {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private static List<String> lines() throws IOException {
    return Files.readAllLines(
        Kadam.stack().settings().data().resolve("server-kadam/log/kadam.log"));
  }

  private static JsonObject json(String line) {
    return Json.createReader(new StringReader(line)).readObject();
  }

  /** The log's lines of one request; written before the answer has gone out, or very soon after. */
  private static List<JsonObject> of(String request) throws Exception {
    Instant end = Instant.now().plusSeconds(10);
    List<JsonObject> found = List.of();
    while (found.isEmpty() && Instant.now().isBefore(end)) {
      Thread.sleep(100);
      found =
          lines().stream()
              .filter(line -> line.contains(request))
              .map(LogIT::json)
              .filter(line -> request.equals(line.getJsonObject("mdc").getString("request", "")))
              .toList();
    }
    return found;
  }

  private static HttpResponse<String> get(String path, String... headers) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(Kadam.app() + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static String name(HttpResponse<?> answer) {
    List<String> names = answer.headers().allValues("X-Request-Id");
    assertEquals(1, names.size(), names.toString());
    return names.get(0);
  }

  @Test
  @DisplayName("Each line is one JSON object that says when, how bad, who speaks, and what")
  void lines_are_json() throws Exception {
    List<String> lines = lines();
    assertTrue(lines.size() > 20);
    for (String line : lines) {
      JsonObject said = json(line);
      OffsetDateTime.parse(said.getString("at"));
      for (String field : new String[] {"level", "logger", "message", "thread"}) {
        assertTrue(said.containsKey(field), line);
      }
    }
  }

  @Test
  @DisplayName("The console stays readable")
  void the_console_is_for_people() throws Exception {
    List<String> console =
        Files.readAllLines(Kadam.stack().settings().data().resolve("log/kadam.log"));
    assertTrue(console.stream().anyMatch(line -> line.matches(".*\\bINFO\\b.*\\[org\\.jboss.*")));
    assertTrue(console.stream().noneMatch(line -> line.startsWith("{\"at\"")));
  }

  @Test
  @DisplayName("A request keeps the proxy's name, in the answer and in the log; else it gets one")
  void a_request_has_a_name() throws Exception {
    String given = UUID.randomUUID().toString().replace("-", "");
    assertEquals(given, name(get("/health/live", "X-Request-Id", given)));
    List<JsonObject> told = of(given);
    assertEquals(1, told.size());
    assertEquals("/health/live", told.get(0).getJsonObject("mdc").getString("template"));
    assertEquals("200", told.get(0).getJsonObject("mdc").getString("status"));

    String made = name(get("/health/live", "X-Request-Id", "+919811100004"));
    assertNotEquals("+919811100004", made);
    assertEquals(1, of(made).size());
    assertNotEquals(made, name(get("/health/live")));
  }

  @Test
  @DisplayName("What is refused before any resource sees it has its name too")
  void refused_requests_have_names() throws Exception {
    HttpResponse<String> closed = get("/api/me");
    assertEquals(401, closed.statusCode());
    assertEquals("401", of(name(closed)).get(0).getJsonObject("mdc").getString("status"));
    HttpResponse<String> nowhere = get("/nothing/here");
    assertEquals(404, nowhere.statusCode());
    assertEquals("other", of(name(nowhere)).get(0).getJsonObject("mdc").getString("template"));
  }

  @Test
  @DisplayName("The id of a problem nobody foresaw is the request's, and leads to its cause")
  void a_problem_leads_to_the_log() throws Exception {
    Caller helper = Caller.as("KNT-F2");
    Caller.Answer answer;
    try (Connection connection = Kadam.database();
        Statement statement = connection.createStatement()) {
      statement.execute("alter table flag rename to flag_elsewhere");
      try {
        answer = helper.get("/api/flags");
      } finally {
        statement.execute("alter table flag_elsewhere rename to flag");
      }
    }
    assertEquals(500, answer.status(), answer.text());
    String id = answer.json().getString("id");
    assertEquals(answer.headers().get("x-request-id"), id);
    assertTrue(
        of(id).stream()
            .anyMatch(
                line ->
                    line.getString("level").equals("ERROR")
                        && line.toString().contains("PSQLException")),
        of(id).toString());
    assertFalse(answer.text().contains("flag"), answer.text());
  }

  @Test
  @DisplayName("Nothing of a query, no name, no phone number and no worker's id gets into a log")
  void logs_know_nobody() throws Exception {
    String secret = "secret" + UUID.randomUUID().toString().replace("-", "");
    get("/health/live?worker=" + secret);
    get("/api/roster/accounts?after=" + secret);
    get("/nothing?phone=" + secret);
    Caller admin = Caller.as("KADAM-A1");
    admin.get("/api/roster/accounts?after=" + secret);
    admin.get("/api/workers/" + secret);
    admin.post("/api/workers/" + secret + "/first-pin", "{}");
    Thread.sleep(500);
    List<String> lines = new ArrayList<>(lines());
    Path data = Kadam.stack().settings().data();
    lines.addAll(Files.readAllLines(data.resolve("log/kadam.log")));
    String all = String.join("\n", lines);
    TreeSet<String> found = new TreeSet<>();
    if (all.contains(secret)) {
      found.add("the query");
    }
    int people = 0;
    for (String district : new String[] {"muzaffarpur", "bokeo"}) {
      Path roster = Path.of(System.getProperty("root"), "content/roster", district, "workers.csv");
      List<String> rows = Files.readAllLines(roster);
      List<String> columns = List.of(rows.get(0).split(","));
      for (String row : rows.subList(1, rows.size())) {
        people++;
        String[] values = row.split(",", -1);
        for (String column : new String[] {"worker_id", "name", "phone_e164"}) {
          String value = values[columns.indexOf(column)];
          if (!value.isEmpty() && all.contains(value)) {
            found.add(value);
          }
        }
      }
    }
    assertTrue(people > 1_000, "people to look for: " + people);
    assertEquals(new TreeSet<>(), found);
  }
}
