package org.kadam.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.kadam.it.Caller;
import org.kadam.it.Caller.Answer;
import org.kadam.it.Kadam;
import org.kadam.signin.Servers;

/** A bearer token counts as the realm made it, for us, and in no other way. */
class TokensIT {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private static String header;
  private static String claims;
  private static String signature;

  @BeforeAll
  static void token() {
    String[] parts = Kadam.token("SRY-029").split("\\.");
    header = text(parts[0]);
    claims = text(parts[1]);
    signature = parts[2];
    assertEquals(200, asked(encode(header) + "." + encode(claims) + "." + signature).status());
  }

  private static String text(String part) {
    return new String(Base64.getUrlDecoder().decode(part), UTF_8);
  }

  private static String encode(String text) {
    return encode(text.getBytes(UTF_8));
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static Answer asked(String token) {
    return Caller.stranger()
        .send("GET", "/api/me", null, new byte[0], List.of("Authorization", "Bearer " + token));
  }

  private static void refused(String token) {
    Answer answer = asked(token);
    assertEquals(401, answer.status(), answer.text());
    assertEquals("signed-out", answer.problem());
  }

  private static JsonObject json(String text) {
    return Json.createReader(new StringReader(text)).readObject();
  }

  private static String with(String text, String key, String value) {
    return Json.createObjectBuilder(json(text)).add(key, value).build().toString();
  }

  @Test
  @DisplayName("A token whose words were changed is none")
  void changed() {
    String head = encode(header);
    String admin = claims.replace("\"worker\"", "\"admin\"");
    refused(head + "." + encode(admin) + "." + signature);
    refused(head + "." + encode(with(claims, "sub", "somebody-else")) + "." + signature);
    refused(head + "." + encode(claims) + ".");
    refused(head + "." + encode(claims));
    refused(head + "." + encode(claims) + "." + encode("nothing"));
    refused("");
    refused("x");
    refused("a.b.c");
    refused(".".repeat(2000));
  }

  @Test
  @DisplayName("A token that nobody signed is none, however it spells that")
  void unsigned() {
    for (String none : List.of("none", "None", "NONE", "nOnE")) {
      String head = encode(with(header, "alg", none));
      refused(head + "." + encode(claims) + ".");
      refused(head + "." + encode(claims) + "." + signature);
    }
  }

  @Test
  @DisplayName("A token signed with a key of one's own is none, wherever it says the key is")
  void another_key() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    KeyPair pair = generator.generateKeyPair();
    RSAPublicKey open = (RSAPublicKey) pair.getPublic();
    JsonObject jwk =
        Json.createObjectBuilder()
            .add("kty", "RSA")
            .add("n", encode(open.getModulus().toByteArray()))
            .add("e", encode(open.getPublicExponent().toByteArray()))
            .build();
    JsonObject plain = json(header);
    for (JsonObject head :
        List.of(
            plain,
            Json.createObjectBuilder(plain).add("jwk", jwk).build(),
            Json.createObjectBuilder(plain).add("jku", "http://localhost:1/keys").build(),
            Json.createObjectBuilder(plain).add("kid", "../../etc/passwd").build(),
            Json.createObjectBuilder(plain).add("x5u", "http://localhost:1/cert").build())) {
      String said = encode(head.toString()) + "." + encode(claims);
      Signature rsa = Signature.getInstance("SHA256withRSA");
      rsa.initSign(pair.getPrivate());
      rsa.update(said.getBytes(UTF_8));
      refused(said + "." + encode(rsa.sign()));
    }
  }

  @Test
  @DisplayName("The realm's public key is no shared secret")
  void confused_key() throws Exception {
    JsonObject realm =
        json(
            HTTP.send(
                    HttpRequest.newBuilder(URI.create(Kadam.keycloak() + "/realms/kadam")).build(),
                    HttpResponse.BodyHandlers.ofString())
                .body());
    byte[] key = realm.getString("public_key").getBytes(UTF_8);
    String said = encode(with(header, "alg", "HS256")) + "." + encode(claims);
    Mac mac = Mac.getInstance("HmacSHA256");
    for (byte[] secret : List.of(key, Base64.getDecoder().decode(key))) {
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      refused(said + "." + encode(mac.doFinal(said.getBytes(UTF_8))));
    }
  }

  @Test
  @DisplayName("A token of the realm that is for somebody else, or another kind of token, is none")
  void not_for_us() throws Exception {
    Servers servers = Servers.running();
    JsonObject service =
        token(
            "grant_type=client_credentials&client_id=kadam-accounts&client_secret="
                + servers.accountsSecret());
    refused(service.getString("access_token"));
    JsonObject hers =
        token(
            "grant_type=password&client_id=kadam-tools&scope=openid&username=SRY-029&password="
                + Kadam.PIN);
    assertEquals(200, asked(hers.getString("access_token")).status());
    refused(hers.getString("id_token"));
    refused(hers.getString("refresh_token"));
  }

  private static JsonObject token(String form) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(Kadam.keycloak() + "/realms/kadam/protocol/openid-connect/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    return json(HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body());
  }

  @Test
  @DisplayName("A token in the address or in a form is no token")
  void elsewhere() {
    String token = Kadam.token("SRY-029");
    assertEquals(401, Caller.stranger().get("/api/me?access_token=" + token).status());
    assertEquals(
        401,
        Caller.stranger()
            .post(
                "/api/events",
                "application/x-www-form-urlencoded",
                ("access_token=" + token).getBytes(UTF_8))
            .status());
    Answer basic =
        Caller.stranger()
            .send(
                "GET",
                "/api/me",
                null,
                new byte[0],
                List.of("Authorization", "Basic " + encode("SRY-029:" + Kadam.PIN)));
    assertEquals(401, basic.status());
  }
}
