package org.kadam.signin;

import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.authenticators.browser.CookieAuthenticatorFactory;
import org.keycloak.models.KeycloakSession;

/** Makes the cookie of those who are remembered known to Keycloak as {@code kadam-remembered}. */
public final class RememberedCookieFactory extends CookieAuthenticatorFactory {
  /** The name by which the realm's browser flow calls it. */
  public static final String ID = "kadam-remembered";

  @Override
  public Authenticator create(KeycloakSession session) {
    return new RememberedCookie();
  }

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public String getDisplayType() {
    return "Remembered on her own phone";
  }

  @Override
  public String getHelpText() {
    return "Lets in by the cookie whoever is remembered; ends any other session.";
  }
}
