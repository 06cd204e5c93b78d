package org.kadam.course;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.kadam.it.Caller;
import org.kadam.it.Kadam;

class CoursesIT {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private static JsonObject catalogue() {
    return Caller.as("KNT-017").get("/api/courses").json();
  }

  /** Every part of the catalogue: {@code hash} and {@code bytes}. */
  private static List<JsonObject> parts() {
    JsonObject catalogue = catalogue();
    List<JsonObject> holders = new ArrayList<>();
    catalogue.getJsonArray("courses").getValuesAs(JsonObject.class).stream()
        .flatMap(course -> course.getJsonArray("modules").getValuesAs(JsonObject.class).stream())
        .forEach(holders::add);
    holders.add(catalogue.getJsonObject("assessment"));
    List<JsonObject> parts = new ArrayList<>();
    for (JsonObject holder : holders) {
      parts.add(holder.getJsonObject("structure"));
      holder.getJsonObject("text").values().forEach(text -> parts.add(text.asJsonObject()));
    }
    parts.add(catalogue.getJsonObject("assessment").getJsonObject("plan"));
    return parts;
  }

  private static HttpResponse<byte[]> fetch(String hash, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(Kadam.app() + "/api/packages/" + hash))
            .header("Authorization", "Bearer " + Kadam.token("KNT-017"));
    return HTTP.send(
        (headers.length == 0 ? request : request.headers(headers)).build(),
        HttpResponse.BodyHandlers.ofByteArray());
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  @Test
  void a_worker_sees_the_course_with_titles_minutes_and_bytes_in_every_language() {
    JsonObject course = catalogue().getJsonArray("courses").getJsonObject(0);
    assertEquals("whatsapp-at-work", course.getString("id"));
    assertEquals(4, course.getJsonArray("modules").size());
    for (JsonObject module : course.getJsonArray("modules").getValuesAs(JsonObject.class)) {
      assertTrue(module.getInt("minutes") <= 5);
      for (String language : List.of("en", "hi", "lo")) {
        assertFalse(module.getJsonObject("title").getString(language).isBlank());
        assertTrue(module.getJsonObject("text").getJsonObject(language).getInt("bytes") > 0);
      }
    }
    assertEquals(3, catalogue().getJsonObject("assessment").getInt("sittings"));
  }

  @Test
  void every_part_comes_compressed_with_the_bytes_that_were_promised_and_is_what_its_name_says()
      throws Exception {
    List<JsonObject> parts = parts();
    assertEquals(
        (39 + 1) * 4 + 1,
        parts.size(),
        "modules and the assessment, how they work and three languages; what phones choose by");
    for (JsonObject part : parts) {
      HttpResponse<byte[]> answer = fetch(part.getString("hash"), "Accept-Encoding", "br, gzip");
      assertEquals(200, answer.statusCode());
      assertEquals("gzip", answer.headers().firstValue("Content-Encoding").orElse(""));
      assertEquals(part.getInt("bytes"), answer.body().length);
      try (var in = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
        assertEquals(part.getString("hash"), sha256(in.readAllBytes()));
      }
    }
  }

  @Test
  void who_does_not_take_gzip_gets_the_same_plain() throws Exception {
    String hash = parts().get(0).getString("hash");
    for (String[] headers :
        new String[][] {{}, {"Accept-Encoding", "identity"}, {"Accept-Encoding", "gzip;q=0"}}) {
      HttpResponse<byte[]> answer = fetch(hash, headers);
      // "identity" says in words that the bytes are as they are.
      assertEquals("identity", answer.headers().firstValue("Content-Encoding").orElse("identity"));
      assertEquals(hash, sha256(answer.body()));
    }
  }

  @Test
  void a_part_is_good_for_ever_and_not_sent_again() throws Exception {
    String hash = parts().get(0).getString("hash");
    HttpResponse<byte[]> first = fetch(hash, "Accept-Encoding", "gzip");
    assertEquals(
        "public, max-age=31536000, immutable",
        first.headers().firstValue("Cache-Control").orElse(""));
    String tag = first.headers().firstValue("ETag").orElseThrow();
    HttpResponse<byte[]> again = fetch(hash, "Accept-Encoding", "gzip", "If-None-Match", tag);
    assertEquals(304, again.statusCode());
    assertArrayEquals(new byte[0], again.body());
  }

  @Test
  void an_unchanged_catalogue_is_not_sent_again_and_each_language_has_its_own_name()
      throws Exception {
    Set<String> tags = new HashSet<>();
    for (String path :
        List.of("", "?language=en", "?language=hi", "?language=lo").stream()
            .map("/api/courses"::concat)
            .toList()) {
      String tag = Caller.as("KNT-017").get(path).headers().get("etag");
      assertTrue(tags.add(tag), "another one for " + path);
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(Kadam.app() + path))
              .header("Authorization", "Bearer " + Kadam.token("KNT-017"))
              .header("If-None-Match", tag)
              .build();
      assertEquals(304, HTTP.send(request, HttpResponse.BodyHandlers.ofString()).statusCode());
    }
  }

  @Test
  void who_asks_for_a_language_gets_the_same_in_that_one_alone() {
    Caller worker = Caller.as("KNT-017");
    JsonObject all = catalogue();
    for (String language : List.of("en", "hi", "lo")) {
      JsonObject one = worker.get("/api/courses?language=" + language).json();
      assertEquals(
          in(language, all),
          one,
          "titles and summaries of " + language + ", and everything else as it is");
    }
    assertEquals(
        worker.get("/api/courses?language=hi").json(),
        worker.get("/api/courses?language=hi-IN").json());
    Caller.Answer wrong = worker.get("/api/courses?language=xx");
    assertEquals(400, wrong.status());
    assertEquals("invalid", wrong.problem());
  }

  /** The catalogue with one language of each title and summary. */
  private static JsonValue in(String language, JsonValue value) {
    if (value instanceof JsonObject object) {
      var out = Json.createObjectBuilder();
      object.forEach(
          (key, inner) ->
              out.add(
                  key,
                  key.equals("title") || key.equals("summary")
                      ? Json.createObjectBuilder()
                          .add(language, inner.asJsonObject().getString(language))
                          .build()
                      : in(language, inner)));
      return out.build();
    }
    if (value instanceof JsonArray array) {
      var out = Json.createArrayBuilder();
      array.forEach(inner -> out.add(in(language, inner)));
      return out.build();
    }
    return value;
  }

  @Test
  void what_was_never_published_is_not_found() {
    Caller worker = Caller.as("KNT-017");
    for (String name : List.of("0".repeat(64), "x", "..%2f..%2fetc", "A".repeat(64))) {
      Caller.Answer answer = worker.get("/api/packages/" + name);
      assertEquals(404, answer.status(), name);
      assertEquals("not-found", answer.problem(), name);
    }
  }

  @Test
  void a_stranger_gets_nothing() {
    for (String path : List.of("/api/courses", "/api/packages/" + "0".repeat(64))) {
      Caller.Answer answer = Caller.stranger().get(path);
      assertEquals(401, answer.status());
      assertEquals("signed-out", answer.problem());
    }
  }

  @Test
  void every_role_may_look_at_the_courses() {
    for (String code : List.of("KNT-017", "KNT-F2", "MZF-T1", "MZF-D1", "KADAM-A1")) {
      assertEquals(200, Caller.as(code).get("/api/courses").status(), code);
    }
  }
}
