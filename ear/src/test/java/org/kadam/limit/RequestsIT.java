package org.kadam.limit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kadam.it.Kadam;
import org.kadam.it.Raw;

/**
 * Requests that are too large, too deep, too long, broken or of no use, and what is said to them.
 */
class RequestsIT {

  private static final String JSON = "application/json";
  private static final String LANGUAGE = "/api/me/language";

  private static Raw worker;
  private static Raw admin;

  @BeforeAll
  static void sign_in() {
    worker = new Raw(Kadam.app(), Kadam.token("SRY-029"));
    admin = new Raw(Kadam.app(), Kadam.token("KADAM-A1"));
  }

  private static void refused(int status, String problem, Raw.Answer answer) {
    assertEquals(status, answer.status(), answer.toString());
    assertEquals(problem, answer.problem(), answer.toString());
    assertFalse(answer.body().contains("Exception"), answer.toString());
  }

  private static void language(int status, String problem, String body) {
    refused(status, problem, worker.send("PUT", LANGUAGE, JSON, body.getBytes(UTF_8), ""));
  }

  @Test
  @DisplayName("A body of JSON: too large, too deep, numbers without end, broken text, no object")
  void json() {
    language(413, "too-large", "{\"a\":\"" + "x".repeat(70_000) + "\"}");
    language(400, "invalid", "{\"a\":" + "[".repeat(30_000) + "]".repeat(30_000) + "}");
    language(400, "invalid", "{\"a\":".repeat(10_000));
    language(400, "invalid", "{\"language\":1" + "0".repeat(5000) + "}");
    language(400, "invalid", "{\"language\":1e999999999}");
    language(400, "invalid", "{\"language\":\"hi\",\"language\":\"en\"}");
    language(400, "invalid", "{\"language\":\"hi\"}{}");
    language(400, "invalid", "[\"hi\"]");
    language(400, "invalid", "null");
    language(400, "invalid", "");
    byte[] broken = {'{', '"', 'a', '"', ':', '"', (byte) 0xff, (byte) 0xc0, '"', '}'};
    refused(400, "invalid", worker.send("PUT", LANGUAGE, JSON, broken, ""));
    language(400, "invalid", "{\"language\":\"\\u0000\\ud800\"}");
  }

  @Test
  @DisplayName(
      "What is declared too large is refused before it is sent; what is not said, on the way")
  void sizes() throws IOException {
    byte[] none = {};
    String length = "Content-Type: application/json\r\nContent-Length: ";
    refused(413, "too-large", worker.ask("POST", "/api/events", length + "40000000\r\n", none));
    refused(413, "too-large", worker.ask("PUT", LANGUAGE, length + "900000\r\n", none));
    refused(
        413,
        "too-large",
        worker.ask("PUT", LANGUAGE, length + "900000\r\nExpect: 100-continue\r\n", none));
    String chunked = "Transfer-Encoding: chunked\r\nContent-Type: ";
    refused(413, "too-large", worker.ask("PUT", LANGUAGE, chunked + JSON + "\r\n", chunks(100)));
    refused(
        413, "too-large", worker.ask("POST", "/api/events", chunked + JSON + "\r\n", chunks(300)));
  }

