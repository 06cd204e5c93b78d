package org.kadam.worker.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Speaks with Keycloak's Admin REST interface as the client {@code kadam-accounts}. Keeps a token
 * until shortly before it ends and gets a new one when it is refused. Waits at most 20 seconds for
 * an answer, so it is never called inside a transaction.
 */
@ApplicationScoped
class SignInClient {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final long EARLY_SECONDS = 10;

  @Inject private SignIn signIn;

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(3))
          .build();

  private volatile Token token;

  private record Token(String text, Instant until) {}

  /** An answer: its status, the address of what was made (or null), its JSON (or null). */
  record Answer(int status, String location, JsonStructure json) {

    /** The JSON as a list of objects; an answer of any other shape is a failure. */
    List<JsonObject> objects() {
      if (json == null || json.getValueType() != JsonValue.ValueType.ARRAY) {
        throw new SignInFailed("no-list");
      }
      return json.asJsonArray().getValuesAs(JsonObject.class);
    }
  }

  /** Makes sure that there is a token: throws where the sign-in gives none. */
  void greet() {
    token(false);
  }

  /**
   * @param path a resource of the realm, such as {@code /users}
   * @param body what is sent, or null
   * @return the answer, whatever its status below 500 is, except 401 and 403
   * @throws SignInFailed where there is no answer, or a refusal of ourselves
   */
  Answer ask(String method, String path, JsonStructure body) {
    HttpResponse<String> answer = send(method, path, body, token(false));
    if (answer.statusCode() == 401) {
      answer = send(method, path, body, token(true));
    }
    int status = answer.statusCode();
    if (status >= 500 || status == 401 || status == 403) {
      throw new SignInFailed("status-" + status);
    }
    return new Answer(
        status, answer.headers().firstValue("Location").orElse(null), json(answer.body()));
  }

  private HttpResponse<String> send(String method, String path, JsonStructure body, String bearer) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(signIn.admin(path))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + bearer)
            .header("Accept", "application/json");
    if (body == null) {
      request.method(method, BodyPublishers.noBody());
    } else {
      request.header("Content-Type", "application/json");
      request.method(method, BodyPublishers.ofString(body.toString()));
    }
    return send(request.build());
  }

  private String token(boolean anew) {
    Token known = token;
    if (known == null || anew || Instant.now().isAfter(known.until())) {
      known = fetch();
      token = known;
    }
    return known.text();
  }

  private Token fetch() {
    String secret = signIn.secret().orElseThrow(() -> new SignInFailed("no-secret"));
    String form =
        "grant_type=client_credentials&client_id=kadam-accounts&client_secret="
            + URLEncoder.encode(secret, StandardCharsets.UTF_8);
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(signIn.token())
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build());
    if (answer.statusCode() != 200 || !(json(answer.body()) instanceof JsonObject object)) {
      throw new SignInFailed("token-" + answer.statusCode());
    }
    long seconds = object.getInt("expires_in", 60) - EARLY_SECONDS;
    return new Token(object.getString("access_token"), Instant.now().plusSeconds(seconds));
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      token = null;
      throw new SignInFailed("unreachable");
    } catch (InterruptedException e) {
      token = null;
      Thread.currentThread().interrupt();
      throw new SignInFailed("interrupted");
    }
  }

  private static JsonStructure json(String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    try (var reader = Json.createReader(new StringReader(text))) {
      return reader.read();
    } catch (JsonException e) {
      return null;
    }
  }
}
