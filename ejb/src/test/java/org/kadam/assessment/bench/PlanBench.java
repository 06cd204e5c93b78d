package org.kadam.assessment.bench;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.kadam.assessment.control.Cuts;
import org.kadam.assessment.control.Grid;
import org.kadam.assessment.control.Plan;
import org.kadam.json.CanonicalJson;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The plan of ninety items as the bytes that a phone gets, before compression. Goal: 200 ms. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class PlanBench {

  private static final int ITEMS = 90;
  private static final Cuts CUTS = new Cuts(List.of(-1.4, -.4, 1.), 1);

  private final Map<String, Double> difficulties = new LinkedHashMap<>();

  @Setup
  public void bank() {
    Random random = new Random(7);
    for (int i = 0; i < ITEMS; i++) {
      difficulties.put("item-" + i, Math.round(1e4 * random.nextGaussian()) / 1e4);
    }
  }

  @Benchmark
  public byte[] plan() {
    return CanonicalJson.bytes(Plan.of(difficulties, Set.of(), CUTS));
  }

  /** The rows alone, one number after the other, as text. */
  @Benchmark
  public byte[] planPlain() {
    var right = Json.createObjectBuilder();
    for (Map.Entry<String, Double> item : difficulties.entrySet()) {
      var row = Json.createArrayBuilder();
      for (double ability : Grid.STANDARD.points()) {
        row.add(Math.round(1e4 / (1 + Math.exp(item.getValue() - ability))));
      }
      right.add(item.getKey(), row);
    }
    JsonObject plan = Json.createObjectBuilder().add("right", right).build();
    return plan.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }
}
