package org.kadam.problem.http;

import jakarta.ejb.EJBAccessException;
import jakarta.json.JsonException;
import jakarta.json.bind.JsonbException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.kadam.problem.Kind;
import org.kadam.problem.Problem;
import org.kadam.request.http.RequestId;

/**
 * Whatever else comes up. The platform's own refusals get their named kind; anything truly
 * unforeseen becomes a 500 that carries the log's id and nothing of the inside.
 */
@Provider
public class UnforeseenMapper implements ExceptionMapper<Throwable> {

  private static final Logger LOG = Logger.getLogger(UnforeseenMapper.class.getName());

  @Override
  public Response toResponse(Throwable thrown) {
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      if (t instanceof Problem problem) {
        return ProblemBody.of(problem).response();
      }
      if (t instanceof ConstraintViolationException violations) {
        return new ViolationMapper().toResponse(violations);
      }
      if (t instanceof EJBAccessException) {
        return ProblemBody.of(Kind.FORBIDDEN, "This needs another role.").response();
      }
      if (t instanceof JsonbException || t instanceof JsonException) {
        return ProblemBody.of(Kind.INVALID, "The body is not the JSON that is expected.")
            .response();
      }
    }
    if (thrown instanceof WebApplicationException refused) {
      return refused(refused);
    }
    if (thrown instanceof ProcessingException) {
      return ProblemBody.of(Kind.INVALID, "The body could not be read.").response();
    }
    String id = RequestId.current();
    LOG.log(Level.SEVERE, thrown, () -> "Unforeseen, id " + id);
    return ProblemBody.unforeseen(id).response();
  }

  private static Response refused(WebApplicationException refused) {
    int status = refused.getResponse().getStatus();
    for (Kind kind : Kind.values()) {
      if (kind.status() == status && kind != Kind.UNFORESEEN) {
        return ProblemBody.of(kind, kind.title() + ".").response();
      }
    }
    if (status < 400) {
      return refused.getResponse();
    }
    return ProblemBody.of(status < 500 ? Kind.INVALID : Kind.BUSY, "The request was refused.")
        .response();
  }
}
