package org.kadam.session.http;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.wildfly.security.http.oidc.OidcSecurityContext;

/**
 * Ends the session at both ends: here, and at Keycloak, which sends her back to the shell. Takes a
 * form's POST, so that a link on another page cannot sign anybody out.
 */
@WebServlet("/sign-out")
public class SignOut extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject
  @ConfigProperty(name = "KADAM_OIDC_URL", defaultValue = "http://localhost:8180/realms/kadam")
  transient String realm;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String home = home(request);
    String origin = request.getHeader("Origin");
    if (origin != null && !(origin + "/").equals(home)) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
      return;
    }
    HttpSession session = request.getSession(false);
    String hint = session == null ? null : idToken(request);
    if (session != null) {
      session.invalidate();
    }
    response.setHeader("Cache-Control", "no-store");
    goOn(response, hint == null ? home : keycloak(home, hint));
  }

  /**
   * A page that goes on by itself. Not a redirect: our own policy lets no form lead to another
   * origin, and Keycloak is one.
   */
  private static void goOn(HttpServletResponse response, String url) throws IOException {
    response.setContentType("text/html;charset=UTF-8");
    String safe = url.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
    response
        .getOutputStream()
        .write(
            ("<!doctype html><meta charset=utf-8><title>Kadam</title>"
                    + "<meta http-equiv=refresh content=\"0;url="
                    + safe
                    + "\"><a href=\""
                    + safe
                    + "\">कदम · Kadam</a>")
                .getBytes(StandardCharsets.UTF_8));
  }

  private static String idToken(HttpServletRequest request) {
    Object context = request.getAttribute(OidcSecurityContext.class.getName());
    if (context == null) {
      context = request.getSession().getAttribute(OidcSecurityContext.class.getName());
    }
    return context instanceof OidcSecurityContext oidc ? oidc.getIDTokenString() : null;
  }

  private static String home(HttpServletRequest request) {
    String url = request.getRequestURL().toString();
    return url.substring(0, url.length() - request.getServletPath().length()) + "/";
  }

  private String keycloak(String home, String hint) {
    return realm
        + "/protocol/openid-connect/logout?client_id=kadam-web&post_logout_redirect_uri="
        + URLEncoder.encode(home, StandardCharsets.UTF_8)
        + "&id_token_hint="
        + URLEncoder.encode(hint, StandardCharsets.UTF_8);
  }
}
