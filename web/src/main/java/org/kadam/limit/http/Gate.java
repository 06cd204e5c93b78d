package org.kadam.limit.http;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Lets through what is not too long and not too fast. Who is signed in has a pace of her own,
 * wherever she comes from; who is not shares that of the address, since a whole district may come
 * from one. Files of the front end are not counted.
 */
@WebFilter(
    urlPatterns = "/*",
    dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ERROR})
public class Gate extends HttpFilter {

  private static final long serialVersionUID = 1L;
  private static final int LONGEST_ADDRESS = 4096;
  private static final int LARGEST_HEADERS = 16 * 1024;

  @Inject
  @ConfigProperty(name = "KADAM_CALLS_A_MINUTE", defaultValue = "600")
  transient int callsAMinute;

  @Inject
  @ConfigProperty(name = "KADAM_STRANGERS_A_MINUTE", defaultValue = "1200")
  transient int strangersAMinute;

  private transient Pace callers;
  private transient Pace strangers;

  @Override
  public void init(FilterConfig config) {
    callers = new Pace(callsAMinute);
    strangers = new Pace(strangersAMinute);
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request.getDispatcherType() == DispatcherType.ERROR) {
      unknown(request, response);
    } else {
      int refused = refused(request, response);
      if (refused != 0) {
        response.sendError(refused);
        return;
      }
    }
    chain.doFilter(request, response);
  }

  /** The status with which a request is sent away, or 0. */
  private int refused(HttpServletRequest request, HttpServletResponse response) {
    String query = request.getQueryString();
    if (request.getRequestURI().length() + (query == null ? 0 : query.length()) > LONGEST_ADDRESS) {
      return 414;
    }
    if (headers(request) > LARGEST_HEADERS) {
      return 431;
    }
    String path = request.getServletPath();
    if (request.getUserPrincipal() != null) {
      return tooFast(callers, request.getUserPrincipal().getName(), response);
    }
    return path.startsWith("/health/")
            || path.startsWith("/sign-")
            || path.equals("/problem")
            || path.equals("/certificate")
        ? tooFast(strangers, request.getRemoteAddr(), response)
        : 0;
  }

  /** A request that nobody has signed in for is refused before this filter; its error comes by. */
  private void unknown(HttpServletRequest request, HttpServletResponse response) {
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    if (Integer.valueOf(401).equals(status)) {
      int refused = tooFast(strangers, request.getRemoteAddr(), response);
      if (refused != 0) {
        request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, refused);
      }
    }
  }

  private static int tooFast(Pace pace, String who, HttpServletResponse response) {
    long wait = pace.wait(who);
    if (wait == 0) {
      return 0;
    }
    response.setHeader("Retry-After", Long.toString(wait));
    return 429;
  }

  private static int headers(HttpServletRequest request) {
    int length = 0;
    for (String name : Collections.list(request.getHeaderNames())) {
      for (String value : Collections.list(request.getHeaders(name))) {
        length += name.length() + value.length() + 4;
      }
    }
    return length;
  }
}
