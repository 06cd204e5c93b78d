package org.kadam.session.http;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.ext.Provider;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The server's session cookie ends with the browser. On somebody's own phone it is given anew, to
 * last, whenever the shell asks who is signed in; so 90 days count from the last use.
 */
@Provider
public class RememberedPhone implements ContainerResponseFilter {

  @Context private HttpServletRequest http;

  @jakarta.inject.Inject
  @ConfigProperty(name = "KADAM_COOKIE_SECURE", defaultValue = "false")
  private boolean secure;

  @jakarta.inject.Inject
  @ConfigProperty(name = "KADAM_COOKIE_NAME", defaultValue = "JSESSIONID")
  private String name;

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (!"me".equals(request.getUriInfo().getPath().replace("/", ""))
        || !"GET".equals(request.getMethod())
        || response.getStatus() != 200) {
      return;
    }
    HttpSession session = http.getSession(false);
    if (session == null || PhoneKind.of(session) != PhoneKind.OWN || http.getCookies() == null) {
      return;
    }
    Stream.of(http.getCookies())
        .filter(cookie -> cookie.getName().equals(name))
        .filter(cookie -> cookie.getValue().startsWith(session.getId()))
        .findFirst()
        .ifPresent(cookie -> response.getHeaders().add(HttpHeaders.SET_COOKIE, lasting(cookie)));
  }

  private NewCookie lasting(Cookie cookie) {
    return new NewCookie.Builder(name)
        .value(cookie.getValue())
        .path("/")
        .maxAge((int) PhoneKind.OWN.idle().toSeconds())
        .httpOnly(true)
        .secure(secure)
        .sameSite(NewCookie.SameSite.LAX)
        .build();
  }
}
