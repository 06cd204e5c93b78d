package org.kadam.problem.http;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.kadam.problem.Problem;

/** A problem that the house itself named. */
@Provider
public class ProblemMapper implements ExceptionMapper<Problem> {

  @Override
  public Response toResponse(Problem problem) {
    return ProblemBody.of(problem).response();
  }
}
