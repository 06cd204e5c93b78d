package org.kadam.it;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What a proxy does in front of two nodes, for clients that send everything through it: what goes
 * to Kadam's public address is dealt out in turn, to whoever takes a connection; anything else goes
 * where it says. Nothing is sticky. A node that breaks off in the middle of an answer is a 502.
 */
public final class RoundRobin implements AutoCloseable {

  private final ServerSocket listening;
  private final int open;
  private final List<Integer> nodes;
  private final AtomicInteger turn = new AtomicInteger();
  private final Map<Integer, AtomicInteger> answered = new ConcurrentHashMap<>();

  /**
   * @param open the port of the public address
   * @param nodes the ports of the nodes
   */
  public RoundRobin(int open, List<Integer> nodes) throws IOException {
    this.open = open;
    this.nodes = List.copyOf(nodes);
    listening = new ServerSocket(0, 64, InetAddress.getLoopbackAddress());
    Thread accepting = new Thread(this::accept, "round robin");
    accepting.setDaemon(true);
    accepting.start();
  }

  public InetSocketAddress address() {
    return (InetSocketAddress) listening.getLocalSocketAddress();
  }

  /** How many requests this node has answered. */
  public int answered(int node) {
    return answered.getOrDefault(node, new AtomicInteger()).get();
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket client = listening.accept();
        Thread serving = new Thread(() -> serve(client), "round robin connection");
        serving.setDaemon(true);
        serving.start();
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      InputStream from = client.getInputStream();
      List<String> head = head(from);
      if (head.isEmpty()) {
        return;
      }
      String[] words = head.get(0).split(" ");
      URI uri = URI.create(words[1]);
      String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
      String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
      StringBuilder asked = new StringBuilder(words[0] + " " + path + query + " HTTP/1.1\r\n");
      int length = 0;
      for (String line : head.subList(1, head.size())) {
        String lower = line.toLowerCase(Locale.ROOT);
        if (lower.startsWith("content-length:")) {
          length = Integer.parseInt(line.substring(15).trim());
        }
        if (!lower.startsWith("connection:") && !lower.startsWith("proxy-")) {
          asked.append(line).append("\r\n");
        }
      }
      asked.append("Connection: close\r\n\r\n");
      ByteArrayOutputStream request = new ByteArrayOutputStream();
      request.write(asked.toString().getBytes(StandardCharsets.ISO_8859_1));
      request.write(from.readNBytes(length));
      pass(uri.getPort(), request.toByteArray(), client.getOutputStream());
    } catch (IOException e) {
      // The client went away; it knows.
    }
  }

  private void pass(int port, byte[] request, OutputStream to) throws IOException {
    byte[] answer = null;
    try (Socket server = connect(port)) {
      server.getOutputStream().write(request);
      server.getOutputStream().flush();
      answer = server.getInputStream().readAllBytes();
      answered.computeIfAbsent(server.getPort(), p -> new AtomicInteger()).incrementAndGet();
    } catch (IOException e) {
      answer = null;
    }
    if (answer == null || !whole(answer)) {
      answer =
          "HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
              .getBytes(StandardCharsets.ISO_8859_1);
    }
    to.write(answer);
    to.flush();
  }

  /** Whether a head has come; a body that is cut short is seen by its length. */
  private static boolean whole(byte[] answer) {
    return new String(answer, StandardCharsets.ISO_8859_1).contains("\r\n\r\n");
  }

  private Socket connect(int port) throws IOException {
    if (port != open) {
      return new Socket(InetAddress.getLoopbackAddress(), port);
    }
    for (int tries = 0; tries < nodes.size(); tries++) {
      int node = nodes.get(Math.floorMod(turn.getAndIncrement(), nodes.size()));
      try {
        return new Socket(InetAddress.getLoopbackAddress(), node);
      } catch (ConnectException e) {
        // dead: the next one
      }
    }
    throw new ConnectException("no node");
  }

  private static List<String> head(InputStream from) throws IOException {
    List<String> lines = new ArrayList<>();
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int c = from.read(); c >= 0; c = from.read()) {
      if (c != '\n') {
        line.write(c);
        continue;
      }
      String text = line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
      if (text.isEmpty()) {
        return lines;
      }
      lines.add(text);
      line.reset();
    }
    return lines;
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }
}
