package org.kadam.session;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.kadam.it.Caller;
import org.kadam.it.Caller.Answer;
import org.kadam.it.Kadam;

/**
 * What every answer says to a browser, whoever gives it: shell, files, interface, errors, server.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HeadersIT {

  private static final HttpClient HTTP =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

  private Map<String, Answer> answers() {
    Caller nobody = Caller.stranger();
    Caller worker = Caller.as("SRY-029");
    Caller officer = Caller.as("MZF-D1");
    Map<String, Answer> all = new LinkedHashMap<>();
    String home = nobody.get("/").text();
    List<String> paths = new ArrayList<>(List.of("/", "/index.html", "/sw.js", "/icon.svg"));
    Matcher file = Pattern.compile("\"(/a/[^\"]+)\"").matcher(home);
    while (file.find()) {
      paths.add(file.group(1));
    }
    assertTrue(paths.size() > 5, home);
    paths.addAll(
        List.of("/nothing", "/a/nothing", "/WEB-INF/web.xml", "/health/live", "/health/ready"));
    paths.addAll(List.of("/openapi", "/problem", "/sign-in", "/api", "/api/me", "/api/nothing"));
    paths.add("/manifest.webmanifest");
    paths.forEach(path -> all.put("stranger GET " + path, nobody.get(path)));
    all.put("stranger POST /", nobody.post("/", ""));
    all.put("page not there", page("/nothing"));
    all.put("sign-in of a person", page("/sign-in"));
    for (String path :
        List.of("/api/me", "/api/courses", "/api/flags", "/api/me/progress", "/api/nothing")) {
      all.put("worker GET " + path, worker.get(path));
    }
    all.put("worker wrong body", worker.put("/api/me/language", "{"));
    all.put("worker wrong method", worker.post("/api/me", "{}"));
    all.put("worker wrong role", worker.get("/api/equity/report"));
    all.put("officer report", officer.get("/api/equity/report"));
    all.put("officer pages", officer.get("/api/equity/report.pdf?language=en"));
    all.put("officer table", officer.get("/api/equity/report.csv?language=en"));
    all.put("officer wrong language", officer.get("/api/equity/report.csv?language=xx"));
    return all;
  }

  private static Answer page(String path) {
    return Caller.stranger().send("GET", path, null, new byte[0], List.of("Accept", "text/html"));
  }

  @Test
  @DisplayName("Every kind of answer has the same strict headers, and says nothing of the server")
  void every_answer() {
    assertAll(
        answers().entrySet().stream()
            .map(
                each ->
                    () -> {
                      Map<String, String> said = each.getValue().headers();
                      String which = each.getKey() + " " + each.getValue().status() + " " + said;
                      String policy = said.getOrDefault("content-security-policy", "");
                      assertTrue(policy.contains("default-src '"), which);
                      assertTrue(policy.contains("frame-ancestors 'none'"), which);
                      assertTrue(policy.contains("base-uri 'none'"), which);
                      assertFalse(policy.contains("unsafe"), which);
                      assertFalse(policy.contains(", default-src"), "two policies: " + which);
                      assertEquals("nosniff", said.get("x-content-type-options"), which);
                      assertEquals("same-origin", said.get("cross-origin-opener-policy"), which);
                      assertEquals("same-origin", said.get("cross-origin-resource-policy"), which);
                      assertEquals("same-origin", said.get("referrer-policy"), which);
                      String features = said.getOrDefault("permissions-policy", "");
                      for (String one : List.of("camera", "microphone", "geolocation")) {
                        assertTrue(features.contains(one + "=()"), which);
                      }
                      assertFalse(said.containsKey("server"), which);
                      assertFalse(said.containsKey("x-powered-by"), which);
                      assertFalse(said.containsKey("strict-transport-security"), which);
                    }));
  }

  @Test
  @DisplayName("What concerns a person is kept nowhere; only files under their own hash are")
  void kept_nowhere() {
    assertAll(
        answers().entrySet().stream()
            .filter(each -> each.getKey().contains("/api") || !each.getKey().startsWith("stranger"))
            .map(
                each ->
                    () -> {
                      String kept = each.getValue().headers().getOrDefault("cache-control", "");
                      boolean catalogue = each.getKey().endsWith("/api/courses");
                      assertTrue(
                          catalogue ? kept.equals("private, no-cache") : kept.contains("no-store"),
                          each.getKey() + ": " + kept);
                    }));
  }

  @Test
  @DisplayName("The shell and the pages of errors hold no script, style or handler inside")
  void nothing_inline() {
    for (Answer page : List.of(Caller.stranger().get("/"), page("/nothing"))) {
      String html = page.text();
      assertTrue(html.contains("<html"), html);
      assertFalse(html.matches("(?s).*<style.*"), html);
      assertFalse(html.matches("(?s).*<script(?![^>]*\\ssrc=)[^>]*>.*"), html);
      assertFalse(html.matches("(?s).*<[^>]+\\s(on\\w+|style)\\s*=.*"), html);
    }
  }

  @Test
  @DisplayName(
      "The pages of the sign-in allow their own style by its hash, and nothing else inline")
  void sign_in() throws Exception {
    for (String path :
        List.of(
            "/protocol/openid-connect/auth?client_id=kadam-web&response_type=code&scope=openid"
                + "&code_challenge_method=S256"
                + "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&redirect_uri="
                + Kadam.app()
                + "/sign-in",
            "/protocol/openid-connect/auth?client_id=nobody",
            "/nothing-here")) {
      HttpResponse<String> page = keycloak("/realms/kadam" + path);
      String policy = page.headers().firstValue("Content-Security-Policy").orElse("");
      String html = page.body();
      Matcher style = Pattern.compile("(?s)<style>(.*?)</style>").matcher(html);
      assertTrue(style.find(), path + ": " + html);
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(style.group(1).getBytes(StandardCharsets.UTF_8));
      assertTrue(
          policy.contains("'sha256-" + Base64.getEncoder().encodeToString(hash) + "'"),
          path + ": " + policy);
      assertTrue(policy.contains("default-src 'none'"), policy);
      assertTrue(policy.contains("frame-ancestors 'none'"), policy);
      assertTrue(policy.contains("form-action 'self' " + Kadam.app() + ";"), policy);
      assertFalse(policy.contains("unsafe"), policy);
      assertFalse(html.matches("(?s).*(<script|\\sstyle=|\\son\\w+=).*"), path);
      assertEquals("nosniff", page.headers().firstValue("X-Content-Type-Options").orElse(""));
      assertEquals("DENY", page.headers().firstValue("X-Frame-Options").orElse(""));
      assertTrue(page.headers().firstValue("Strict-Transport-Security").isPresent());
      assertFalse(page.headers().firstValue("Server").isPresent());
    }
  }

  private static HttpResponse<String> keycloak(String path)
      throws IOException, InterruptedException {
    return HTTP.send(
        HttpRequest.newBuilder(URI.create(Kadam.keycloak() + path))
            .header("Accept", "text/html")
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
