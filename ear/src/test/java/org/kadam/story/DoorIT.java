package org.kadam.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.options.Cookie;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kadam.it.Caller;
import org.kadam.it.Kadam;

/** The two doors: how long a session lasts behind each, and for whom it answers. */
@ExtendWith(Chromium.class)
class DoorIT {

  private static final String CODE = "KNT-F1";
  private static final String ASK =
      "async (worker) => (await fetch('/api/me/progress', {headers: {Accept: 'application/json',"
          + " 'Kadam-For': worker}})).status";

  @Test
  @DisplayName("On her own phone she is remembered for 90 days, here and at Keycloak")
  void own_phone() {
    Kadam.token(CODE);
    try (Handset phone = Handset.phone("en")) {
      phone.open().askToSignIn("own");
      phone.giveNameAndPin(CODE, Kadam.PIN);
      phone.at("nav.tabs").waitFor();
      phone.openAgain();
      phone.at("nav.tabs").waitFor();
      phone.page().waitForCondition(() -> phone.cookie("JSESSIONID").expires > 0);
      for (String name : new String[] {"JSESSIONID", "KEYCLOAK_IDENTITY"}) {
        Instant end = Instant.ofEpochSecond((long) phone.cookie(name).expires.doubleValue());
        Duration left = Duration.between(Instant.now(), end);
        assertTrue(left.toDays() >= 89, name + " lasts " + left);
      }
      assertTrue(phone.cookie("JSESSIONID").httpOnly);
    }
  }

  @Test
  @DisplayName("On a shared phone nothing lasts longer than the browser, and the page locks itself")
  void shared_phone() {
    Kadam.token(CODE);
    try (Handset phone = Handset.phone("en")) {
      phone.open().askToSignIn("shared");
      phone.giveNameAndPin(CODE, Kadam.PIN);
      phone.at("nav.tabs").waitFor();
      phone.openAgain();
      phone.at("#pin").waitFor();
      phone.openHers(Kadam.PIN);
      phone.at("nav.tabs").waitFor();
      phone.page().waitForTimeout(1000);
      for (String name : new String[] {"JSESSIONID", "KEYCLOAK_IDENTITY"}) {
        assertEquals(-1, phone.cookie(name).expires, name);
      }
    }
  }

  @Test
  @DisplayName("A shared phone locks itself after five minutes, and she goes on where she was")
  void locks_itself() {
    Kadam.token(CODE);
    try (Handset phone = Handset.phone("en")) {
      phone.page().clock().install();
      phone.open().askToSignIn("shared");
      phone.giveNameAndPin(CODE, Kadam.PIN);
      phone.at("nav.tabs a[href='#/courses']").click();
      phone.at("main .card a.btn").first().waitFor();
      phone.page().clock().fastForward(4 * 60_000);
      phone.at("h1").click();
      phone.page().clock().fastForward(4 * 60_000);
      assertEquals(0, phone.at("#pin").count(), "it was touched in between");
      phone.page().clock().fastForward(90_000);
      phone.at("#pin").waitFor();
      assertEquals(Kadam.app() + "/", phone.page().url());
      phone.openHers(Kadam.PIN);
      phone.page().waitForURL(Kadam.app() + "/#/courses");
      phone.at("main .card a.btn").first().waitFor();
    }
  }

  @Test
  @DisplayName("A session that was known before she signed in is worth nothing afterwards")
  void a_new_name_for_the_session() {
    Kadam.token(CODE);
    try (Handset phone = Handset.phone("en")) {
      phone.open().askToSignIn("own");
      Cookie before = phone.cookie("JSESSIONID");
      phone.giveNameAndPin(CODE, Kadam.PIN);
      phone.at("nav.tabs").waitFor();
      assertNotEquals(before == null ? "" : before.value, phone.cookie("JSESSIONID").value);
    }
  }

  @Test
  @DisplayName("While her store is locked her session tells nobody more than whose it is")
  void a_locked_store_locks_the_session() {
    Caller caller = Caller.as(CODE);
    String own = caller.get("/api/me").json().getString("id");
    try (Handset phone = Handset.phone("en")) {
      phone.open().askToSignIn("shared");
      phone.giveNameAndPin(CODE, Kadam.PIN);
      phone.at("nav.tabs").waitFor();
      phone
          .page()
          .waitForCondition(() -> Integer.valueOf(200).equals(phone.page().evaluate(ASK, own)));
      phone.go("#/me");
      phone.at("main > button.btn.out").click();
      phone.at("#pin").waitFor();
      String told = (String) phone.page().evaluate("async () => (await fetch('/api/me')).text()");
      assertEquals("{\"id\":\"" + own + "\"}", told);
      assertEquals(401, phone.page().evaluate(ASK, own));
      for (String path : new String[] {"me/progress", "flags", "courses", "me/kept"}) {
        assertEquals(
            401, phone.page().evaluate("async p => (await fetch('/api/' + p)).status", path), path);
      }
      phone.openHers(Kadam.PIN);
      phone.at("nav.tabs").waitFor();
      assertEquals(200, phone.page().evaluate(ASK, own));
    }
  }

  @Test
  @DisplayName("Keycloak's own cookie lets her in on her phone; on a shared one everybody is asked")
  void remembered_or_asked() {
    Kadam.token(CODE);
    try (Handset phone = Handset.phone("en")) {
      phone.open().signIn(CODE);
      phone.forgetSession("JSESSIONID");
      phone.page().navigate(Kadam.app() + "/sign-in/own");
      phone.at("nav.tabs").waitFor();
    }
    try (Handset phone = Handset.phone("en")) {
      phone.open().askToSignIn("shared");
      phone.giveNameAndPin(CODE, Kadam.PIN);
      phone.at("nav.tabs").waitFor();
      phone.forgetSession("JSESSIONID");
      phone.page().navigate(Kadam.app() + "/sign-in/own");
      phone.giveAtKeycloak("KNT-017", Kadam.PIN);
      assertEquals(200, phone.page().evaluate("async () => (await fetch('/api/me')).status"));
      assertEquals(
          Caller.as("KNT-017").get("/api/me").json().getString("id"),
          phone.page().evaluate("async () => (await (await fetch('/api/me')).json()).id"));
    }
  }

  @Test
  @DisplayName("What is asked for another worker gets no answer in this one's session")
  void for_her_alone() {
    String other = Caller.as("KNT-017").get("/api/me").json().getString("id");
    String own = Caller.as(CODE).get("/api/me").json().getString("id");
    try (Handset phone = Handset.phone("en")) {
      phone.open().signIn(CODE);
      assertEquals(200, phone.page().evaluate(ASK, own));
      assertEquals(401, phone.page().evaluate(ASK, other));
      assertEquals(401, phone.page().evaluate(ASK, "nobody"));
    }
  }
}
