package org.kadam.request.http;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/**
 * Names a request before anything looks at it, sign-in included, so that every line of the log says
 * to which request it belongs. The name comes from the proxy in front, if it gives a usable one.
 */
@WebListener
public class RequestId implements ServletRequestListener {

  /** The header in which the name comes and goes. */
  public static final String HEADER = "X-Request-Id";

  /** The field of the log. */
  static final String FIELD = "request";

  private static final String NAME = RequestId.class.getName();
  private static final String BEGAN = NAME + ".began";

  /** Long enough to be unique, and too long for a phone number. */
  private static final Pattern USABLE = Pattern.compile("[0-9A-Za-z_-]{16,64}");

  /** The request's name, or a new one where there is no request. */
  public static String current() {
    Object name = MDC.get(FIELD);
    return name == null ? UUID.randomUUID().toString() : name.toString();
  }

  static String of(ServletRequest request) {
    return (String) request.getAttribute(NAME);
  }

  /** When it began, in nanoseconds of the machine's own count. */
  static long began(ServletRequest request) {
    return (Long) request.getAttribute(BEGAN);
  }

  static String chosen(String given) {
    return given != null && USABLE.matcher(given).matches() ? given : UUID.randomUUID().toString();
  }

  @Override
  public void requestInitialized(ServletRequestEvent event) {
    ServletRequest request = event.getServletRequest();
    String name =
        chosen(request instanceof HttpServletRequest http ? http.getHeader(HEADER) : null);
    request.setAttribute(NAME, name);
    request.setAttribute(BEGAN, System.nanoTime());
    MDC.put(FIELD, name);
  }

  @Override
  public void requestDestroyed(ServletRequestEvent event) {
    MDC.remove(FIELD);
  }
}
