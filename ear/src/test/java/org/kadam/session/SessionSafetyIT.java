package org.kadam.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kadam.it.Kadam;
import org.kadam.session.Browser.Step;

/** A session can be neither planted, nor used from another site, nor led away, nor read. */
class SessionSafetyIT {

  private static final String COOKIE = "JSESSIONID";
  private static final String WHO = "SRY-029";
  private static final String HINDI = "{\"language\":\"hi\"}";

  private URI me;
  private URI language;

  @BeforeEach
  void addresses() {
    me = URI.create(Kadam.app() + "/api/me");
    language = URI.create(Kadam.app() + "/api/me/language");
  }

  private static Browser signedIn() {
    Browser browser = new Browser();
    Step home = browser.signIn("/sign-in", WHO);
    assertEquals(200, home.status());
    assertTrue(home.asked().toString().startsWith(Kadam.app() + "/"), home.asked().toString());
    return browser;
  }

  private int status(Browser browser) {
    return browser.ask(me, "GET", null).status();
  }

  @Test
  @DisplayName("Signing in gives a session an id that nobody had before")
  void fixation() {
    Browser attacker = new Browser();
    attacker.ask(URI.create(Kadam.app() + "/sign-in"), "GET", null);
    for (String planted :
        new String[] {attacker.cookie(COOKIE), "planted-by-somebody", "a".repeat(40)}) {
      Browser victim = new Browser();
      if (planted != null) {
        victim.plant(COOKIE, planted);
      }
      victim.signIn("/sign-in", WHO);
      assertEquals(200, status(victim));
      assertNotEquals(planted, victim.cookie(COOKIE));
      Browser thief = new Browser();
      thief.plant(COOKIE, String.valueOf(planted));
      assertEquals(401, status(thief), "the id from before the sign-in opens nothing");
    }
  }

  @Test
  @DisplayName("The id that a session has after the sign-in is not the one it had on the way")
  void new_id_at_sign_in() {
    Browser browser = signedIn();
    List<String> ids =
        browser.steps().stream()
            .flatMap(step -> step.cookies().stream())
            .filter(cookie -> cookie.startsWith(COOKIE + "="))
            .map(cookie -> cookie.split("[=;]")[1])
            .distinct()
            .toList();
    assertEquals(ids.get(ids.size() - 1), browser.cookie(COOKIE));
    for (String before : ids.subList(0, ids.size() - 1)) {
      Browser thief = new Browser();
      thief.plant(COOKIE, before);
      assertEquals(401, status(thief));
    }
  }

  @Test
  @DisplayName("The cookie is out of reach of scripts and of other sites, and of this host alone")
  void flags() {
    Browser browser = signedIn();
    int seen = 0;
    for (Step step : browser.steps()) {
      for (String cookie : step.cookies()) {
        boolean forgotten = cookie.contains("Expires=Thu, 01-Jan-1970");
        if (step.asked().toString().startsWith(Kadam.app()) && !forgotten) {
          seen++;
          String flags = cookie.toLowerCase(java.util.Locale.ROOT);
          assertTrue(flags.contains("httponly"), cookie);
          assertTrue(flags.contains("samesite=lax"), cookie);
          assertTrue(flags.contains("path=/"), cookie);
          assertFalse(flags.contains("domain="), cookie);
        }
      }
    }
    assertTrue(seen > 0);
    assertTrue(browser.cookie(COOKIE).split("\\.")[0].length() >= 24, "enough chance in the id");
  }

