package org.kadam.health.http;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;

/**
 * The answers of MicroProfile Health on the application's own port: the server gives them on its
 * management port only, where a load balancer has no business.
 */
@WebServlet({"/health/live", "/health/ready"})
public class HealthPage extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final Logger LOG = Logger.getLogger(HealthPage.class.getName());

  @Inject @Any transient Instance<HealthCheck> checks;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean ready = request.getServletPath().endsWith("ready");
    Instance<HealthCheck> asked =
        ready
            ? checks.select(Readiness.Literal.INSTANCE)
            : checks.select(Liveness.Literal.INSTANCE);
    boolean up = true;
    JsonArrayBuilder answers = Json.createArrayBuilder();
    for (HealthCheck check : asked) {
      HealthCheckResponse answer = call(check);
      boolean well = answer.getStatus() == HealthCheckResponse.Status.UP;
      up &= well;
      JsonObjectBuilder told =
          Json.createObjectBuilder().add("name", answer.getName()).add("status", word(well));
      answer.getData().map(HealthPage::data).ifPresent(data -> told.add("data", data));
      answers.add(told);
    }
    response.setStatus(up ? 200 : 503);
    response.setContentType("application/json");
    response.setHeader("Cache-Control", "no-store");
    response
        .getOutputStream()
        .write(
            Json.createObjectBuilder()
                .add("status", word(up))
                .add("checks", answers)
                .build()
                .toString()
                .getBytes(StandardCharsets.UTF_8));
  }

  private static HealthCheckResponse call(HealthCheck check) {
    try {
      return check.call();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, e, () -> "A health check failed");
      return HealthCheckResponse.down("unforeseen");
    }
  }

  private static JsonObjectBuilder data(Map<String, Object> data) {
    JsonObjectBuilder object = Json.createObjectBuilder();
    new TreeMap<>(data).forEach((key, value) -> object.add(key, value.toString()));
    return object;
  }

  private static String word(boolean up) {
    return up ? "UP" : "DOWN";
  }
}
