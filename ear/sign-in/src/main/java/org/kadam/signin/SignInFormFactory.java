package org.kadam.signin;

import java.util.Set;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.authenticators.browser.UsernamePasswordFormFactory;
import org.keycloak.models.KeycloakSession;

/** Makes the sign-in form known to Keycloak as {@code kadam-sign-in}. */
public final class SignInFormFactory extends UsernamePasswordFormFactory {
  /** The name by which the realm's browser flow calls it. */
  public static final String ID = "kadam-sign-in";

  @Override
  public Authenticator create(KeycloakSession session) {
    return new SignInForm();
  }

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public Set<String> getOptionalReferenceCategories(KeycloakSession session) {
    return Set.of();
  }

  @Override
  public String getDisplayType() {
    return "Worker id or phone number, and PIN";
  }

  @Override
  public String getHelpText() {
    return "Signs a worker in by worker id or phone number and a PIN of six digits.";
  }
}