  private static byte[] chunks(int kilobytes) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int i = 0; i < kilobytes; i++) {
      all.write(("400\r\n" + " ".repeat(1024) + "\r\n").getBytes(UTF_8));
    }
    all.write("0\r\n\r\n".getBytes(UTF_8));
    return all.toByteArray();
  }

  @ParameterizedTest
  @CsvSource({
    "PUT,/api/me/language,application/json",
    "POST,/api/events,application/json",
    "POST,/api/phones,application/json"
  })
  @DisplayName("Nothing compressed is opened, so that no small body can become a large one")
  void bombs(String method, String path, String type) throws IOException {
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
      byte[] nothing = new byte[1 << 20];
      for (int i = 0; i < 20; i++) {
        gzip.write(nothing);
      }
    }
    assertTrue(bomb.size() < 60_000);
    for (String how : new String[] {"gzip", "deflate", "br", "gzip, gzip"}) {
      String line = "Content-Encoding: " + how + "\r\n";
      refused(415, "media-type", worker.send(method, path, type, bomb.toByteArray(), line));
    }
  }

  @Test
  @DisplayName("A compressed roster is not opened either")
  void compressed_roster() {
    byte[] file = {0x1f, (byte) 0x8b, 8, 0};
    String path = "/api/roster/imports?dryRun=true";
    refused(
        415,
        "media-type",
        admin.send("POST", path, "text/csv", file, "Content-Encoding: gzip\r\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/xml",
        "text/xml",
        "text/plain",
        "multipart/form-data; boundary=x",
        "application/x-www-form-urlencoded",
        "application/x-java-serialized-object",
        "application/yaml"
      })
  @DisplayName("No XML, no forms, no serialized objects: JSON alone")
  void other_formats(String type) {
    byte[] xml =
        "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>".getBytes(UTF_8);
    for (String address :
        new String[] {"PUT " + LANGUAGE, "POST /api/events", "POST /api/phones"}) {
      String[] words = address.split(" ");
      refused(415, "media-type", worker.send(words[0], words[1], type, xml, ""));
    }
  }

  @Test
  @DisplayName("Too long an address, too large headers: a problem; far beyond, the line is cut")
  void heads() {
    byte[] none = {};
    refused(414, "too-long", worker.ask("GET", "/api/me?x=" + "a".repeat(5000), "", none));
    refused(414, "too-long", worker.ask("GET", "/" + "a".repeat(5000), "", none));
    String large = "X-A: " + "a".repeat(20_000) + "\r\n";
    refused(431, "headers", worker.ask("GET", "/api/me", large, none));
    refused(
        431,
        "headers",
        worker.ask("GET", "/api/me", "Cookie: " + "a=1; ".repeat(4000) + "\r\n", none));
    for (String lines :
        new String[] {"X-A: " + "a".repeat(70_000) + "\r\n", "X-A: a\r\n".repeat(300)}) {
      nothingSaid(worker.ask("GET", "/api/me", lines, none));
    }
    nothingSaid(worker.ask("GET", "/api/me?x=" + "a".repeat(70_000), "", none));
    nothingSaid(worker.ask("GET", "/api/me?" + "a=1&".repeat(150), "", none));
  }

  /** Refused where no application is asked yet: a status and nothing else. */
  private static void nothingSaid(Raw.Answer answer) {
    assertTrue(answer.status() == 400 || answer.status() == 0, answer.toString());
    assertEquals("", answer.body());
  }

  @Test
  @DisplayName("Two readings of one request: neither is taken")
  void smuggling() {
    String json = "Content-Type: application/json\r\n";
    byte[] body = "{\"language\":\"hi\"}".getBytes(UTF_8);
    nothingSaid(
        worker.ask("PUT", LANGUAGE, json + "Content-Length: 17\r\nContent-Length: 3\r\n", body));
    nothingSaid(
        worker.ask(
            "PUT", LANGUAGE, json + "Content-Length: 17\r\nTransfer-Encoding: chunked\r\n", body));
    nothingSaid(worker.send("HELLO\r\n\r\n".getBytes(UTF_8)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"TRACE", "CONNECT", "DELETE", "PATCH", "POST", "PUT", "FOO", "PROPFIND"})
  @DisplayName("An address takes the methods that it has, and no other")
  void methods(String method) {
    Raw.Answer answer = worker.send(method, "/api/me", JSON, "{}".getBytes(UTF_8), "");
    assertEquals(405, answer.status(), answer.toString());
    assertTrue(answer.body().isEmpty() || answer.problem().equals("method"), answer.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/../WEB-INF/web.xml",
        "/%2e%2e/WEB-INF/web.xml",
        "/a/..;/WEB-INF/web.xml",
        "/WEB-INF/oidc.json",
        "/web-inf/web.xml",
        "/META-INF/MANIFEST.MF",
        "/WEB-INF/classes/META-INF/microprofile-config.properties",
        "/api%2fme",
        "//api/me",
        "/api/me%00",
        "/api/me/..%2fme",
        "/api/packages/../me",
        "/.git/config",
        "/metrics",
        "/management",
        "/console",
        "/jmx-console"
      })
  @DisplayName("Tricks with paths lead nowhere, least of all past the sign-in")
  void paths(String path) {
    Raw stranger = new Raw(Kadam.app(), null);
    byte[] none = {};
    Raw.Answer answer = stranger.ask("GET", path, "", none);
    assertTrue(
        answer.status() == 404 || answer.status() == 401 || answer.status() == 400, path + answer);
    assertFalse(answer.body().contains("web-app") || answer.body().contains("secret"), path);
    // With or without a parameter of the path, the way in stays closed.
    for (String api : new String[] {"/api;x=1/me", "/api/me;x=1", "/API/me", "/api/me/"}) {
      Raw.Answer closed = stranger.ask("GET", api, "", none);
      assertTrue(closed.status() == 404 || closed.status() == 401, api + closed);
    }
  }

  @Test
  @DisplayName("A value cannot become a header")
  void header_injection() {
    byte[] none = {};
    for (String path :
        new String[] {
          "/api/flags?after=a%0d%0aX-Evil:1",
          "/sign-in?x=%0d%0aX-Evil:1",
          "/api/equity/report.csv?language=en%0d%0aX-Evil:1",
          "/nothing%0d%0aX-Evil:1"
        }) {
      Raw.Answer answer = worker.ask("GET", path, "", none);
      assertFalse(answer.head().contains("X-Evil"), path + answer.head());
    }
  }
}
