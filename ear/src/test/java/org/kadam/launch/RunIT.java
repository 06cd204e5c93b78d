package org.kadam.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The one-command run as a process of its own: what it says, what it leaves, what it cleans up. */
class RunIT {

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private static int nextPort = 10_000 + (int) (ProcessHandle.current().pid() % 300) * 10;

  @TempDir private Path folder;
  private final List<ProcessHandle> mine = new ArrayList<>();
  private final int http = freePort();
  private final int keycloak = freePort();
  private final int postgres = freePort();

  RunIT() throws IOException {}

  @AfterEach
  void stopAll() throws IOException {
    mine.forEach(ProcessHandle::destroyForcibly);
    servers().forEach(Child::stop);
  }

  @Test
  @DisplayName("A taken port gets one line that says whose it is and what to do")
  void takenPort() throws IOException, InterruptedException {
    try (ServerSocket taken = new ServerSocket(keycloak, 1, InetAddress.getLoopbackAddress())) {
      Process run = run();
      assertTrue(run.waitFor(1, TimeUnit.MINUTES));
      assertEquals(1, run.exitValue());
      assertEquals(
          "Kadam cannot run: Port %d, for Keycloak, is taken. Free it, or choose another with -Dkadam.keycloak=%d."
              .formatted(taken.getLocalPort(), taken.getLocalPort() + 1),
          said().strip());
      assertEquals(List.of(), servers());
    }
  }

  @Test
  @DisplayName("A port that is none gets one line")
  void noPort() throws IOException, InterruptedException {
    Process run = run("-Dkadam.postgres=five");
    assertTrue(run.waitFor(1, TimeUnit.MINUTES));
    assertEquals(1, run.exitValue());
    assertEquals(
        "Kadam cannot run: -Dkadam.postgres=five is no port; give a number from 1024 to 65535.",
        said().strip());
  }

  @Test
  @DisplayName(
      "What a killed run leaves is ended by the next; a second beside it is refused; told to stop, all stop")
  void killedAndStopped() throws IOException, InterruptedException {
    Process killed = run();
    until(() -> servers().size() >= 2, "servers have been started");
    List<ProcessHandle> left = servers();
    killed.destroyForcibly().waitFor();
    assertTrue(
        left.stream().allMatch(ProcessHandle::isAlive), "the servers outlive their launcher");

    Process next = run();
    until(() -> said().contains("Kadam is ready"), "it is ready");
    assertFalse(left.stream().anyMatch(ProcessHandle::isAlive), "what was left has been ended");
    assertEquals(200, status("/health/ready"));
    List<ProcessHandle> present = servers();
    assertEquals(3, present.size());

    Process beside = run();
    assertTrue(beside.waitFor(1, TimeUnit.MINUTES));
    assertEquals(1, beside.exitValue());
    assertTrue(said().contains("Kadam already runs on"), said());
    assertTrue(present.stream().allMatch(ProcessHandle::isAlive), "the first goes on");

    next.destroy();
    assertTrue(next.waitFor(1, TimeUnit.MINUTES));
    // what has ended is seen to have once the system has put it away: a moment, not more
    Instant moment = Instant.now().plusSeconds(5);
    until(
        () -> present.stream().noneMatch(ProcessHandle::isAlive) || Instant.now().isAfter(moment),
        "a moment is over");
    assertFalse(present.stream().anyMatch(ProcessHandle::isAlive), "nothing is left running");
    assertFalse(Files.exists(folder.resolve("data/processes")));
  }

  private Process run(String... more) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add("-Droot=" + System.getProperty("root"));
    command.add("-Dkadam.data=" + folder.resolve("data"));
    command.add("-Dkadam.http=" + http);
    command.add("-Dkadam.keycloak=" + keycloak);
    command.add("-Dkadam.postgres=" + postgres);
    command.addAll(List.of(more));
    command.add(Run.class.getName());
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("said").toFile())
            .start();
    mine.add(process.toHandle());
    return process;
  }

  private String said() {
    try {
      return Files.readString(folder.resolve("said")).replaceFirst("^Picked up .*\\R", "");
    } catch (IOException e) {
      return "";
    }
  }

  /** The servers that the run has noted as its own. */
  private List<ProcessHandle> servers() {
    try {
      return Files.readAllLines(folder.resolve("data/processes")).stream()
          .flatMap(line -> ProcessHandle.of(Long.parseLong(line.split(" ")[0])).stream())
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private int status(String path) throws IOException, InterruptedException {
    URI uri = URI.create("http://localhost:" + http + path);
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  private void until(BooleanSupplier done, String what) throws InterruptedException {
    Instant end = Instant.now().plus(PATIENCE);
    while (!done.getAsBoolean()) {
      assertTrue(Instant.now().isBefore(end), "waited in vain until " + what + ": " + said());
      Thread.sleep(200);
    }
  }

  /** Low enough for the server's other ports, which lie as far above their usual place. */
  private static synchronized int freePort() throws IOException {
    while (nextPort < 14_000) {
      try (ServerSocket socket = new ServerSocket(nextPort++)) {
        return socket.getLocalPort();
      } catch (BindException e) {
        // the next
      }
    }
    throw new IOException("No free port");
  }
}
