package org.kadam.assessment.bench;

import java.lang.management.ManagementFactory;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs the benchmarks, briefly unless told otherwise: the arguments are JMH's own, as in {@code mvn
 * -Pbench -pl ejb -am -Dbench="ScoreBench -f 3"}.
 */
public final class Bench {

  private Bench() {}

  public static void main(String[] arguments) throws RunnerException, CommandLineOptionException {
    String[] told = String.join(" ", arguments).isBlank() ? new String[0] : split(arguments);
    System.out.println("Java " + System.getProperty("java.version") + ", " + load());
    new Runner(
            new OptionsBuilder()
                .parent(new CommandLineOptions(told))
                .addProfiler(ProcessorTime.class)
                .jvmArgs("-XX:ActiveProcessorCount=1", "-XX:+UseSerialGC")
                .build())
        .run();
    System.out.println("After it " + load());
  }

  private static String[] split(String[] arguments) {
    return String.join(" ", arguments).trim().split("\\s+");
  }

  private static String load() {
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    return String.format(java.util.Locale.ROOT, "load average %.1f", load);
  }
}
