package org.kadam.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.kadam.it.Kadam;

/**
 * Random histories of phones, with the shell as it is shipped, against the real server. {@code
 * -Dhistories=1000} runs so many, {@code -Dseed=290 -Dhistories=1} one alone, {@code
 * -Dhistories.minutes} bounds it. {@code -Dmistakes=true} also tries the histories themselves, by
 * mistakes put into the shell.
 */
@Timeout(value = 4, unit = TimeUnit.HOURS) // as many as are asked for
class FaultsIT {

  /** Accounts of this test alone, so that all that is received of them is its own. */
  private static final List<String> WORKERS =
      List.of("KNT-031", "KNT-032", "KNT-033", "HXY-031", "HXY-032");

  @Test
  @DisplayName("Whatever befalls phones and networks: every event is there once, and hers")
  void every_event_is_there_once() throws Exception {
    List<String> workers =
        List.of(System.getProperty("histories.workers", String.join(",", WORKERS)).split(","));
    workers.forEach(Kadam::token);
    try (Glass glass = new Glass(Kadam::database)) {
      Process node = node(glass, String.join(",", workers));
      long minutes = Long.getLong("histories.minutes", 60);
      assertTrue(
          told(node, minutes, new ArrayList<>()),
          () -> "The histories did not end within " + minutes + " minutes");
      assertEquals(0, node.exitValue(), "a history is printed above that went wrong");
    }
  }

  @Test
  @EnabledIfSystemProperty(named = "mistakes", matches = "true")
  @DisplayName("A mistake that somebody makes in the shell is found")
  void every_mistake_is_found() throws Exception {
    String workers = String.join(",", WORKERS);
    WORKERS.forEach(Kadam::token);
    List<String> names;
    try (BufferedReader lines = node("--mistakes").inputReader(StandardCharsets.UTF_8)) {
      names = lines.lines().toList();
    }
    assertFalse(names.isEmpty());
    List<String> unseen = new ArrayList<>();
    try (Glass glass = new Glass(Kadam::database)) {
      for (String name : names) {
        System.out.println("[faults] -- " + name);
        List<String> said = new ArrayList<>();
        Process node = node(glass, workers, "--until-fault", "--mistake=" + name);
        assertTrue(told(node, 30, said), name);
        if (said.stream().noneMatch(line -> line.startsWith("Failed: "))) {
          unseen.add(name);
        }
      }
    }
    assertEquals(List.of(), unseen, "mistakes that no history has found");
  }

  private static Process node(Glass glass, String workers, String... more) throws IOException {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--app=" + Kadam.app(),
                "--keycloak=" + Kadam.keycloak(),
                "--glass=" + glass.address(),
                "--workers=" + workers,
                "--pin=" + Kadam.PIN,
                "--first=" + Long.getLong("seed", 1),
                "--count=" + Integer.getInteger("histories", 25)));
    arguments.addAll(List.of(more));
    return node(arguments.toArray(String[]::new));
  }

  private static Process node(String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(List.of("node", "--enable-source-maps", "test/faults/run.mjs"));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .directory(Path.of(System.getProperty("root"), "web/src/main/frontend").toFile())
        .redirectErrorStream(true)
        .start();
  }

  /** Passes on what Node says; whether it came to an end by itself. */
  private static boolean told(Process node, long minutes, List<String> said) throws Exception {
    Timer patience = new Timer(true);
    patience.schedule(
        new TimerTask() {
          @Override
          public void run() {
            node.destroyForcibly();
          }
        },
        TimeUnit.MINUTES.toMillis(minutes));
    try (BufferedReader lines = node.inputReader(StandardCharsets.UTF_8)) {
      lines.lines().peek(said::add).forEach(line -> System.out.println("[faults] " + line));
    }
    node.waitFor();
    patience.cancel();
    return node.exitValue() != 137;
  }
}
