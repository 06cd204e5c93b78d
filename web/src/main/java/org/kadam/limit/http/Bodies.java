package org.kadam.limit.http;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.kadam.json.StrictJson;
import org.kadam.problem.Kind;
import org.kadam.problem.Problem;

/**
 * Bounds every body before a resource reads it: its time, its bytes, and what JSON may hold. A
 * resource that reads the bytes by itself has limits of its own as well. Comes after the role has
 * been looked at, so that who may not send at all learns nothing of sizes.
 */
@Provider
@Priority(Priorities.ENTITY_CODER)
public class Bodies implements ContainerRequestFilter {

  /** The most bytes of JSON that a resource gets as an object. */
  static final int LARGEST_JSON = 64 * 1024;

  /** The most bytes of what a resource reads by itself; far below where the server cuts off. */
  static final int LARGEST = 32 * 1024 * 1024;

  private static final Set<Class<?>> RAW = Set.of(InputStream.class, byte[].class);

  @Context private ResourceInfo resource;

  @Override
  public void filter(ContainerRequestContext request) throws IOException {
    if (!request.hasEntity()) {
      return;
    }
    String encoding = request.getHeaderString(HttpHeaders.CONTENT_ENCODING);
    if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
      throw new Problem(
          Kind.MEDIA_TYPE, HttpHeaders.CONTENT_ENCODING, "A body comes as it is, not compressed");
    }
    int largest = raw() ? LARGEST : LARGEST_JSON;
    if (request.getLength() > largest) {
      throw new Problem(Kind.TOO_LARGE, "A body has at most " + largest / 1024 + " KB here");
    }
    InputStream body = new BoundedBody(request.getEntityStream(), largest);
    MediaType type = request.getMediaType();
    if (!raw() && type != null && type.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
      byte[] bytes = body.readAllBytes();
      // Nothing at all is for the resource to judge: some are asked to do a thing, without a word.
      if (bytes.length > 0) {
        StrictJson.object(bytes);
      }
      body = new ByteArrayInputStream(bytes);
    }
    request.setEntityStream(body);
  }

  private boolean raw() {
    for (Class<?> parameter : resource.getResourceMethod().getParameterTypes()) {
      if (RAW.contains(parameter)) {
        return true;
      }
    }
    return false;
  }
}
