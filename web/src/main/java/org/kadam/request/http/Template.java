package org.kadam.request.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;

/**
 * What was asked for, without the ids of people: {@code /api/workers/{id}/first-pin}. An address
 * that leads nowhere has no template of its own, so that nobody can fill the figures with his.
 */
@Provider
public class Template implements ContainerRequestFilter {

  private static final String NAME = Template.class.getName();
  private static final Set<String> PAGES =
      Set.of("/sign-in", "/sign-out", "/health/live", "/health/ready", "/openapi");

  @Context private ResourceInfo resource;
  @Context private HttpServletRequest request;

  @Override
  public void filter(ContainerRequestContext context) {
    Path type = resource.getResourceClass().getAnnotation(Path.class);
    Path method = resource.getResourceMethod().getAnnotation(Path.class);
    request.setAttribute(NAME, "/api" + part(type) + part(method));
  }

  static String of(HttpServletRequest request, int status) {
    Object known = request.getAttribute(NAME);
    if (known != null) {
      return known.toString();
    }
    String path = request.getRequestURI();
    if (PAGES.contains(path)) {
      return path;
    }
    if (path.startsWith("/certificate/")) {
      return "/certificate/{code}";
    }
    return status < 400 && !path.startsWith("/api") ? "file" : "other";
  }

  static String part(Path path) {
    if (path == null || path.value().isEmpty()) {
      return "";
    }
    // A pattern after the parameter's name says nothing to who reads a figure.
    String plain = path.value().replaceAll("\\{\\s*(\\w+)\\s*(?::[^/]*)?}", "{$1}");
    return plain.startsWith("/") ? plain : "/" + plain;
  }
}
