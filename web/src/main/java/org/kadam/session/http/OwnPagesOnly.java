package org.kadam.session.http;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.util.Set;
import org.kadam.problem.Kind;
import org.kadam.problem.Problem;

/**
 * Keeps other sites from acting in a worker's session: a change needs the header {@code X-Kadam},
 * which a foreign page cannot send, and an {@code Origin}, if given, of our own. A bearer token is
 * no session and needs neither.
 */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class OwnPagesOnly implements ContainerRequestFilter {

  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  @Override
  public void filter(ContainerRequestContext request) {
    if (SAFE.contains(request.getMethod())
        || request.getHeaderString(HttpHeaders.AUTHORIZATION) != null) {
      return;
    }
    if (request.getHeaderString("X-Kadam") == null) {
      throw new Problem(
          Kind.FORBIDDEN, "X-Kadam", "A change in a session needs the header X-Kadam");
    }
    String origin = request.getHeaderString("Origin");
    if (origin != null && !origin.equals(origin(request.getUriInfo().getBaseUri()))) {
      throw new Problem(Kind.FORBIDDEN, "Origin", "A change may only come from Kadam's own pages");
    }
  }

  private static String origin(URI base) {
    String port = base.getPort() < 0 ? "" : ":" + base.getPort();
    return base.getScheme() + "://" + base.getHost() + port;
  }
}
