package org.kadam.request.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/**
 * Puts the request's name into the answer, and counts the answer by method, template and status:
 * nothing in it says who asked or about whom. What sign-in refuses comes by here on its way to the
 * problem page.
 */
@WebFilter(
    urlPatterns = "/*",
    dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ERROR},
    asyncSupported = true)
public class Answered implements Filter {

  private static final Logger LOG = Logger.getLogger("org.kadam.request");
  private static final String COUNTED = Answered.class.getName();
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  @Inject private MeterRegistry figures;

  /** What is counted together. There are as many as we have templates, methods and statuses. */
  private record Kind(String method, String template, int status) {}

  private final Map<Kind, Timer> answers = new ConcurrentHashMap<>();

  @Override
  public void doFilter(ServletRequest asked, ServletResponse given, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest request = (HttpServletRequest) asked;
    HttpServletResponse response = (HttpServletResponse) given;
    if (!response.isCommitted()) {
      response.setHeader(RequestId.HEADER, RequestId.of(request));
    }
    boolean whole = false;
    try {
      chain.doFilter(request, response);
      whole = true;
    } finally {
      if (request.getAttribute(COUNTED) == null) {
        request.setAttribute(COUNTED, true);
        count(request, whole ? response.getStatus() : 500);
      }
    }
  }

  private void count(HttpServletRequest request, int status) {
    String method = METHODS.contains(request.getMethod()) ? request.getMethod() : "other";
    boolean error = request.getDispatcherType() == DispatcherType.ERROR;
    Object refused = error ? request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) : null;
    int said = refused instanceof Integer code ? code : status;
    String template = error ? "other" : Template.of(request, said);
    Duration took = Duration.ofNanos(System.nanoTime() - RequestId.began(request));
    answers.computeIfAbsent(new Kind(method, template, said), kind -> timer(kind)).record(took);
    tell(method, template, said, took.toMillis());
  }

  private Timer timer(Kind kind) {
    return figures.timer(
        "kadam.requests",
        Tags.of(
            "method", kind.method(), "template", kind.template(), "status", "" + kind.status()));
  }

  private static void tell(String method, String template, int status, long millis) {
    Logger.Level level = status >= 500 ? Logger.Level.WARN : Logger.Level.DEBUG;
    if (!LOG.isEnabled(level)) {
      return;
    }
    MDC.put("status", "" + status);
    MDC.put("template", template);
    MDC.put("millis", "" + millis);
    try {
      LOG.logf(level, "%s %s answered %d after %d ms", method, template, status, millis);
    } finally {
      MDC.remove("status");
      MDC.remove("template");
      MDC.remove("millis");
    }
  }
}
