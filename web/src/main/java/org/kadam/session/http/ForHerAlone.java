package org.kadam.session.http;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.UUID;
import org.kadam.problem.Kind;
import org.kadam.problem.Problem;
import org.kadam.worker.control.CurrentWorker;

/**
 * On a shared phone the session may be a colleague's, or hers while her store is locked. What a
 * screen asks for the worker on it, it asks with her id in the header {@code Kadam-For}: in
 * another's session it gets no answer, as if nobody were signed in. And a session belongs to the
 * sealed store with which it was first used for her: without what lies in that store, in the cookie
 * {@code kadam-store} while it is open, nobody learns more of it than whose it is. Sealed events
 * and content pass, since they say nothing about her.
 */
@Provider
@Priority(Priorities.AUTHORIZATION)
public class ForHerAlone implements ContainerRequestFilter {

  static final String HEADER = "Kadam-For";
  static final String COOKIE = "kadam-store";
  private static final String ATTRIBUTE = ForHerAlone.class.getName();

  @Inject private CurrentWorker current;
  @Context private HttpServletRequest http;

  @Override
  public void filter(ContainerRequestContext request) {
    String worker = request.getHeaderString(HEADER);
    if (worker != null && !worker.equals(current.id().toString())) {
      throw new Problem(Kind.SIGNED_OUT, HEADER, "Somebody else is signed in");
    }
    HttpSession session = http.getSession(false);
    if (session == null || request.getHeaderString(HttpHeaders.AUTHORIZATION) != null) {
      return;
    }
    Cookie proof = request.getCookies().get(COOKIE);
    byte[] bound = (byte[]) session.getAttribute(ATTRIBUTE);
    if (bound == null) {
      if (worker != null && proof != null) {
        session.setAttribute(ATTRIBUTE, digest(proof.getValue()));
      }
    } else if (proof == null || !MessageDigest.isEqual(bound, digest(proof.getValue()))) {
      locked(request);
    }
  }

  private void locked(ContainerRequestContext request) {
    String asked = request.getMethod() + " " + request.getUriInfo().getPath().replaceAll("^/", "");
    if (asked.equals("GET me")) {
      request.abortWith(onlyWhose(current.id()));
    } else if (!asked.equals("POST events") && !asked.startsWith("GET packages/")) {
      throw new Problem(Kind.SIGNED_OUT, COOKIE, "Her store on this phone is locked");
    }
  }

  private static Response onlyWhose(UUID worker) {
    return Response.ok(
            Json.createObjectBuilder().add("id", worker.toString()).build().toString(),
            MediaType.APPLICATION_JSON_TYPE)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  private static byte[] digest(String proof) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(proof.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
