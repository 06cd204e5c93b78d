package org.kadam.it;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * An HTTP proxy between the browser and both servers, that counts what goes over the wire and can
 * be as slow as a village's network, or cut. One connection a request, so that every request is
 * seen; a page by itself does not see what its service worker fetches.
 */
public final class SlowProxy implements AutoCloseable {

  /** What went over the wire for one request: bytes of head and body, in each direction. */
  public record Exchange(String line, long sent, long received) {

    public long bytes() {
      return sent + received;
    }
  }

  private final ServerSocket listening;
  private final List<Exchange> exchanges = Collections.synchronizedList(new ArrayList<>());
  private volatile long latencyMillis;
  private volatile long bytesPerSecond;
  private volatile boolean cut;
  private long paidUntil;

  public SlowProxy() throws IOException {
    listening = new ServerSocket(0, 64, InetAddress.getLoopbackAddress());
    Thread accepting = new Thread(this::accept, "slow proxy");
    accepting.setDaemon(true);
    accepting.start();
  }

  public String address() {
    return "http://127.0.0.1:" + listening.getLocalPort();
  }

  /** Slow 3G: 400 ms before an answer begins, 400 kbit/s shared by all. */
  public SlowProxy slow3g() {
    latencyMillis = 400;
    bytesPerSecond = 50_000;
    return this;
  }

  /** As fast as the machine. */
  public SlowProxy fast() {
    latencyMillis = 0;
    bytesPerSecond = 0;
    return this;
  }

  /** No signal, or signal again. */
  public void cut(boolean now) {
    cut = now;
  }

  public List<Exchange> exchanges() {
    synchronized (exchanges) {
      return List.copyOf(exchanges);
    }
  }

  public void forget() {
    exchanges.clear();
  }

  public long bytes() {
    return exchanges().stream().mapToLong(Exchange::bytes).sum();
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket browser = listening.accept();
        Thread serving = new Thread(() -> serve(browser), "slow proxy connection");
        serving.setDaemon(true);
        serving.start();
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket browser) {
    try (browser) {
      InputStream from = browser.getInputStream();
      List<String> head = head(from);
      if (head.isEmpty() || cut) {
        return;
      }
      String[] words = head.get(0).split(" ");
      if (words[0].equals("CONNECT")) {
        return; // the browser calls its maker; our servers speak plain HTTP here
      }
      URI uri = URI.create(words[1]);
      String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
      String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
      StringBuilder asked = new StringBuilder(words[0] + " " + path + query + " HTTP/1.1\r\n");
      int length = 0;
      for (String line : head.subList(1, head.size())) {
        String lower = line.toLowerCase(java.util.Locale.ROOT);
        if (lower.startsWith("content-length:")) {
          length = Integer.parseInt(line.substring(15).trim());
        }
        if (!lower.startsWith("connection:") && !lower.startsWith("proxy-")) {
          asked.append(line).append("\r\n");
        }
      }
      asked.append("Connection: close\r\n\r\n");
      byte[] body = from.readNBytes(length);
      long sent = asked.length() + body.length;
      pay(sent);
      Thread.sleep(latencyMillis);
      try (Socket server = new Socket(uri.getHost(), uri.getPort() < 0 ? 80 : uri.getPort())) {
        server.getOutputStream().write(asked.toString().getBytes(StandardCharsets.ISO_8859_1));
        server.getOutputStream().write(body);
        server.getOutputStream().flush();
        long received = relay(server.getInputStream(), browser.getOutputStream());
        exchanges.add(new Exchange(words[0] + " " + uri.getPort() + path, sent, received));
      }
    } catch (IOException e) {
      // The browser or the server went away; the other side sees it by itself.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private long relay(InputStream from, OutputStream to) throws IOException, InterruptedException {
    byte[] buffer = new byte[4096];
    long sum = 0;
    for (int n = from.read(buffer); n >= 0 && !cut; n = from.read(buffer)) {
      pay(n);
      to.write(buffer, 0, n);
      to.flush();
      sum += n;
    }
    return sum;
  }

  /** Waits for as long as these bytes take on the shared line. */
  private void pay(long bytes) throws InterruptedException {
    if (bytesPerSecond == 0) {
      return;
    }
    long wait;
    synchronized (this) {
      long now = System.nanoTime();
      paidUntil = Math.max(paidUntil, now) + bytes * 1_000_000_000L / bytesPerSecond;
      wait = paidUntil - now;
    }
    Thread.sleep(wait / 1_000_000L, (int) (wait % 1_000_000L));
  }

  private static List<String> head(InputStream from) throws IOException {
    List<String> lines = new ArrayList<>();
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int c = from.read(); c >= 0; c = from.read()) {
      if (c == '\n') {
        String text = line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
        if (text.isEmpty()) {
          return lines;
        }
        lines.add(text);
        line.reset();
      } else {
        line.write(c);
      }
    }
    return lines;
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }
}
