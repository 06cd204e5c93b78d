package org.kadam.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The processor time that a process and its children have used, as Linux counts it: those that run,
 * and those that have ended and were waited for.
 */
record Processor(ProcessHandle process) {

  private static final double TICKS_A_SECOND = 100;

  /** Seconds of a processor since it began. */
  double seconds() throws IOException {
    long ticks = 0;
    long[] all =
        LongStream.concat(
                LongStream.of(process.pid()), process.descendants().mapToLong(ProcessHandle::pid))
            .toArray();
    for (long pid : all) {
      Path file = Path.of("/proc/" + pid + "/stat");
      if (Files.exists(file)) {
        ticks += used(Files.readString(file));
      }
    }
    return ticks / TICKS_A_SECOND;
  }

  /** User and system time, its own and that of ended children: fields 14 to 17 of proc_pid_stat. */
  private static long used(String stat) {
    String[] field = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return Stream.of(field).skip(11).limit(4).mapToLong(Long::parseLong).sum();
  }
}
