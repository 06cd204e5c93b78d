package org.kadam.signin;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.Response;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.browser.CookieAuthenticator;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.managers.AuthenticationManager.AuthResult;
import org.keycloak.services.managers.AuthenticationSessionManager;

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
    if (context.getHttpRequest().getHttpMethod().equals(HttpMethod.GET)) {
      // this attempt bears the ended session's id and would be thrown away with it: begin anew
      new AuthenticationSessionManager(session)
          .removeAuthenticationSession(
              context.getRealm(), context.getAuthenticationSession(), true);
      context.forceChallenge(Response.seeOther(context.getUriInfo().getRequestUri()).build());
    } else {
      context.attempted();
    }
  }
}
