package org.kadam.credential.http;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.kadam.credential.boundary.CheckCertificate;
import org.kadam.credential.control.PublicPage;

/** The public page of a certificate, for whoever was shown its code; nobody signs in for it. */
@WebServlet("/certificate/*")
public class CertificatePage extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject private transient CheckCertificate checkCertificate;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = request.getPathInfo();
    Optional<String> page = checkCertificate.page(path == null ? null : path.substring(1));
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Robots-Tag", "noindex, nofollow");
    if (page.isEmpty() && !String.valueOf(request.getHeader("Accept")).contains("text/html")) {
      response.sendError(404); // a program gets the same problem as everywhere
      return;
    }
    response.setStatus(page.isPresent() ? 200 : 404);
    response.setContentType("text/html;charset=UTF-8");
    response
        .getOutputStream()
        .write(page.orElseGet(PublicPage::ofNone).getBytes(StandardCharsets.UTF_8));
  }
}
