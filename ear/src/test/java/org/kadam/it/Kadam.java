package org.kadam.it;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.kadam.launch.Settings;
import org.kadam.launch.Stack;

/**
 * The real three servers, started once for all integration tests, on free ports of the loopback and
 * on a folder of their own. The demo districts are loaded, as in the one-command run.
 */
public final class Kadam {

  /** The PIN of the demo accounts that have chosen theirs. */
  public static final String PIN = "258036";

  /** Two keys for names, the second an older one, as after a change of keys. */
  public static final String NAME_KEYS =
      "2:c2Vjb25kLWthZGFtLW5hbWUta2V5LTAxMjM0NTY3ODk=,1:Zmlyc3Qta2FkYW0tbmFtZS1rZXktMDEyMzQ1Njc4OUE=";

  /** The accounts whose tokens tests ask for: made first, as the printed ones of the run. */
  private static final String ACCOUNTS =
      "KNT-017,KNT-F2,MZF-D1,MZF-D2,MZF-T1,KADAM-A1,HXY-005,HXY-H1,BKO-D1,KNT-001,KNT-F1,KNT-L1,KNT-B1,MSH-001,MSH-F1,KNT-018,HXY-006,KNT-019,KNT-020,KNT-021,HXY-007"
          + ",KNT-031,KNT-032,KNT-033,KNT-034,KNT-036,KNT-037,KNT-038,KNT-039,KNT-013,KNT-015,KNT-040,KNT-043,HXY-008,HXY-031,HXY-032"
          + ",SRY-029,SRY-F2,SRY-L1,PTH-006,PTH-H1";

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private static Stack stack;

  private Kadam() {}

  /** The running stack; started by the first test that asks. */
  public static synchronized Stack stack() {
    if (stack == null) {
      try {
        stack = start();
      } catch (IOException | SQLException e) {
        throw new IllegalStateException("The servers did not start", e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
    return stack;
  }

  /**
   * Whether the tests look at a stack that somebody runs already, for quick work on a test: {@code
   * -Dkadam.running=8080,8180,5433} names its ports of Kadam, Keycloak and PostgreSQL.
   */
  public static boolean attached() {
    return System.getProperty("kadam.running") != null;
  }

  private static String running(int which) {
    return System.getProperty("kadam.running").split(",")[which];
  }

  /**
   * The number of WildFly's process; {@code -Dkadam.server=} names it for one that runs already.
   */
  public static long serverProcess() {
    return attached() ? Long.getLong("kadam.server") : stack().serverProcess().pid();
  }

  /** The folder with the data and the logs of the stack. */
  public static Path data() {
    return attached()
        ? Path.of(System.getProperty("kadam.secrets")).toAbsolutePath().getParent()
        : stack().settings().data();
  }

  /** Kadam's address, without a slash at the end. */
  public static String app() {
    return attached() ? "http://localhost:" + running(0) : stack().settings().url();
  }

  /** Keycloak's address, without a slash at the end. */
  public static String keycloak() {
    return attached() ? "http://localhost:" + running(1) : stack().settings().keycloakUrl();
  }

  /** PostgreSQL's port. */
  public static int postgres() {
    return attached() ? Integer.parseInt(running(2)) : stack().settings().postgres();
  }

  /** A connection to Kadam's own database, to look at what was stored. */
  public static Connection database() throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + postgres() + "/kadam", "kadam", "kadam");
  }

  /** What the database answers to a question about one value: the first it finds, or null. */
  public static String ask(String sql, String value) {
    try (Connection connection = database();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, value);
      try (ResultSet result = statement.executeQuery()) {
        return result.next() ? result.getString(1) : null;
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A bearer token for a demo account, got as a script would; waits until the account is made. */
  public static String token(String code) {
    Instant end = Instant.now().plus(PATIENCE);
    String answer = "";
    while (Instant.now().isBefore(end)) {
      answer = askForToken(code);
      Matcher token = TOKEN.matcher(answer);
      if (token.find()) {
        return token.group(1);
      }
      pause();
    }
    throw new IllegalStateException("No token for " + code + ": " + answer);
  }

  /** Whether somebody can sign in just now, without waiting for her account. */
  public static boolean canSignIn(String code) {
    return TOKEN.matcher(askForToken(code)).find();
  }

  private static String askForToken(String code) {
    String form =
        "grant_type=password&client_id=kadam-tools&username="
            + URLEncoder.encode(code, StandardCharsets.UTF_8)
            + "&password="
            + PIN;
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(keycloak() + "/realms/kadam/protocol/openid-connect/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    try {
      return HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body();
    } catch (IOException e) {
      return e.toString();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(500);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static Stack start() throws IOException, InterruptedException, SQLException {
    Path root = Path.of(System.getProperty("root")).toAbsolutePath();
    Path data = root.resolve("ear/target/it-data");
    delete(data);
    int http = freePort();
    int keycloak = freePort();
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("KADAM_DEMO", "true");
    environment.put("KADAM_DEMO_PIN", PIN);
    environment.put("KADAM_DEMO_ACCOUNTS", ACCOUNTS);
    environment.put("KADAM_DEMO_OTHER_ACCOUNTS", "false");
    environment.put("KADAM_NAME_KEYS", NAME_KEYS);
    environment.put("KADAM_LOG_REQUESTS", System.getProperty("kadam.log.requests", "DEBUG"));
    // What is tested with few callers is not how fast one may ask; LimitsIT is about that.
    environment.put("KADAM_CALLS_A_MINUTE", "1000000");
    environment.put("KADAM_STRANGERS_A_MINUTE", "1000000");
    return Stack.start(
        new Settings(
            root.resolve("ear/target"),
            root.resolve("ear/sign-in"),
            data,
            "127.0.0.1",
            http,
            keycloak,
            freePort(),
            offset(),
            "http://localhost:" + http,
            "http://localhost:" + keycloak,
            environment),
        line -> System.out.println("[servers] " + line));
  }

  /** A port that nobody listens on just now. */
  public static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** An offset at which the server's management and cluster ports are free. */
  private static int offset() throws IOException {
    // From anywhere, since another build may be looking at this moment.
    int first = 2000 + ThreadLocalRandom.current().nextInt(20_000);
    for (int offset = first; offset < 30000; offset += 137) {
      if (free(9990 + offset) && free(7600 + offset) && free(57600 + offset % 7000)) {
        return offset;
      }
    }
    throw new IOException("No free ports");
  }

  private static boolean free(int port) {
    try (ServerSocket socket = new ServerSocket(port)) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }
}
