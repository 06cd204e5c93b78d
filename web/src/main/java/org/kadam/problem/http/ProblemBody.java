package org.kadam.problem.http;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.kadam.problem.Kind;
import org.kadam.problem.Problem;

/**
 * A problem as it goes over the wire (RFC 9457). {@code type} is what screens translate; {@code
 * field}, {@code problems} and {@code id} are there only where they say something.
 */
@JsonbPropertyOrder({"type", "title", "status", "detail", "field", "problems", "id"})
public record ProblemBody(
    String type,
    String title,
    int status,
    String detail,
    String field,
    List<Problem.Detail> problems,
    String id) {

  /** RFC 9457's media type. */
  public static final MediaType MEDIA_TYPE = new MediaType("application", "problem+json");

  static ProblemBody of(Kind kind, String detail) {
    return new ProblemBody(kind.urn(), kind.title(), kind.status(), detail, null, null, null);
  }

  static ProblemBody of(Problem problem) {
    Kind kind = problem.kind();
    return new ProblemBody(
        kind.urn(),
        kind.title(),
        kind.status(),
        problem.getMessage(),
        problem.field(),
        problem.details().isEmpty() ? null : problem.details(),
        null);
  }

  static ProblemBody unforeseen(String id) {
    Kind kind = Kind.UNFORESEEN;
    return new ProblemBody(
        kind.urn(), kind.title(), kind.status(), "Tell us the id, please.", null, null, id);
  }

  Response response() {
    return Response.status(status)
        .type(MEDIA_TYPE)
        .header("Cache-Control", "no-store")
        .entity(this)
        .build();
  }
}
