package org.kadam.launch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The three servers as one thing: started in the order that they need, ready when all answer. */
public final class Stack implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(6);

  private final Settings settings;
  private final Leftovers leftovers;
  private final Secrets secrets;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  private Database database;
  private Child keycloak;
  private Child server;
  private final List<Child> nodes = new CopyOnWriteArrayList<>();

  private Stack(Settings settings, Leftovers leftovers, Secrets secrets) {
    this.settings = settings;
    this.leftovers = leftovers;
    this.secrets = secrets;
  }

  /**
   * Starts all three and returns when Kadam can be used.
   *
   * @param tell is told about the progress, a line each
   * @throws CannotRun with one line that says what to do
   */
  public static Stack start(Settings settings, Consumer<String> tell)
      throws IOException, InterruptedException, SQLException {
    Leftovers leftovers = Leftovers.take(settings.data());
    Stack stack = new Stack(settings, leftovers, Secrets.in(settings.data()));
    Runtime.getRuntime().addShutdownHook(new Thread(stack::stop, "stop Kadam"));
    try {
      stack.go(tell);
      return stack;
    } catch (IOException | InterruptedException | SQLException | RuntimeException e) {
      stack.stop();
      throw e;
    }
  }

  /** What can be done with databases that have their tables, while no server runs on them. */
  interface Work {
    void run() throws IOException, SQLException;
  }

  /** Starts PostgreSQL, sees to it that Keycloak has made its tables, works, and stops. */
  static void withTables(Settings settings, Leftovers leftovers, Work work)
      throws IOException, InterruptedException, SQLException {
    Stack stack = new Stack(settings, leftovers, Secrets.in(settings.data()));
    Runtime.getRuntime().addShutdownHook(new Thread(stack::stop, "stop Kadam"));
    try {
      stack.free(settings.postgres(), "PostgreSQL", "kadam.postgres");
      stack.startDatabase();
      if (stack.needsRealm()) {
        stack.free(settings.keycloak(), "Keycloak", "kadam.keycloak");
        stack.keycloak = Keycloak.start(settings, stack.secrets);
        leftovers.note(stack.keycloak.handle());
        stack.waitForKeycloak();
        stack.keycloak.close();
        stack.keycloak = null;
      }
      work.run();
    } finally {
      stack.stop();
    }
  }

  private void go(Consumer<String> tell) throws IOException, InterruptedException, SQLException {
    free(settings.postgres(), "PostgreSQL", "kadam.postgres");
    free(settings.keycloak(), "Keycloak", "kadam.keycloak");
    free(settings.http(), "Kadam", "kadam.http");
    tell.accept("1/4  PostgreSQL starts");
    startDatabase();
    needsRealm();
    tell.accept("2/4  Keycloak starts (the first time it is optimized, which takes a minute)");
    keycloak = Keycloak.start(settings, secrets);
    leftovers.note(keycloak.handle());
    tell.accept("3/4  WildFly starts");
    startServer();
    tell.accept("4/4  Waiting until sign-in answers");
    waitForKeycloak();
  }

  /** Whether Keycloak has yet to make its tables and the realm; what it began is taken away. */
  private boolean needsRealm() throws SQLException {
    boolean needs = !database.hasRealm();
    if (needs) {
      // a start that was killed may have left half of the tables, and their lock
      database.empty("keycloak");
    }
    return needs;
  }

  /** Starts PostgreSQL (again). */
  public void startDatabase() throws IOException, SQLException {
    database = Database.start(settings);
    leftovers.note(database.process());
  }

  /** Starts WildFly (again) and waits until it is ready. */
  public void startServer() throws IOException, InterruptedException {
    server = Server.start(settings, secrets, "kadam");
    leftovers.note(server.handle());
    await(URI.create(local(settings.http()) + "/health/ready"), server);
  }

  /** A further node of Kadam's on the same database and the same Keycloak. */
  public final class Node implements AutoCloseable {
    private final Child child;
    private final int http;

    private Node(Child child, int http) {
      this.child = child;
      this.http = http;
    }

    /** Its own address, past any proxy. */
    public String url() {
      return local(http);
    }

    public ProcessHandle process() {
      return child.handle();
    }

    @Override
    public void close() {
      child.close();
    }
  }

  /**
   * Starts a further node and waits until it is ready.
   *
   * @param name unlike any other node's
   * @param http its port
   * @param offset what is added to its other ports
   * @param environment more of it, or other
   */
  public Node startNode(String name, int http, int offset, Map<String, String> environment)
      throws IOException, InterruptedException {
    Child child = Server.start(settings.node(http, offset, environment), secrets, name);
    leftovers.note(child.handle());
    nodes.add(child);
    await(URI.create(local(http) + "/health/ready"), child);
    return new Node(child, http);
  }

  private void waitForKeycloak() throws InterruptedException {
    await(
        URI.create(local(settings.keycloak()) + "/realms/kadam/.well-known/openid-configuration"),
        keycloak);
  }

  public Settings settings() {
    return settings;
  }

  /** The process of WildFly, for tests that kill it. */
  public ProcessHandle serverProcess() {
    return server.handle();
  }

  /** The process of PostgreSQL's postmaster, for tests that kill it. */
  public ProcessHandle databaseProcess() throws IOException {
    return database.process();
  }

  private String local(int port) {
    return "http://localhost:" + port;
  }

  private void await(URI uri, Child child) throws InterruptedException {
    Instant end = Instant.now().plus(PATIENCE);
    HttpRequest ask = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(5)).build();
    while (Instant.now().isBefore(end)) {
      try {
        if (http.send(ask, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
          return;
        }
      } catch (IOException e) {
        // not yet
      }
      if (!child.alive()) {
        throw child.died();
      }
      Thread.sleep(250);
    }
    throw new CannotRun(uri + " did not answer in time; see " + child.log());
  }

  private void free(int port, String whose, String setting) throws IOException {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getByName(settings.host()), port));
    } catch (java.net.BindException e) {
      throw new CannotRun(
          "Port %d, for %s, is taken. Free it, or choose another with -D%s=%d."
              .formatted(port, whose, setting, port + 1),
          e);
    }
  }

  private synchronized void stop() {
    nodes.forEach(Child::close);
    nodes.clear();
    if (server != null) {
      server.close();
      server = null;
    }
    if (keycloak != null) {
      keycloak.close();
      keycloak = null;
    }
    try {
      if (database != null) {
        database.close();
        database = null;
      }
      leftovers.close();
    } catch (IOException e) {
      System.err.println("PostgreSQL did not stop cleanly: " + e.getMessage());
    }
  }

  @Override
  public void close() {
    stop();
  }
}
