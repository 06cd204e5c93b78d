package org.kadam.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.kadam.it.Caller;
import org.kadam.it.Caller.Answer;
import org.kadam.it.Kadam;

/**
 * Names, phone numbers and PINs come into no log, no address and no error, however they are sent.
 */
class LeaksIT {

  private static final Pattern PHONE =
      Pattern.compile("(?<![0-9a-fA-F-])(?:91|856)0000[0-9]{6}(?![0-9])");

  /** Written in letters of India or Laos; nothing in a log is, unless it is about a person. */
  private static final Pattern OWN_LETTERS =
      Pattern.compile("[\\u0900-\\u097f\\u0e80-\\u0eff]{2,}");

  private static final String NAME = "सबीना";
  private static final String PHONE_NUMBER = "+910000010029";
  private static final String PIN = "739104";

  @Test
  @DisplayName("What is sent in the wrong place is repeated in no answer and written to no log")
  void wrong_places() throws Exception {
    Caller worker = Caller.as("SRY-029");
    Caller admin = Caller.as("KADAM-A1");
    String name = URLEncoder.encode(NAME, StandardCharsets.UTF_8);
    String phone = URLEncoder.encode(PHONE_NUMBER, StandardCharsets.UTF_8);
    List<Answer> answers = new ArrayList<>();
    for (String value : List.of(name, phone, PIN)) {
      answers.add(worker.get("/api/flags?after=" + value));
      answers.add(worker.get("/api/" + value));
      answers.add(worker.get("/" + value));
      answers.add(admin.post("/api/workers/" + value + "/first-pin", ""));
      answers.add(admin.get("/api/roster/accounts?state=" + value));
      answers.add(Caller.stranger().get("/sign-in?login_hint=" + value));
    }
    for (String value : List.of(NAME, PHONE_NUMBER, PIN)) {
      answers.add(worker.put("/api/me/language", "{\"language\":\"" + value + "\"}"));
      answers.add(worker.put("/api/me/language", "{" + value));
      answers.add(worker.post("/api/phones", "{\"device\":\"" + value + "\"}"));
      answers.add(worker.post("/api/events", "{\"" + value + "\":1}"));
      byte[] roster =
          ("worker_id,role,unit_code,department\n"
                  + value
                  + ",worker,"
                  + value
                  + ","
                  + value
                  + "\n")
              .getBytes(StandardCharsets.UTF_8);
      answers.add(admin.post("/api/roster/imports?dryRun=true", "text/csv", roster));
      answers.add(
          worker.send(
              "GET",
              "/api/me",
              null,
              new byte[0],
              List.of("X-Request-Id", URLEncoder.encode(value, StandardCharsets.UTF_8))));
      signIn(value);
    }
    for (Answer answer : answers) {
      String text = answer.text() + answer.headers();
      boolean hers = text.contains("\"code\":\"SRY-029\"");
      assertFalse(text.contains(NAME) && !hers, text);
      assertFalse(text.contains(PHONE_NUMBER.substring(1)) || text.contains(PIN), text);
    }
    Set<String> found = new TreeSet<>();
    for (Path log : logs()) {
      String text = Files.readString(log, StandardCharsets.ISO_8859_1);
      if (text.contains(PIN)) {
        found.add("the PIN in " + log.getFileName());
      }
    }
    assertEquals(Set.of(), found);
  }

  /** Somebody types a name, a number or a PIN where the worker id belongs. */
  private static void signIn(String value) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(Kadam.keycloak() + "/realms/kadam/protocol/openid-connect/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "grant_type=password&client_id=kadam-tools&password="
                        + PIN
                        + "&username="
                        + URLEncoder.encode(value, StandardCharsets.UTF_8)))
            .build();
    HttpResponse<String> answer =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    assertTrue(Set.of(400, 401).contains(answer.statusCode()), answer.body());
  }

  @Test
  @DisplayName("No log of any of the servers knows a name or a phone number")
  void logs_know_nobody() throws IOException {
    List<Path> logs = logs();
    assertTrue(logs.size() >= 3, logs.toString());
    Set<String> found = new TreeSet<>();
    for (Path log : logs) {
      String text = new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
      Matcher phone = PHONE.matcher(text);
      while (phone.find()) {
        found.add("a phone number in " + log.getFileName() + ", at " + phone.start());
      }
      Matcher letters = OWN_LETTERS.matcher(text);
      while (letters.find()) {
        found.add("own letters in " + log.getFileName() + ", at " + letters.start());
      }
    }
    assertEquals(Set.of(), found);
  }

  private static List<Path> logs() throws IOException {
    try (Stream<Path> files = Files.walk(Kadam.data())) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(".log"))
          .filter(file -> !file.toString().contains("/postgres/pg_wal"))
          .toList();
    }
  }

  @Test
  @DisplayName("No address has a place for a name, a phone number or a PIN")
  void addresses() {
    Set<String> told = new TreeSet<>();
    JsonObject paths = Caller.stranger().get("/openapi?format=JSON").json().getJsonObject("paths");
    paths.forEach(
        (path, item) ->
            item.asJsonObject()
                .forEach(
                    (verb, operation) -> {
                      if (operation.getValueType() == JsonValue.ValueType.OBJECT
                          && operation.asJsonObject().containsKey("parameters")) {
                        for (JsonObject one :
                            operation
                                .asJsonObject()
                                .getJsonArray("parameters")
                                .getValuesAs(JsonObject.class)) {
                          if (!one.getString("in", "").equals("header")) {
                            told.add(one.getString("name", ""));
                          }
                        }
                      }
                    }));
    assertTrue(told.contains("after"), told.toString());
    for (String personal : List.of("phone", "pin", "person", "worker_name", "sex", "year")) {
      assertFalse(told.contains(personal), told.toString());
    }
  }
}
