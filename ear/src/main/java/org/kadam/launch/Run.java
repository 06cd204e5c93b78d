package org.kadam.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;

/** The one command: everything up, where to go, who to be, and everything down again on Ctrl-C. */
public final class Run {

  private Run() {}

  /** Runs until the process is told to stop. */
  public static void main(String[] arguments) throws InterruptedException {
    Instant began = Instant.now();
    try {
      Path root = Path.of(System.getProperty("root", ".")).toAbsolutePath().normalize();
      Settings settings = Settings.ofProperties(root);
      if (System.getProperty("fresh") != null) {
        delete(settings.data());
      }
      Stack.start(settings, line -> System.out.println("  " + line));
      System.out.print(welcome(settings, Duration.between(began, Instant.now())));
    } catch (CannotRun e) {
      System.err.println("\nKadam cannot run: " + e.getMessage() + "\n");
      System.exit(1);
    } catch (IOException | SQLException e) {
      System.err.println("\nKadam cannot run: " + e + "\n");
      System.exit(1);
    }
    Thread.currentThread().join();
  }

  private static String welcome(Settings settings, Duration took) {
    StringBuilder out = new StringBuilder();
    out.append("\n  Kadam is ready after ").append(took.toSeconds()).append(" s\n\n");
    out.append("  Open        ").append(settings.url()).append("\n");
    out.append("  Interface   ").append(settings.url()).append("/openapi\n");
    out.append("  Sign-in     ").append(settings.keycloakUrl()).append("\n\n");
    out.append("  Demo accounts, PIN ").append(Demo.PIN).append(" (everyone is invented)\n");
    for (Demo.Account account : Demo.ACCOUNTS) {
      out.append("  %-10s  %s%n".formatted(account.code(), account.who()));
    }
    out.append("\n  The other accounts follow in the background. Stop with Ctrl-C.\n\n");
    return out.toString();
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    // Whoever holds the folder's lock is using it; taking it also ends what a killed run left.
    Leftovers.take(folder).close();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }
}
