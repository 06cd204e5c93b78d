package org.kadam.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kadam.it.Kadam;

/** On a shared phone, out must be out. */
@ExtendWith(Chromium.class)
class SignOutIT {

  private static final String WHO =
      "async () => (await fetch('/api/me', {headers: {Accept: 'application/json'}})).status";

  @Test
  @DisplayName("Signing out ends the session here and at Keycloak")
  void out_at_both_ends() {
    Kadam.token("KNT-F1"); // the account is there
    try (Handset phone = Handset.phone("hi")) {
      phone.open();
      phone.at("main button[lang='hi']").click();
      phone.signIn("KNT-F1");
      assertEquals(200, phone.page().evaluate(WHO));
      phone.go("#/me");
      phone.at("main button").last().click();
      phone.at("dialog button").first().click();
      phone.at("#pin").waitFor();
      assertEquals(401, phone.page().evaluate(WHO));
      phone.page().navigate(Kadam.app() + "/sign-in");
      assertThat(phone.at("#username")).isVisible();
      assertTrue(phone.page().url().startsWith(Kadam.keycloak()), phone.page().url());
    }
  }
}
