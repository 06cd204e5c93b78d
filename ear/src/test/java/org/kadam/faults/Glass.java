package org.kadam.faults;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A look into the database for a test that runs in Node: what was stored of some phones, past every
 * interface. {@code GET /?devices=<uuid>,<uuid>} answers {@code {events, quarantined}}.
 */
public final class Glass implements AutoCloseable {

  /** Where a connection comes from. */
  public interface Source {
    Connection connection() throws SQLException;
  }

  private static final String EVENTS =
      "select id, device, worker_id, type, seq, at, encode(content_hash, 'hex'), body::text"
          + " from event where device = any (?::uuid[]) order by device, seq";

  // What is quarantined is kept as it came; its device is in it, if anything is.
  private static final String QUARANTINED =
      "select q.reason from quarantine q, unnest(?::text[]) device"
          + " where position(device in q.raw) > 0";

  private final Source source;
  private final HttpServer server;
  private final ExecutorService serving = Executors.newFixedThreadPool(2);

  public Glass(Source source) throws IOException {
    this.source = source;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.setExecutor(serving);
    server.start();
  }

  public String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String devices = exchange.getRequestURI().getQuery().substring("devices=".length());
      byte[] seen;
      int status = 200;
      try {
        seen = seen(devices.split(",")).toString().getBytes(StandardCharsets.UTF_8);
      } catch (SQLException e) {
        status = 500;
        seen = e.toString().getBytes(StandardCharsets.UTF_8);
      }
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(status, seen.length);
      exchange.getResponseBody().write(seen);
    }
  }

  private JsonObject seen(String[] devices) throws SQLException {
    try (Connection connection = source.connection()) {
      JsonArrayBuilder events = Json.createArrayBuilder();
      try (PreparedStatement select = asking(connection, EVENTS, devices);
          ResultSet row = select.executeQuery()) {
        while (row.next()) {
          events.add(event(row));
        }
      }
      JsonArrayBuilder quarantined = Json.createArrayBuilder();
      try (PreparedStatement select = asking(connection, QUARANTINED, devices);
          ResultSet row = select.executeQuery()) {
        while (row.next()) {
          quarantined.add(row.getString(1));
        }
      }
      return Json.createObjectBuilder()
          .add("events", events)
          .add("quarantined", quarantined)
          .build();
    }
  }

  private static PreparedStatement asking(Connection connection, String sql, String[] devices)
      throws SQLException {
    PreparedStatement select = connection.prepareStatement(sql);
    select.setArray(1, connection.createArrayOf("text", devices));
    return select;
  }

  private static JsonObject event(ResultSet row) throws SQLException {
    var event =
        Json.createObjectBuilder()
            .add("id", row.getString(1))
            .add("device", row.getString(2))
            .add("worker", row.getString(3))
            .add("type", row.getString(4))
            .add("seq", row.getLong(5))
            .add("at", row.getObject(6, OffsetDateTime.class).toInstant().toString());
    String hash = row.getString(7);
    if (hash == null) {
      event.addNull("contentHash");
    } else {
      event.add("contentHash", hash);
    }
    try (var body = Json.createReader(new StringReader(row.getString(8)))) {
      return event.add("body", body.readObject()).build();
    }
  }

  @Override
  public void close() {
    server.stop(0);
    serving.shutdown();
  }
}
