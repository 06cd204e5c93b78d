package org.kadam.session.http;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import org.kadam.problem.Kind;
import org.kadam.problem.Problem;
import org.kadam.worker.control.CurrentWorker;

/**
 * On a shared phone the session may be a colleague's. What a screen asks for the worker on it, it
 * asks with her id in the header {@code Kadam-For}, and in another's session it gets no answer: it
 * is as if nobody were signed in.
 */
@Provider
@Priority(Priorities.AUTHORIZATION)
public class ForHerAlone implements ContainerRequestFilter {

  static final String HEADER = "Kadam-For";

  @Inject private CurrentWorker current;

  @Override
  public void filter(ContainerRequestContext request) {
    String worker = request.getHeaderString(HEADER);
    if (worker != null && !worker.equals(current.id().toString())) {
      throw new Problem(Kind.SIGNED_OUT, HEADER, "Somebody else is signed in");
    }
  }
}
