package org.kadam.it;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A request written by hand, for what no client of good manners would send. */
public final class Raw {

  /** What came back, or nothing where the line was cut: status 0. */
  public record Answer(int status, String head, String body) {

    public String problem() {
      return head.contains("application/problem+json")
          ? body.replaceAll("(?s).*\"urn:kadam:problem:([a-z-]+)\".*", "$1")
          : "";
    }

    @Override
    public String toString() {
      return status + " " + body.substring(0, Math.min(300, body.length()));
    }
  }

  private final URI app;
  private final String token;

  /**
   * @param token a bearer token, or null for a stranger
   */
  public Raw(String app, String token) {
    this.app = URI.create(app);
    this.token = token;
  }

  /** Sends a request with these lines after the usual ones; each line ends with CR LF. */
  public Answer ask(String method, String path, String lines, byte[] body) {
    String head =
        method
            + " "
            + path
            + " HTTP/1.1\r\nHost: "
            + app.getAuthority()
            + "\r\n"
            + (token == null ? "" : "Authorization: Bearer " + token + "\r\n")
            + "Connection: close\r\n"
            + lines
            + "\r\n";
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
    all.writeBytes(body);
    return send(all.toByteArray());
  }

  /** A request with a body as it is. */
  public Answer send(String method, String path, String type, byte[] body, String more) {
    String lines = "Content-Type: " + type + "\r\nContent-Length: " + body.length + "\r\n" + more;
    return ask(method, path, lines, body);
  }

  /** Sends bytes and reads until the other end closes. */
  public Answer send(byte[] request) {
    try (Socket socket = new Socket(app.getHost(), app.getPort())) {
      socket.setSoTimeout(30_000);
      Thread sending = new Thread(() -> write(socket, request), "raw request");
      sending.setDaemon(true);
      sending.start();
      return read(socket.getInputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The other end may answer and close before all is sent; what it said counts. */
  private static void write(Socket socket, byte[] request) {
    try {
      socket.getOutputStream().write(request);
      socket.getOutputStream().flush();
    } catch (IOException e) {
      // It has heard enough.
    }
  }

  private static Answer read(InputStream from) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try {
      from.transferTo(all);
    } catch (IOException e) {
      // Cut off; what came before counts.
    }
    String text = all.toString(StandardCharsets.UTF_8);
    int end = text.indexOf("\r\n\r\n");
    if (end < 0) {
      return new Answer(0, text, "");
    }
    return new Answer(
        Integer.parseInt(text.split(" ", 3)[1]), text.substring(0, end), text.substring(end + 4));
  }
}
