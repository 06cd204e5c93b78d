package org.kadam.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kadam.it.Kadam;
import org.kadam.launch.Stack;

/**
 * How fast one may ask, and what is different behind TLS: on a node that stands behind a proxy in
 * its settings and takes 40 requests of a caller, 60 of an address, a minute.
 */
class LimitsIT {

  private static final int CALLS = 40;
  private static final int STRANGERS = 60;
  private static final HttpClient HTTP =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

  private static Stack.Node node;

  @BeforeAll
  static void a_node_behind_a_proxy() throws Exception {
    int http = Kadam.freePort();
    node =
        Kadam.stack()
            .startNode(
                "limits",
                http,
                Kadam.stack().settings().offset() + 311,
                Map.of(
                    "KADAM_CALLS_A_MINUTE", "" + CALLS,
                    "KADAM_STRANGERS_A_MINUTE", "" + STRANGERS,
                    "KADAM_BEHIND_PROXY", "true",
                    "KADAM_COOKIE_SECURE", "true",
                    "KADAM_COOKIE_NAME", "__Host-kadam"));
  }

  @AfterAll
  static void gone() {
    if (node != null) {
      node.close();
    }
  }

  private static HttpResponse<String> get(String path, String address, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(node.url() + path)).header("X-Forwarded-For", address);
    return HTTP.send(
        (headers.length == 0 ? request : request.headers(headers)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static HttpResponse<String> me(String token, String address)
      throws IOException, InterruptedException {
    // from outside nobody is signed in without TLS
    return get(
        "/api/me", address, "X-Forwarded-Proto", "https", "Authorization", "Bearer " + token);
  }

  private static long wait(HttpResponse<String> refused) {
    assertEquals(429, refused.statusCode());
    assertEquals(
        "application/problem+json", refused.headers().firstValue("Content-Type").orElse(""));
    assertTrue(refused.body().contains("urn:kadam:problem:too-many"), refused.body());
    long seconds = Long.parseLong(refused.headers().firstValue("Retry-After").orElse("0"));
    assertTrue(seconds >= 1 && seconds <= 60, "Retry-After: " + seconds);
    return seconds;
  }

  @Test
  @DisplayName(
      "A caller has a pace of her own: above it 429 and when to go on, and then it goes on")
  void callers() throws Exception {
    String fast = Kadam.token("SRY-029");
    String other = Kadam.token("SRY-F2");
    HttpResponse<String> answer = me(fast, "192.0.2.1");
    int asked = 1;
    while (answer.statusCode() != 429 && asked < 3 * CALLS) {
      assertEquals(200, answer.statusCode(), answer.body());
      answer = me(fast, "192.0.2." + asked);
      asked++;
    }
    assertTrue(asked > CALLS, "only " + asked);
    long seconds = wait(answer);
    assertEquals(200, me(other, "192.0.2.1").statusCode(), "nobody else has to wait");
    Thread.sleep(seconds * 1000);
    assertEquals(200, me(fast, "192.0.2.1").statusCode());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/me", "/health/live", "/api/nothing"})
  @DisplayName("Who is not signed in shares the pace of the address")
  void strangers(String path) throws Exception {
    String address = "198.51.100." + (path.hashCode() & 127);
    HttpResponse<String> answer = get(path, address);
    int asked = 1;
    while (answer.statusCode() != 429 && asked < 3 * STRANGERS) {
      answer = get(path, address);
      asked++;
    }
    assertTrue(asked > STRANGERS, "only " + asked);
    wait(answer);
    assertTrue(get(path, "203.0.113.9").statusCode() != 429, "another address");
    String token = Kadam.token("SRY-L1");
    assertEquals(200, me(token, address).statusCode(), "who is signed in, from that address");
    assertEquals(200, get("/", address).statusCode(), "the shell");
  }

  @Test
  @DisplayName("Nobody upgrades a plain line to HTTP/2, past the rules of the proxy in front")
  void plain() throws Exception {
    assertEquals(HttpClient.Version.HTTP_2, HTTP.version(), "what the caller asks for");
    assertEquals(HttpClient.Version.HTTP_1_1, get("/", "203.0.113.30").version());
  }

  @Test
  @DisplayName("Behind TLS every answer asks for TLS, and no cookie goes without")
  void tls() throws Exception {
    for (String path : new String[] {"/", "/api/me", "/nothing", "/openapi"}) {
      HttpResponse<String> plain = get(path, "203.0.113.20");
      assertFalse(plain.headers().firstValue("Strict-Transport-Security").isPresent(), path);
      HttpResponse<String> secure = get(path, "203.0.113.20", "X-Forwarded-Proto", "https");
      String said = secure.headers().firstValue("Strict-Transport-Security").orElse("");
      assertTrue(said.startsWith("max-age=31536000"), path + ": " + said);
    }
    HttpResponse<String> away =
        get("/sign-in", "203.0.113.20", "X-Forwarded-Proto", "https", "Accept", "text/html");
    assertEquals(302, away.statusCode());
    assertFalse(away.headers().allValues("Set-Cookie").isEmpty());
    for (String cookie : away.headers().allValues("Set-Cookie")) {
      assertTrue(cookie.contains("Secure") || cookie.contains("secure"), cookie);
      assertTrue(cookie.toLowerCase(java.util.Locale.ROOT).contains("httponly"), cookie);
    }
  }
}
