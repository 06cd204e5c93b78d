package org.kadam.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kadam.it.Kadam;

/** What a browser does for a session: keeps cookies by server, and goes where it is sent. */
final class Browser {

  private static final HttpClient HTTP =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
  private static final Pattern FORM = Pattern.compile("<form action=\"([^\"]*)\"");

  /** One exchange; the location is empty where there is none. */
  record Step(URI asked, int status, String location, List<String> cookies, String body) {}

  private final Map<String, Map<String, String>> cookies = new LinkedHashMap<>();
  private final List<Step> steps = new ArrayList<>();

  /** All exchanges so far. */
  List<Step> steps() {
    return List.copyOf(steps);
  }

  String cookie(String name) {
    return jar(URI.create(Kadam.app())).get(name);
  }

  void plant(String name, String value) {
    jar(URI.create(Kadam.app())).put(name, value);
  }

  /** Signs in as somebody would, from an address of the app. */
  Step signIn(String from, String code) {
    Step page = open(Kadam.app() + from);
    Matcher form = FORM.matcher(page.body());
    if (!form.find()) {
      throw new IllegalStateException("No form at " + page.asked() + ": " + page.status());
    }
    String fields =
        "username=" + URLEncoder.encode(code, StandardCharsets.UTF_8) + "&password=" + Kadam.PIN;
    URI to = page.asked().resolve(form.group(1).replace("&amp;", "&"));
    return follow(ask(to, "POST", fields, "Content-Type", "application/x-www-form-urlencoded"));
  }

  /** Opens a page and follows where it leads, inside Kadam and Keycloak. */
  Step open(String address) {
    return follow(ask(URI.create(address), "GET", null));
  }

  private Step follow(Step first) {
    Step step = first;
    for (int hops = 0; !step.location().isEmpty() && hops < 8; hops++) {
      URI next = step.asked().resolve(step.location());
      String there = next.toString();
      if (!there.startsWith(Kadam.app() + "/") && !there.startsWith(Kadam.keycloak() + "/")) {
        throw new IllegalStateException("Sent away to " + there);
      }
      step = ask(next, "GET", null);
    }
    return step;
  }

  /** One request with the cookies of that server; further headers by pairs. */
  Step ask(URI uri, String method, String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    List<String> said = List.of(headers);
    if (!said.contains("Accept")) {
      request.header(
          "Accept", uri.getPath().startsWith("/api/") ? "application/json" : "text/html");
    }
    for (int i = 0; i < said.size(); i += 2) {
      request.header(said.get(i), said.get(i + 1));
    }
    Map<String, String> jar = jar(uri);
    if (!jar.isEmpty()) {
      StringBuilder line = new StringBuilder();
      jar.forEach((name, value) -> line.append(name).append('=').append(value).append("; "));
      request.header("Cookie", line.substring(0, line.length() - 2));
    }
    try {
      HttpResponse<String> answer =
          HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
      List<String> set = answer.headers().allValues("Set-Cookie");
      set.forEach(cookie -> keep(jar, cookie));
      Step step =
          new Step(
              uri,
              answer.statusCode(),
              answer.headers().firstValue("Location").orElse(""),
              set,
              answer.body());
      steps.add(step);
      return step;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private Map<String, String> jar(URI uri) {
    return cookies.computeIfAbsent(uri.getAuthority(), server -> new LinkedHashMap<>());
  }

  private static void keep(Map<String, String> jar, String cookie) {
    String[] named = cookie.split(";", 2)[0].split("=", 2);
    if (cookie.matches("(?i).*max-age=0\\b.*") || named[1].isEmpty()) {
      jar.remove(named[0]);
    } else {
      jar.put(named[0], named[1]);
    }
  }
}
