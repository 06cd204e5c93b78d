package org.kadam.launch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/**
 * The servers that this data folder's stack has started, on file, so that the next start can end
 * what a killed launcher left behind. A process is known by its number and its time of start: a
 * number that another program has got since is left alone. The folder's lock keeps two launchers
 * apart.
 */
final class Leftovers implements AutoCloseable {

  private final Path file;
  private final FileChannel channel;
  private final FileLock lock;

  private Leftovers(Path file, FileChannel channel, FileLock lock) {
    this.file = file;
    this.channel = channel;
    this.lock = lock;
  }

  /** Takes the folder for this launcher and ends whatever an earlier one left. */
  static Leftovers take(Path data) throws IOException {
    return find(data)
        .orElseThrow(
            () ->
                new CannotRun(
                    "Kadam already runs on "
                        + data
                        + ". Stop it first, or give -Dkadam.data=another-folder."));
  }

  /** The same; nothing where another launcher has the folder. */
  static Optional<Leftovers> find(Path data) throws IOException {
    Files.createDirectories(data);
    FileChannel channel =
        FileChannel.open(data.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = null;
    try {
      lock = channel.tryLock();
    } catch (java.nio.channels.OverlappingFileLockException e) {
      // the same process holds it
    }
    if (lock == null) {
      channel.close();
      return Optional.empty();
    }
    Leftovers leftovers = new Leftovers(data.resolve("processes"), channel, lock);
    leftovers.end();
    return Optional.of(leftovers);
  }

  /** Notes a process that is to die with us. */
  synchronized void note(ProcessHandle process) throws IOException {
    Files.writeString(
        file,
        process.pid() + " " + started(process) + "\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  private void end() throws IOException {
    if (!Files.exists(file)) {
      return;
    }
    List<String> lines = Files.readAllLines(file);
    // Last started, first stopped: the database goes last.
    for (int i = lines.size() - 1; i >= 0; i--) {
      String[] words = lines.get(i).split(" ");
      Optional<ProcessHandle> process = ProcessHandle.of(Long.parseLong(words[0]));
      if (process.isPresent() && words[1].equals(started(process.get()))) {
        Child.stop(process.get());
      }
    }
    Files.delete(file);
  }

  private static String started(ProcessHandle process) {
    return process.info().startInstant().map(at -> "" + at.toEpochMilli()).orElse("unknown");
  }

  @Override
  public void close() throws IOException {
    if (!channel.isOpen()) {
      return;
    }
    Files.deleteIfExists(file);
    lock.release();
    channel.close();
  }
}
