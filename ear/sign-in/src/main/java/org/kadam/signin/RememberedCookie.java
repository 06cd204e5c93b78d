package org.kadam.signin;

import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.browser.CookieAuthenticator;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.managers.AuthenticationManager.AuthResult;

/**
 * Lets in by Keycloak's own cookie whoever is remembered, which is on her own phone alone. On a
 * shared phone the cookie may be a colleague's: her session here ends when somebody comes to sign
 * in, and the form asks who it is.
 */
final class RememberedCookie extends CookieAuthenticator {

  @Override
  public void authenticate(AuthenticationFlowContext context) {
    KeycloakSession session = context.getSession();
    AuthResult known =
        AuthenticationManager.authenticateIdentityCookie(session, context.getRealm(), true);
    if (known == null || known.session().isRememberMe()) {
      super.authenticate(context);
      return;
    }
    AuthenticationManager.backchannelLogout(session, known.session(), true);
    AuthenticationManager.expireIdentityCookie(session);
    context.attempted();
  }
}
