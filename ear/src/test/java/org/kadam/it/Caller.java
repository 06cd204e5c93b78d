package org.kadam.it;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Somebody who calls the interface from outside: with a demo account's bearer token, or as a
 * stranger.
 */
public final class Caller {

  private static final HttpClient HTTP =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

  /** What came back. */
  public record Answer(int status, Map<String, String> headers, byte[] body) {

    public String text() {
      return new String(body, StandardCharsets.UTF_8);
    }

    public JsonObject json() {
      return Json.createReader(new StringReader(text())).readObject();
    }

    /**
     * The short name of the problem's kind, such as {@code not-found}; empty if this is no problem.
     */
    public String problem() {
      return headers.getOrDefault("content-type", "").startsWith("application/problem+json")
          ? json().getString("type").replace("urn:kadam:problem:", "")
          : "";
    }
  }

  private final String address;
  private final String token;

  private Caller(String address, String token) {
    this.address = address;
    this.token = token;
  }

  /** Somebody with a token at another server than the tests' own. */
  public static Caller at(String address, String token) {
    return new Caller(address, token);
  }

  /** A demo account, such as {@code KNT-017}. */
  public static Caller as(String code) {
    return new Caller(null, Kadam.token(code));
  }

  /** Nobody: no token, no session. */
  public static Caller stranger() {
    return new Caller(null, null);
  }

  public Answer get(String path) {
    return send(request(path).GET());
  }

  public Answer post(String path, String json) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json)));
  }

  public Answer put(String path, String json) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .PUT(HttpRequest.BodyPublishers.ofString(json)));
  }

  /** Sends bytes as they are, with further headers by pairs of name and value. */
  public Answer post(String path, String type, byte[] body, String... headers) {
    HttpRequest.Builder request =
        request(path)
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  /** Any method; without a type there is no body. Further headers by pairs of name and value. */
  public Answer send(String method, String path, String type, byte[] body, List<String> headers) {
    HttpRequest.Builder request = request(path);
    if (type != null) {
      request.header("Content-Type", type);
    }
    for (int i = 0; i < headers.size(); i += 2) {
      request.header(headers.get(i), headers.get(i + 1));
    }
    return send(
        request.method(
            method,
            type == null
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofByteArray(body)));
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create((address == null ? Kadam.app() : address) + path))
            .timeout(Duration.ofSeconds(60));
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }

  private static Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<byte[]> answer =
          HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      Map<String, String> headers =
          answer.headers().map().entrySet().stream()
              .collect(
                  java.util.stream.Collectors.toMap(
                      e -> e.getKey().toLowerCase(java.util.Locale.ROOT),
                      e -> String.join(", ", e.getValue())));
      return new Answer(answer.statusCode(), headers, answer.body());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
