package org.kadam.problem.http;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.kadam.problem.Kind;
import org.kadam.request.http.RequestId;

/**
 * What the server refuses before a resource sees it (no sign-in, no such address): the same problem
 * document as from the inside; for a person's browser outside of the interface, the way back to the
 * shell.
 */
@WebServlet("/problem")
public class ProblemPage extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final Jsonb JSON = JsonbBuilder.create();

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Object error = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    int status = error instanceof Integer code ? code : 404;
    Object uri = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    boolean person =
        uri instanceof String path
            && !path.startsWith(request.getContextPath() + "/api")
            && String.valueOf(request.getHeader("Accept")).contains("text/html");
    response.setStatus(status);
    response.setHeader("Cache-Control", "no-store");
    if (person) {
      response.setContentType("text/html;charset=UTF-8");
      response
          .getOutputStream()
          .write(
              PAGE.replace("{home}", request.getContextPath() + "/")
                  .getBytes(StandardCharsets.UTF_8));
      return;
    }
    response.setContentType(ProblemBody.MEDIA_TYPE.toString());
    Kind kind = kind(status);
    response
        .getOutputStream()
        .write(
            JSON.toJson(
                    kind == Kind.UNFORESEEN
                        ? ProblemBody.unforeseen(RequestId.current())
                        : ProblemBody.of(kind, kind.title() + "."))
                .getBytes(StandardCharsets.UTF_8));
  }

  private static Kind kind(int status) {
    for (Kind kind : Kind.values()) {
      if (kind.status() == status) {
        return kind;
      }
    }
    return status < 500 ? Kind.INVALID : Kind.UNFORESEEN;
  }

  private static final String PAGE =
      """
      <!doctype html><html lang="hi"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
      <title>Kadam</title><body><h1>कदम · Kadam</h1>
      <p>यह पन्ना अभी नहीं खुल रहा। आपका काम फ़ोन में रखा है।</p>
      <p lang="lo">ໜ້ານີ້ຍັງເປີດບໍ່ໄດ້. ວຽກຂອງທ່ານຍັງຢູ່ໃນໂທລະສັບ.</p>
      <p lang="en">This page does not open right now. Your work is kept on the phone.</p>
      <p><a href="{home}">कदम खोलें · <span lang="lo">ເປີດ Kadam</span> · <span lang="en">Open Kadam</span></a></p>
      """;
}
