package org.kadam.signin;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Makes accounts as the roster does, with the same client and the same rights. */
public final class Accounts {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private static final int ROUNDS = 1_000;

  private final Servers servers;
  private final String token;

  public Accounts(Servers servers) {
    this.servers = servers;
    String form =
        "grant_type=client_credentials&client_id=kadam-accounts&client_secret="
            + servers.accountsSecret();
    this.token =
        json(send(
                HttpRequest.newBuilder(URI.create(servers.realm("/protocol/openid-connect/token")))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(form))))
            .getString("access_token");
  }

  /** Makes a worker, or gives the one who is there this PIN; forgets wrong tries. */
  public void worker(String code, String phone, String pin, boolean first) {
    make(
        code,
        phone,
        first,
        Json.createObjectBuilder()
            .add("type", "password")
            .add("value", pin)
            .add("temporary", first));
  }

  /** Makes a worker with a first PIN that was made at a time in the past. */
  void firstPinMade(Instant at, String code, String phone, String pin) {
    byte[] salt = code.getBytes(StandardCharsets.UTF_8);
    String secret =
        Json.createObjectBuilder()
            .add("value", Base64.getEncoder().encodeToString(hash(pin, salt)))
            .add("salt", Base64.getEncoder().encodeToString(salt))
            .build()
            .toString();
    make(
        code,
        phone,
        true,
        Json.createObjectBuilder()
            .add("type", "password")
            .add("createdDate", at.toEpochMilli())
            .add("secretData", secret)
            .add(
                "credentialData",
                "{\"hashIterations\":" + ROUNDS + ",\"algorithm\":\"pbkdf2-sha256\"}"));
  }

  /** Takes the question for a PIN of her own away, as choosing one does. */
  void chosen(String code) {
    String known = admin("GET", "/users?exact=true&username=" + code, "").body();
    String id =
        Json.createReader(new StringReader(known)).readArray().getJsonObject(0).getString("id");
    admin("PUT", "/users/" + id, "{\"requiredActions\":[]}");
  }

  private static byte[] hash(String pin, byte[] salt) {
    try {
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
          .generateSecret(new PBEKeySpec(pin.toCharArray(), salt, ROUNDS, 256))
          .getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private void make(String code, String phone, boolean first, JsonObjectBuilder credential) {
    String known = admin("GET", "/users?exact=true&username=" + code, "").body();
    if (known.startsWith("[{")) {
      String id =
          Json.createReader(new StringReader(known)).readArray().getJsonObject(0).getString("id");
      admin("DELETE", "/users/" + id, "");
    }
    JsonObject worker =
        Json.createObjectBuilder()
            .add("username", code)
            .add("enabled", true)
            .add("attributes", Json.createObjectBuilder().add("phone", phone))
            .add("credentials", Json.createArrayBuilder().add(credential))
            .add(
                "requiredActions",
                first
                    ? Json.createArrayBuilder().add("UPDATE_PASSWORD")
                    : Json.createArrayBuilder())
            .build();
    HttpResponse<String> made = admin("POST", "/users", worker.toString());
    if (made.statusCode() != 201) {
      throw new IllegalStateException(made.statusCode() + " " + made.body());
    }
  }

  /** The status with which Keycloak answers an administrator who wants this PIN for a worker. */
  int statusOfPin(String pin) {
    String worker =
        "{\"username\":\"sip-000\",\"credentials\":[{\"type\":\"password\",\"value\":\"%s\"}]}";
    return admin("POST", "/users", worker.formatted(pin)).statusCode();
  }

  private HttpResponse<String> admin(String method, String path, String body) {
    return send(
        HttpRequest.newBuilder(URI.create(servers.keycloak() + "/admin/realms/kadam" + path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body)));
  }

  private static JsonObject json(HttpResponse<String> answer) {
    return Json.createReader(new StringReader(answer.body())).readObject();
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