  @Test
  @DisplayName("An id in the address is no session, and none is ever written there")
  void not_in_the_address() {
    Browser browser = signedIn();
    Browser other = new Browser();
    URI with = URI.create(me + ";jsessionid=" + browser.cookie(COOKIE));
    assertNotEquals(200, other.ask(with, "GET", null).status());
    for (Step step : browser.steps()) {
      assertFalse(step.location().contains("jsessionid"), step.location());
      assertFalse(step.body().contains("jsessionid"), step.asked().toString());
    }
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "-, -, 403",
        "1, https://evil.example, 403",
        "1, null, 403",
        "1, http://localhost.evil.example, 403",
        "1, own, 204",
        "1, -, 204"
      })
  @DisplayName("A change needs our header, and an origin, if one is said, of our own")
  void forged(String header, String origin, int status) {
    Browser browser = signedIn();
    List<String> headers = new java.util.ArrayList<>(List.of("Content-Type", "application/json"));
    if (header != null) {
      headers.addAll(List.of("X-Kadam", header));
    }
    if (origin != null) {
      headers.addAll(List.of("Origin", origin.equals("own") ? Kadam.app() : origin));
    }
    Step step = browser.ask(language, "PUT", HINDI, headers.toArray(String[]::new));
    assertEquals(status, step.status(), step.body());
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data"})
  @DisplayName("What a form of another site can send changes nothing")
  void forms(String type) {
    Browser browser = signedIn();
    Step step =
        browser.ask(
            URI.create(Kadam.app() + "/api/events"),
            "POST",
            "{}",
            "Content-Type",
            type,
            "Origin",
            "https://evil.example");
    assertTrue(step.status() == 403 || step.status() == 415, step.body());
  }

  @Test
  @DisplayName("No page of another site is told that it may read or send")
  void preflight() {
    Browser browser = signedIn();
    for (URI uri : List.of(me, language)) {
      for (String method : List.of("OPTIONS", "GET")) {
        String head =
            head(
                method
                    + " "
                    + uri.getPath()
                    + " HTTP/1.1\r\nHost: "
                    + uri.getAuthority()
                    + "\r\nOrigin: https://evil.example\r\nConnection: close\r\n"
                    + "Access-Control-Request-Method: PUT\r\n"
                    + "Access-Control-Request-Headers: x-kadam\r\nCookie: "
                    + COOKIE
                    + "="
                    + browser.cookie(COOKIE)
                    + "\r\n\r\n");
        assertFalse(head.toLowerCase(java.util.Locale.ROOT).contains("access-control-"), head);
      }
    }
  }

  private static String head(String request) {
    URI app = URI.create(Kadam.app());
    try (Socket socket = new Socket(app.getHost(), app.getPort())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      String all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertTrue(all.startsWith("HTTP/1.1 "), all);
      return all.substring(0, all.indexOf("\r\n\r\n"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/sign-in?redirect_uri=https://evil.example/",
        "/sign-in?return=//evil.example",
        "/sign-in?next=https:%2f%2fevil.example",
        "/sign-in?target_link_uri=https://evil.example",
        "/sign-in?post_logout_redirect_uri=https://evil.example",
        "/sign-in/..//evil.example"
      })
  @DisplayName("The way in ends in the shell, whatever the address asks for")
  void open_redirects(String from) {
    Browser browser = new Browser();
    Step end;
    try {
      end = browser.signIn(from, WHO);
    } catch (IllegalStateException e) {
      // An address that leads to no sign-in at all leads nowhere else either.
      assertTrue(
          String.valueOf(e.getMessage()).startsWith("No form at " + Kadam.app()), e.getMessage());
      return;
    }
    assertTrue(end.asked().toString().startsWith(Kadam.app() + "/"), end.asked().toString());
    for (Step step : browser.steps()) {
      String where = step.location();
      assertTrue(
          where.isEmpty()
              || where.startsWith("/") && !where.startsWith("//")
              || where.startsWith(Kadam.app() + "/")
              || where.startsWith(Kadam.keycloak() + "/"),
          where);
    }
  }

  @Test
  @DisplayName("Under a false name of the host the sign-in refuses to lead back")
  void false_host() {
    String head =
        head(
            "GET /sign-in HTTP/1.1\r\nHost: evil.example\r\nAccept: text/html\r\n"
                + "Connection: close\r\n\r\n");
    java.util.regex.Matcher location =
        java.util.regex.Pattern.compile("(?i)location: (\\S+)").matcher(head);
    assertTrue(location.find(), head);
    assertTrue(location.group(1).startsWith(Kadam.keycloak() + "/"), location.group(1));
    Step page = new Browser().ask(URI.create(location.group(1)), "GET", null);
    assertEquals(400, page.status());
    assertEquals("", page.location());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/api/me", "//evil.example", ".evil.example/sign-in", "@evil.example/"})
  @DisplayName("Keycloak leads back to the way in, and nowhere else")
  void way_back(String where) {
    Step page =
        new Browser()
            .ask(
                URI.create(
                    Kadam.keycloak()
                        + "/realms/kadam/protocol/openid-connect/auth?client_id=kadam-web"
                        + "&response_type=code&scope=openid&code_challenge_method=S256"
                        + "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&redirect_uri="
                        + java.net.URLEncoder.encode(Kadam.app() + where, StandardCharsets.UTF_8)),
                "GET",
                null);
    assertEquals(400, page.status());
    assertEquals("", page.location());
  }

  @Test
  @DisplayName("The same code is taken once, and not by another browser")
  void codes() {
    Browser browser = signedIn();
    URI back =
        browser.steps().stream()
            .map(Step::asked)
            .filter(uri -> String.valueOf(uri.getQuery()).contains("code="))
            .findFirst()
            .orElseThrow();
    Browser thief = new Browser();
    thief.ask(back, "GET", null);
    assertEquals(401, status(thief));
  }

  @Test
  @DisplayName("After signing out the cookie opens nothing, at either end")
  void signed_out() {
    Browser browser = signedIn();
    String id = browser.cookie(COOKIE);
    URI out = URI.create(Kadam.app() + "/sign-out");
    assertEquals(403, browser.ask(out, "POST", "", "Origin", "https://evil.example").status());
    assertEquals(200, status(browser), "another site signs nobody out");
    assertEquals(405, browser.ask(out, "GET", null).status());
    assertEquals(200, status(browser), "nor does a link");
    assertEquals(200, browser.ask(out, "POST", "", "Origin", Kadam.app()).status());
    Browser thief = new Browser();
    thief.plant(COOKIE, id);
    assertEquals(401, status(thief));
    assertEquals(401, status(browser));
  }
}
