package org.kadam.assessment.control.adaptive;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.kadam.assessment.control.Cuts;
import org.kadam.assessment.control.FormDraft;
import org.kadam.assessment.control.Grid;
import org.kadam.assessment.control.Logistic;
import org.kadam.course.control.ContentFiles;

/**
 * Rasch items that people of known ability are tried on, with the cuts they are sorted by.
 *
 * @param name stated with every result
 * @param difficulties in logits, the true ones
 * @param areas for each item the number of its area
 * @param observed for each item whether it is an observed task
 */
record SimulatedBank(
    String name, double[] difficulties, int[] areas, boolean[] observed, Cuts cuts) {

  /** Items of each area, the least of them, and the observed ones: those of the shipped form. */
  static final int[] BLUEPRINT = {2, 2, 3, 2, 3, 2, 1};

  static final int OBSERVED = 9;

  private static final Cuts LEVELS = new Cuts(List.of(-1.4, -.4, 1.), 1);
  private static final Grid GRID = Grid.even(-4, 4, 33);

  /** Sixty items N(0, 1.2²) and two cuts: what the published figures were simulated with. */
  static SimulatedBank reference(long seed) {
    return drawn("reference", 60, new Cuts(List.of(-.8, .7), 0), seed);
  }

  /** Ninety items N(0, 1.2²) and the three cuts of the shipped form. */
  static SimulatedBank ninety(long seed) {
    return drawn("ninety", 90, LEVELS, seed);
  }

  private static SimulatedBank drawn(String name, int items, Cuts cuts, long seed) {
    Random random = new Random(seed);
    double[] difficulties = new double[items];
    int[] areas = new int[items];
    boolean[] observed = new boolean[items];
    for (int i = 0; i < items; i++) {
      difficulties[i] = 1.2 * random.nextGaussian();
      areas[i] = i % BLUEPRINT.length;
      observed[i] = i % 3 != 0;
    }
    return new SimulatedBank(
        name + ", " + items + " items N(0, 1.2²), bank seed " + seed,
        difficulties,
        areas,
        observed,
        cuts);
  }

  /** All items that ship with the server, taken to be as difficult as experts think. */
  static SimulatedBank shipped() {
    List<Double> difficulties = new ArrayList<>();
    List<Integer> areas = new ArrayList<>();
    List<Boolean> observed = new ArrayList<>();
    int area = 0;
    for (FormDraft.Area one : FormDraft.read(ContentFiles.shipped()).areas().values()) {
      for (JsonObject item : one.items().getJsonArray("items").getValuesAs(JsonObject.class)) {
        difficulties.add(item.getJsonNumber("difficulty").doubleValue());
        areas.add(area);
        observed.add(item.getBoolean("observed"));
      }
      area++;
    }
    boolean[] kinds = new boolean[observed.size()];
    for (int i = 0; i < kinds.length; i++) {
      kinds[i] = observed.get(i);
    }
    return new SimulatedBank(
        "shipped, " + kinds.length + " items",
        difficulties.stream().mapToDouble(Double::doubleValue).toArray(),
        areas.stream().mapToInt(Integer::intValue).toArray(),
        kinds,
        LEVELS);
  }

  int items() {
    return difficulties.length;
  }

  List<Logistic> truth() {
    return DoubleStream.of(difficulties).mapToObj(Logistic::rasch).toList();
  }

  /**
   * What choosing and scoring go by.
   *
   * @param wrong standard deviation, in logits, of what the experts' difficulties are off by; the
   *     same errors for the same seed
   */
  Tables tables(double wrong, long seed) {
    Random random = new Random(seed);
    List<Logistic> guessed =
        DoubleStream.of(difficulties)
            .map(b -> b + wrong * random.nextGaussian())
            .mapToObj(Logistic::rasch)
            .toList();
    return Tables.of(GRID, guessed, areas, observed, cuts);
  }

  /** A fixed form: so many of the items, at even ranks of difficulty; everybody gets all. */
  SimulatedBank spread(int count) {
    int[] sorted =
        java.util.stream.IntStream.range(0, items())
            .boxed()
            .sorted(Comparator.comparingDouble(i -> difficulties[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    int taken = Math.min(count, items());
    double[] picked = new double[taken];
    for (int i = 0; i < taken; i++) {
      picked[i] = difficulties[sorted[(int) ((i + .5) * items() / taken)]];
    }
    boolean[] kinds = new boolean[taken];
    Arrays.fill(kinds, true);
    return new SimulatedBank("fixed " + taken, picked, new int[taken], kinds, cuts);
  }
}
