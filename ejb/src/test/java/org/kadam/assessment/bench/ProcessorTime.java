package org.kadam.assessment.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * Beside the time on the clock, which other programs stretch: the processor time of the whole Java
 * process for each operation, in the benchmark's own unit.
 */
public final class ProcessorTime implements InternalProfiler {

  private final OperatingSystemMXBean system =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private long before;

  @Override
  public String getDescription() {
    return "Processor time of the process for each operation";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    before = system.getProcessCpuTime();
  }

  @Override
  public List<Result<ScalarResult>> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    double nanos =
        (system.getProcessCpuTime() - before) / (double) result.getMetadata().getAllOps();
    double unit = benchmark.getTimeUnit().toNanos(1);
    String name = benchmark.getTimeUnit().name().toLowerCase(java.util.Locale.ROOT) + "/op";
    return List.of(new ScalarResult("processor", nanos / unit, name, AggregationPolicy.AVG));
  }
}
