package org.kadam.session.http;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * The way in: whoever arrives here has been through Keycloak, for the address is closed. The
 * session gets a new name, so that one which was known before is worth nothing, and the length that
 * fits the phone; then she is sent on to the shell, never to an address that the request names.
 */
@WebServlet({"/sign-in", "/sign-in/own", "/sign-in/shared"})
public class SignIn extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    PhoneKind kind = PhoneKind.at(request.getServletPath());
    request.getSession();
    request.changeSessionId();
    kind.mark(request.getSession());
    response.setHeader("Cache-Control", "no-store");
    response.sendRedirect(request.getContextPath() + "/");
  }
}
