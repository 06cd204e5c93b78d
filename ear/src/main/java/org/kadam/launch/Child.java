package org.kadam.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A server process: its output goes to a file, its end is asked for politely and then insisted on.
 */
final class Child implements AutoCloseable {

  private static final int PATIENCE_SECONDS = 20;

  private final String name;
  private final Process process;
  private final Path log;

  private Child(String name, Process process, Path log) {
    this.name = name;
    this.process = process;
    this.log = log;
  }

  static Child start(
      String name, List<String> command, Map<String, String> environment, Path folder, Path log)
      throws IOException {
    Files.createDirectories(log.getParent());
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectInput(ProcessBuilder.Redirect.PIPE)
            .redirectOutput(log.toFile());
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    return new Child(name, process, log);
  }

  ProcessHandle handle() {
    return process.toHandle();
  }

  boolean alive() {
    return process.isAlive();
  }

  Path log() {
    return log;
  }

  /** Runs a command to its end. */
  static void run(
      String name, List<String> command, Map<String, String> environment, Path folder, Path log)
      throws IOException, InterruptedException {
    Child child = start(name, command, environment, folder, log);
    if (child.process.waitFor() != 0) {
      throw new CannotRun(name + " failed; its words are in " + log);
    }
  }

  CannotRun died() {
    return new CannotRun(name + " ended while it was starting; its words are in " + log);
  }

  @Override
  public void close() {
    stop(process.toHandle());
  }

  /** Ends a process and what it started. */
  static void stop(ProcessHandle handle) {
    List<ProcessHandle> all = new java.util.ArrayList<>(handle.descendants().toList());
    all.add(0, handle);
    all.forEach(ProcessHandle::destroy);
    for (ProcessHandle each : all) {
      try {
        each.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        each.destroyForcibly();
      } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
        each.destroyForcibly();
      }
    }
  }
}
