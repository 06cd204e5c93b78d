package org.kadam.signin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A browser without JavaScript: keeps cookies, follows redirects inside Keycloak, sends forms. It
 * counts what a page weighs on the wire, status line and headers included.
 */
public final class Visitor {
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

  /** A page as it came: what was asked, status, bytes with headers, HTML. */
  record Page(URI uri, int status, int bytes, String html, String location) {

    /** The words that a reader sees or hears. */
    String text() {
      return html.replaceAll("(?s)<style>.*?</style>", " ")
          .replaceAll("(?s)<[^>]*>", " ")
          .replace("&#39;", "'")
          .replace("&amp;", "&")
          .replaceAll("\\s+", " ")
          .strip();
    }

    String language() {
      return first("<html lang=\"(\\w+)\"");
    }

    /** What is wrong, as the page says it; empty if nothing is. */
    String complaint() {
      return first("role=\"alert\"[^>]*>([^<]*)");
    }

    /** The address of a link whose HTML matches, such as {@code lang="lo"}. */
    String link(String attribute) {
      return first("<a [^>]*" + attribute + "[^>]*href=\"([^\"]*)\"").replace("&amp;", "&");
    }

    String form() {
      return first("<form action=\"([^\"]*)\"").replace("&amp;", "&");
    }

    String first(String pattern) {
      Matcher found = Pattern.compile(pattern).matcher(html);
      return found.find() ? found.group(1) : "";
    }

    boolean left(String address) {
      return location.startsWith(address + "/");
    }
  }

  private final Servers servers;
  private final String language;
  private final String menus;
  private final Map<String, String> cookies = new LinkedHashMap<>();
  private final Set<String> lasting = new TreeSet<>();
  private String door = "";
  private Page page;

  Visitor(Servers servers, String language) {
    this(servers, language, language);
  }

  /** A reader of one language whose phone has its menus, and asks for pages, in another. */
  Visitor(Servers servers, String language, String menus) {
    this.servers = servers;
    this.language = language;
    this.menus = menus;
  }

  Page page() {
    return page;
  }

  /** Says to the app first whose the phone is: {@code own} or {@code shared}. */
  Visitor on(String whose) {
    door = "/" + whose;
    return this;
  }

  /** The cookies that outlive the browser. */
  Set<String> lasting() {
    return Set.copyOf(lasting);
  }

  /** Opens the sign-in page as the app would; further parameters by pairs. */
  Page signIn(String... more) {
    StringBuilder query =
        new StringBuilder("?client_id=kadam-web&response_type=code&scope=openid")
            .append("&state=0f8c2b1e-7a44-4c0f-9d0e-3f2b6c1d5a77/AbCdEfGhIjKlMnOpQrStUv")
            .append("&code_challenge_method=S256&code_challenge=")
            .append(CHALLENGE)
            .append("&redirect_uri=")
            .append(encode(servers.app() + "/sign-in" + door + "?ui_locales=" + language))
            .append("&ui_locales=")
            .append(language);
    for (int i = 0; i < more.length; i += 2) {
      query.append('&').append(more[i]).append('=').append(encode(more[i + 1]));
    }
    return open(servers.realm("/protocol/openid-connect/auth" + query));
  }

  /** Fills in the sign-in page. */
  Page as(String name, String pin) {
    return send(Map.of("username", name, "password", pin));
  }

  /** Fills in the page "choose your own PIN". */
  Page choose(String pin, String again) {
    return send(Map.of("password-new", pin, "password-confirm", again, "logout-sessions", "on"));
  }

  Page send(Map<String, String> fields) {
    return send(page.form(), fields);
  }

  /** Sends a form to an address that was read earlier, as a second press of the button does. */
  Page send(String form, Map<String, String> fields) {
    String body =
        fields.entrySet().stream()
            .map(field -> field.getKey() + "=" + encode(field.getValue()))
            .collect(Collectors.joining("&"));
    return follow(
        page.uri().resolve(form),
        HttpRequest.newBuilder()
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  Page open(String address) {
    URI uri = page == null ? URI.create(address) : page.uri().resolve(address);
    return follow(uri, HttpRequest.newBuilder().GET());
  }

  /** Loses a cookie, or all where the name is empty. */
  void forget(String cookie) {
    cookies.keySet().removeIf(name -> cookie.isEmpty() || name.equals(cookie));
  }

  private Page follow(URI uri, HttpRequest.Builder request) {
    page = ask(uri, request);
    for (int hops = 0; page.location().startsWith(servers.keycloak() + "/") && hops < 5; hops++) {
      page = ask(URI.create(page.location()), HttpRequest.newBuilder().GET());
    }
    return page;
  }

  private Page ask(URI uri, HttpRequest.Builder request) {
    request.uri(uri).header("Accept", "text/html").header("Accept-Language", menus);
    if (!cookies.isEmpty()) {
      request.header(
          "Cookie",
          cookies.entrySet().stream()
              .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
              .collect(Collectors.joining("; ")));
    }
    try {
      HttpResponse<byte[]> answer =
          HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      answer.headers().allValues("Set-Cookie").forEach(this::keep);
      return new Page(
          uri,
          answer.statusCode(),
          weight(answer),
          new String(answer.body(), StandardCharsets.UTF_8),
          answer.headers().firstValue("Location").orElse(""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void keep(String cookie) {
    String[] named = cookie.split(";", 2)[0].split("=", 2);
    if (cookie.contains("Max-Age=0") || named[1].isEmpty()) {
      cookies.remove(named[0]);
      lasting.remove(named[0]);
    } else {
      if (cookie.contains("Max-Age=") || cookie.contains("Expires=")) {
        lasting.add(named[0]);
      }
      cookies.put(named[0], named[1]);
    }
  }

  private static int weight(HttpResponse<byte[]> answer) {
    int headers =
        answer.headers().map().entrySet().stream()
            .mapToInt(
                header ->
                    header.getValue().stream()
                        .mapToInt(value -> header.getKey().length() + value.length() + 4)
                        .sum())
            .sum();
    return "HTTP/1.1 200 OK\r\n".length() + headers + 2 + answer.body().length;
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
