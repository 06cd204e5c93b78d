package org.kadam.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.kadam.it.Kadam;
import org.kadam.launch.Stack;

/** How fast one may ask: on a node that takes 40 requests of a caller a minute. */
class LimitsIT {

  private static final int CALLS = 40;
  private static final HttpClient HTTP =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

  private static Stack.Node node;

  @BeforeAll
  static void a_node_with_little_patience() throws Exception {
    int http;
    try (ServerSocket socket = new ServerSocket(0)) {
      http = socket.getLocalPort();
    }
    node =
        Kadam.stack()
            .startNode(
                "limits",
                http,
                Kadam.stack().settings().offset() + 311,
                Map.of("KADAM_CALLS_A_MINUTE", "" + CALLS));
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
    return get("/api/me", address, "Authorization", "Bearer " + token);
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
}
