package org.kadam.signin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keycloak.common.Version;
import org.keycloak.models.UserModel;

@DisplayName("The realm")
class RealmTest {
  private final JsonObject realm = read();

  @Test
  @DisplayName("is written for the Keycloak we build against, so that it is not migrated")
  void version() {
    assertEquals(Version.VERSION, realm.getString("keycloakVersion"));
  }

  @Test
  @DisplayName("has the five roles of the house and no other")
  void roles() {
    assertEquals(
        Set.of("worker", "helper", "trainer", "officer", "admin"),
        names(realm.getJsonObject("roles").getJsonArray("realm").getValuesAs(JsonObject.class)));
  }

  @Test
  @DisplayName("speaks Hindi unless told otherwise, and English and Lao")
  void languages() {
    assertEquals("hi", realm.getString("defaultLocale"));
    assertEquals(
        Set.of("en", "hi", "lo"),
        realm.getJsonArray("supportedLocales").getValuesAs(JsonString.class).stream()
            .map(JsonString::getString)
            .collect(Collectors.toSet()));
  }

  @Test
  @DisplayName(
      "lets a page use the one style block of ours, known by its hash, and nothing else inline")
  void style() throws IOException, NoSuchAlgorithmException {
    String frame = Files.readString(Path.of("src/main/theme/kadam/login/template.ftl"));
    int from = frame.indexOf("<style>") + "<style>".length();
    String block = frame.substring(from, frame.indexOf("</style>"));
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(block.getBytes(UTF_8));
    String policy =
        realm.getJsonObject("browserSecurityHeaders").getString("contentSecurityPolicy");
    String said = "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
    assertTrue(policy.contains("style-src " + said + ";"), "The realm must say " + said);
    assertFalse(policy.contains("unsafe"), policy);
  }

  @Test
  @DisplayName("lets nobody register, and sends no mail")
  void closed() {
    for (String door : List.of("registrationAllowed", "resetPasswordAllowed", "verifyEmail")) {
      assertFalse(realm.getBoolean(door), door);
    }
  }

  @Test
  @DisplayName("signs in by our form, asks for six digits by our policy, shows our theme")
  void ours() {
    String browser = realm.getString("browserFlow");
    Map<String, JsonObject> flows =
        realm.getJsonArray("authenticationFlows").getValuesAs(JsonObject.class).stream()
            .collect(toMap(flow -> flow.getString("alias"), Function.identity()));
    String form =
        flows
            .get(browser)
            .getJsonArray("authenticationExecutions")
            .getJsonObject(1)
            .getString("flowAlias");
    assertEquals(
        SignInFormFactory.ID,
        flows
            .get(form)
            .getJsonArray("authenticationExecutions")
            .getJsonObject(0)
            .getString("authenticator"));
    assertTrue(realm.getString("passwordPolicy").contains(GuessablePinPolicy.ID));
    assertEquals(
        UserModel.RequiredAction.UPDATE_PASSWORD.name(),
        realm.getJsonArray("requiredActions").getJsonObject(0).getString("providerId"));
    assertTrue(Files.exists(Path.of("src/main/theme", realm.getString("loginTheme"), "login")));
  }

  @Test
  @DisplayName("carries no secret, only the names of the settings that hold them")
  void secrets() {
    for (JsonObject client : realm.getJsonArray("clients").getValuesAs(JsonObject.class)) {
      JsonValue secret = client.get("secret");
      assertTrue(
          secret == null || secret.toString().matches("\"\\$\\{KADAM_[A-Z_]+}\""),
          client.getString("clientId"));
      assertTrue(secret != null || client.getBoolean("publicClient"), client.getString("clientId"));
    }
  }

  @Test
  @DisplayName("takes passwords from scripts only where the demo is switched on")
  void tools() {
    for (JsonObject client : realm.getJsonArray("clients").getValuesAs(JsonObject.class)) {
      if (client.getBoolean("directAccessGrantsEnabled", false)) {
        assertEquals("kadam-tools", client.getString("clientId"));
        assertEquals("${KADAM_TOOLS:false}", client.getString("enabled"));
      }
    }
  }

  @Test
  @DisplayName("tells the app who it is: every client of ours has the scope with the subject")
  void subject() {
    for (JsonObject client : realm.getJsonArray("clients").getValuesAs(JsonObject.class)) {
      if (client.getString("clientId").startsWith("kadam-")) {
        assertTrue(
            client.getJsonArray("defaultClientScopes").contains(Json.createValue("basic")),
            client.getString("clientId"));
      }
    }
  }

  @Test
  @DisplayName("holds a worker's sign-in number and no name")
  void noNames() {
    String profile =
        realm
            .getJsonObject("components")
            .getJsonArray("org.keycloak.userprofile.UserProfileProvider")
            .getJsonObject(0)
            .getJsonObject("config")
            .getJsonArray("kc.user.profile.config")
            .getString(0);
    try (var reader = Json.createReader(new StringReader(profile))) {
      assertEquals(
          Set.of("username", "email", SignInForm.PHONE),
          names(reader.readObject().getJsonArray("attributes").getValuesAs(JsonObject.class)));
    }
  }

  private static Set<String> names(List<JsonObject> things) {
    return things.stream()
        .map(thing -> thing.getString("name"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static JsonObject read() {
    try (var reader =
        Json.createReader(Files.newBufferedReader(Path.of("src/main/realm/kadam-realm.json")))) {
      return reader.readObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
