package org.kadam.problem.http;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import org.kadam.problem.Kind;
import org.kadam.problem.Problem;

/** A request whose shape is wrong: every field at once. */
@Provider
public class ViolationMapper implements ExceptionMapper<ConstraintViolationException> {

  @Override
  public Response toResponse(ConstraintViolationException violations) {
    List<Problem.Detail> details =
        violations.getConstraintViolations().stream()
            .map(v -> new Problem.Detail(0, 0, field(v), "invalid", v.getMessage()))
            .toList();
    String first = details.isEmpty() ? null : details.get(0).field();
    return ProblemBody.of(new Problem(Kind.INVALID, first, "A field is not as it must be", details))
        .response();
  }

  private static String field(ConstraintViolation<?> violation) {
    String last = null;
    for (Path.Node node : violation.getPropertyPath()) {
      last = node.getName();
    }
    return last;
  }
}
