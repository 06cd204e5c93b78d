package org.kadam.signin;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kadam.signin.Visitor.Page;

/**
 * Signing in, from outside: every page that can be come across, in every language, and what each
 * way of typing leads to.
 */
class SignInPagesIT {
  private static final int MOST_BYTES = 8192;
  private static final String PIN = "258036";
  private static final String FIRST_PIN = "135790";

  /** Words in Latin letters that belong on a page in Hindi or Lao. */
  private static final Set<String> LATIN = Set.of("Kadam", "PIN", "KNT", "HXY", "SIP", "English");

  /** Names that nobody has must be new in each run: wrong tries with them are counted for hours. */
  private static final String RUN = String.valueOf(1000 + System.currentTimeMillis() % 9000);

  private static Servers servers;
  private static Accounts accounts;

  @BeforeAll
  static void people() {
    servers = Servers.running();
    accounts = new Accounts(servers);
    accounts.worker("sip-001", "+919811100001", PIN, false);
    accounts.worker("sip-002", "+919811100002", PIN, false);
    accounts.worker("sip-003", "+919811100002", PIN, false);
    accounts.worker("sip-0007", "+919811100007", PIN, false);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "hi", "lo"})
  @DisplayName("Every page is in the reader's language, weighs at most 8 KB, asks for nothing else")
  void pages(String language) {
    Map<String, Page> pages = walk(language);
    assertAll(
        pages.entrySet().stream()
            .map(
                entry ->
                    () -> {
                      Page page = entry.getValue();
                      String name = entry.getKey() + " (" + page.status() + "): " + page.text();
                      assertTrue(page.html().startsWith("<!doctype html>"), name);
                      assertEquals(language, page.language(), name);
                      assertTrue(page.bytes() <= MOST_BYTES, page.bytes() + " bytes, " + name);
                      assertFalse(
                          page.html().matches("(?s).*(<script|src=|@import|rel=\"stylesheet).*"),
                          name);
                      assertEquals(Set.of(), english(language, page), name);
                    }));
  }

  /** Walks to every page that we know a way to. */
  private Map<String, Page> walk(String language) {
    Map<String, Page> pages = new LinkedHashMap<>();
    Visitor visitor = new Visitor(servers, language);
    pages.put("sign in", visitor.signIn());
    pages.put("no id", visitor.as("", PIN));
    pages.put("no PIN", visitor.as("SIP-001", ""));
    pages.put("a digit is missing", visitor.as("SIP-001", "25803"));
    pages.put("no digits", visitor.as("SIP-001", "abcdef"));
    pages.put("several people", visitor.as("9811100002", PIN));
    visitor.signIn();
    pages.put("wrong PIN", visitor.as("SIP-" + RUN, "258037"));
    pages.put("another way", visitor.send(Map.of("tryAnotherWay", "on")));
    pages.put("too many tries", untilItRests(visitor, "SIP-" + RUN));

    accounts.worker("sip-004", "+919811100004", FIRST_PIN, true);
    visitor = new Visitor(servers, language);
    String signIn = visitor.signIn().form();
    pages.put("choose", visitor.as("SIP-004", FIRST_PIN));
    pages.put("guessable", visitor.choose("112233", "112233"));
    pages.put("too short", visitor.choose("7482", "7482"));
    pages.put("not the same", visitor.choose("748205", "748206"));
    pages.put("as before", visitor.choose(FIRST_PIN, FIRST_PIN));
    pages.put("part of the phone number", visitor.choose("100004", "100004"));
    pages.put("nothing chosen", visitor.choose("", ""));
    accounts.firstPinMade(hoursAgo(73), "sip-004", "+919811100004", FIRST_PIN);
    visitor.signIn();
    pages.put("a first PIN too old", visitor.as("SIP-004", FIRST_PIN));
    pages.put("out of date", visitor.send(signIn, Map.of("username", "x", "password", PIN)));

    visitor = new Visitor(servers, language);
    signIn = visitor.signIn().form();
    visitor.as("SIP-001", PIN);
    pages.put("in already", visitor.send(signIn, Map.of("username", "x", "password", PIN)));
    pages.put("once more", visitor.signIn("prompt", "login"));
    pages.put("once more, too short", visitor.send(Map.of("password", "2580")));
    pages.put("a new PIN", visitor.signIn("kc_action", "UPDATE_PASSWORD"));
    String logout = "/protocol/openid-connect/logout?client_id=kadam-web&ui_locales=" + language;
    Page leave = visitor.open(servers.realm(logout));
    pages.put("sign out?", leave);
    Map<String, String> yes =
        Map.of(
            "session_code", leave.first("session_code\" value=\"([^\"]*)"), "confirmLogout", "on");
    pages.put("signed out", visitor.send(yes));
    pages.put("signed out twice", visitor.send(leave.form(), yes));

    visitor = new Visitor(servers, language);
    signIn = visitor.signIn().form();
    visitor.forget("AUTH_SESSION_ID");
    pages.put("started again", visitor.send(signIn, Map.of("username", "x", "password", PIN)));
    visitor.signIn();
    visitor.forget("");
    pages.put("no cookies", visitor.send(signIn, Map.of("username", "x", "password", PIN)));

    String auth = "/protocol/openid-connect/auth";
    for (String address :
        new String[] {
          "/nothing-here",
          "/account",
          "/device",
          "/device?user_code=AAAA-BBBB",
          "/broker/other/login",
          "/protocol/saml",
          "/protocol/openid-connect/registrations?client_id=kadam-web&response_type=code",
          "/protocol/openid-connect/forgot-credentials",
          "/protocol/openid-connect/logout",
          "/protocol/openid-connect/logout?client_id=kadam-web&post_logout_redirect_uri=http://x",
          "/login-actions/registration?client_id=kadam-web",
          "/login-actions/reset-credentials?client_id=kadam-web",
          "/login-actions/action-token?key=x",
          "/login-actions/authenticate",
          "/login-actions/required-action?execution=UPDATE_PASSWORD",
          "/login-actions/logout-confirm",
          "/login-actions/detached-info",
          "/login-actions/restart?client_id=kadam-web",
          auth,
          auth + "?client_id=nobody",
          auth + "?client_id=account-console&response_type=code",
          auth + "?client_id=kadam-accounts&response_type=code",
          auth + "?client_id=kadam-web&response_type=code&redirect_uri=http://elsewhere.example"
        }) {
      pages.put(address, new Visitor(servers, language).open(servers.realm(address)));
    }
    return pages;
  }

  /**
   * Types a wrong PIN until that is no longer looked at. Wrong tries are counted beside the answer,
   * so the last of five may be seen a moment later.
   */
  private static Page untilItRests(Visitor visitor, String name) {
    visitor.signIn();
    String wrong = visitor.as(name, "258037").complaint();
    for (int i = 0; i < 12 && visitor.page().complaint().equals(wrong); i++) {
      visitor.signIn();
      visitor.as(name, "258037");
    }
    return visitor.page();
  }

  private static Set<String> english(String language, Page page) {
    if (language.equals("en")) {
      return Set.of();
    }
    Set<String> words =
        Pattern.compile("[A-Za-z]{2,}")
            .matcher(page.text())
            .results()
            .map(MatchResult::group)
            .collect(toCollection(TreeSet::new));
    words.removeAll(LATIN);
    return words;
  }

  @Test
  @DisplayName("A name that nobody has and a wrong PIN give the same page")
  void sameAnswer() {
    String nobody = "SIP-8" + RUN.substring(1);
    assertEquals(answer("SIP-0007"), answer(nobody).replace(nobody, "SIP-0007"));
  }

  private static String answer(String name) {
    Visitor visitor = new Visitor(servers, "hi");
    visitor.signIn();
    return visitor.as(name, "258037").html().replaceAll("(session_code|tab_id)=[^&]*", "");
  }

  @Test
  @DisplayName("After five wrong tries a name rests, whether somebody has it or not")
  void rests() {
    accounts.worker("sip-005", "+919811100005", PIN, false);
    Set<String> complaints = new TreeSet<>();
    for (String name : new String[] {"SIP-005", "SIP-7" + RUN, "981110" + RUN}) {
      Visitor visitor = new Visitor(servers, "hi");
      complaints.add(untilItRests(visitor, name).complaint());
      visitor.signIn();
      assertEquals(Set.of(visitor.as(name, PIN).complaint()), complaints, visitor.page().text());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"SIP-001", "sip 001", "SIP००१", "9811100001", "+91 98111-00001", "०९८१११००००१"})
  @DisplayName("However she types her id or her number, she is let in")
  void letIn(String name) {
    for (String pin : new String[] {PIN, "२५८०३६", "໒໕໘໐໓໖"}) {
      Visitor visitor = new Visitor(servers, "hi");
      visitor.signIn();
      assertTrue(visitor.as(name, pin).left(servers.app()), name + ": " + visitor.page().text());
    }
  }

  @Test
  @DisplayName("The first PIN is good once; then she has chosen her own")
  void firstPin() {
    accounts.worker("sip-006", "+919811100006", FIRST_PIN, true);
    Visitor visitor = new Visitor(servers, "lo");
    visitor.signIn();
    visitor.as("SIP-006", FIRST_PIN);
    assertTrue(visitor.choose("໗໔໘໒໐໕", "748205").left(servers.app()), visitor.page().text());

    Visitor own = new Visitor(servers, "lo");
    own.signIn();
    assertTrue(own.as("SIP-006", "748205").left(servers.app()), own.page().text());
    Visitor old = new Visitor(servers, "lo");
    old.signIn();
    assertFalse(old.as("SIP-006", FIRST_PIN).complaint().isEmpty());
  }

  private static Instant hoursAgo(int hours) {
    return Instant.now().minus(Duration.ofHours(hours));
  }

  @Test
  @DisplayName(
      "A first PIN is good for 72 hours, by id and by number; then only who knows it is told")
  void firstPinTooOld() {
    for (String name : new String[] {"SIP-010", "9811100010"}) {
      accounts.firstPinMade(hoursAgo(73), "sip-010", "+919811100010", FIRST_PIN);
      Visitor late = new Visitor(servers, "en");
      late.signIn();
      String told = late.as(name, FIRST_PIN).complaint();
      assertTrue(told.contains("72 hours"), name + ": " + late.page().text());
      late.signIn();
      assertFalse(late.as(name, "258037").complaint().contains("72 hours"), name);

      accounts.firstPinMade(hoursAgo(71), "sip-010", "+919811100010", FIRST_PIN);
      for (int time = 0; time < 2; time++) {
        Visitor early = new Visitor(servers, "en");
        early.signIn();
        early.as(name, FIRST_PIN);
        assertTrue(early.page().html().contains("password-new"), name + ": " + early.page().text());
      }
    }
  }

  @Test
  @DisplayName("A PIN of her own is good for as long as she likes")
  void ownPinDoesNotAge() {
    accounts.firstPinMade(hoursAgo(73), "sip-011", "+919811100011", PIN);
    accounts.chosen("sip-011");
    Visitor visitor = new Visitor(servers, "en");
    visitor.signIn();
    assertTrue(visitor.as("SIP-011", PIN).left(servers.app()), visitor.page().text());
  }

  @Test
  @DisplayName("Two with one number and different PINs: each is let in by hers, without a question")
  void sharedNumber() {
    accounts.worker("sip-012", "+919811100012", PIN, false);
    accounts.worker("sip-013", "+919811100012", "748205", false);
    for (String pin : new String[] {PIN, "748205"}) {
      Visitor visitor = new Visitor(servers, "hi");
      visitor.signIn();
      assertTrue(visitor.as("98111 00012", pin).left(servers.app()), visitor.page().text());
    }
  }

  @Test
  @DisplayName("Two with one number and the same PIN: she is asked which id is hers, and only then")
  void whichWorker() {
    Visitor visitor = new Visitor(servers, "en");
    visitor.signIn();
    Page wrong = visitor.as("9811100002", "258037");
    assertFalse(wrong.html().contains("SIP-00"), wrong.text());
    Page which = visitor.as("9811100002", PIN);
    assertTrue(
        which.html().contains("value=\"SIP-002\"") && which.html().contains("value=\"SIP-003\""),
        which.text());
    assertTrue(visitor.send(Map.of("which", "SIP-003")).left(servers.app()));

    Visitor other = new Visitor(servers, "en");
    other.signIn();
    other.as("9811100002", PIN);
    assertFalse(
        other.send(Map.of("which", "SIP-001")).left(servers.app()), "Not among those asked");
    other.signIn();
    assertFalse(other.send(Map.of("which", "SIP-002")).left(servers.app()), "Without a PIN");
  }

  @Test
  @DisplayName(
      "A wrong PIN says nothing of a number: nobody's, one's and several's are the same page")
  void numbersAreTheSame() {
    Set<String> pages = new TreeSet<>();
    for (String number : new String[] {"981112" + RUN, "9811100007", "9811100002"}) {
      pages.add(answer(number).replace(number, "9811100000"));
    }
    assertEquals(1, pages.size());
  }

  @Test
  @DisplayName("A try at a shared number is a try at each: after five, each id rests")
  void sharedNumberRests() {
    accounts.worker("sip-014", "+919811100014", PIN, false);
    accounts.worker("sip-015", "+919811100014", "748205", false);
    Visitor visitor = new Visitor(servers, "hi");
    String rest = untilItRests(visitor, "9811100014").complaint();
    for (String id : new String[] {"SIP-014", "SIP-015"}) {
      visitor.signIn();
      assertEquals(rest, visitor.as(id, id.equals("SIP-014") ? PIN : "748205").complaint());
    }
  }

  @Test
  @DisplayName(
      "On a phone of her own the session outlives the browser, on a shared one it does not")
  void ownPhone() {
    Visitor own = new Visitor(servers, "hi").on("own");
    own.signIn();
    assertTrue(own.as("SIP-001", PIN).left(servers.app()), own.page().text());
    assertTrue(own.lasting().contains("KEYCLOAK_IDENTITY"), own.lasting().toString());
    for (Visitor other :
        new Visitor[] {new Visitor(servers, "hi").on("shared"), new Visitor(servers, "hi")}) {
      other.signIn();
      assertTrue(
          other
              .send(Map.of("username", "SIP-001", "password", PIN, "rememberMe", "on"))
              .left(servers.app()));
      assertFalse(other.lasting().contains("KEYCLOAK_IDENTITY"), other.lasting().toString());
      assertFalse(other.lasting().contains("KEYCLOAK_REMEMBER_ME"), other.lasting().toString());
    }
  }

  @Test
  @DisplayName("The way in from a slip has her id filled in")
  void fromASlip() {
    Visitor visitor = new Visitor(servers, "hi");
    visitor.open(servers.app() + "/sign-in?ui_locales=hi&login_hint=SIP-001");
    assertEquals("SIP-001", visitor.page().first("name=\"username\" value=\"([^\"]*)\""));
    assertTrue(visitor.send(Map.of("username", "SIP-001", "password", PIN)).left(servers.app()));
  }

  @Test
  @DisplayName("An administrator cannot give a guessable PIN either")
  void guessable() {
    assertEquals(400, accounts.statusOfPin("123456"));
    assertEquals(400, accounts.statusOfPin("12345"));
    assertEquals(400, accounts.statusOfPin("password"));
  }

  @Test
  @DisplayName("The language is changed on the page, and kept when all else is lost")
  void language() {
    Visitor visitor = new Visitor(servers, "hi");
    Page hindi = visitor.signIn();
    assertEquals("hi", hindi.language());
    assertEquals("lo", visitor.open(hindi.link("lang=\"lo\"")).language());
    assertEquals("lo", visitor.as("SIP-777", "25803").language());

    String lost = servers.realm("/protocol/openid-connect/auth?client_id=nobody");
    Visitor reader = new Visitor(servers, "hi", "en");
    assertEquals("en", reader.open(lost).language());
    reader.signIn();
    assertEquals("hi", reader.open(lost).language());
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "hi", "lo"})
  @DisplayName("From the app she comes to a page in her language that weighs at most 8 KB")
  void fromTheApp(String language) {
    Visitor visitor = new Visitor(servers, language, language.equals("en") ? "hi" : "en");
    Page page = visitor.open(servers.app() + "/sign-in?ui_locales=" + language);
    assertTrue(page.form().contains("/login-actions/authenticate"), page.text());
    assertEquals(language, page.language());
    assertTrue(page.bytes() <= MOST_BYTES, page.bytes() + " bytes");
  }
}
