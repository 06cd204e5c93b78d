package org.kadam.assessment.control.adaptive;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.kadam.assessment.control.Cuts;
import org.kadam.assessment.control.Grid;
import org.kadam.assessment.control.ItemModel;

/**
 * All that a phone needs to choose the next item, to stop and to show a level, without a network
 * and whatever the model was: the published part of kind {@code plan}. Whole numbers only:
 *
 * <ul>
 *   <li>{@code grid}: abilities in hundredths of a logit; {@code prior}: their weights before an
 *       answer, to be divided by their sum
 *   <li>{@code items}: the ids; in the same order {@code area}, {@code observed} (0 or 1) and
 *       {@code rows}: for each outcome but the last P(outcome | θ) at each point in {@code parts}
 *       parts, as second differences (added up twice along the row, from 0, they give it; a smooth
 *       row is small so); the last outcome is the rest
 *   <li>{@code helped}: for each item, written in the same way, what P(done at least with help | θ)
 *       ({@link ItemModel#withHelp}) leaves to 1; empty where what was done with help says nothing.
 *       Up to where "on my own" begins it is the row of an item so much easier as help is worth,
 *       hence often the text of another's row, and from there on it stays the same: small when it
 *       is compressed
 *   <li>{@code minimum}: for each of {@code areas} the fewest items, and {@code tasks}: observed
 *       ones, both among the first {@code least}; {@code least}, {@code most}, {@code certainty},
 *       {@code error}, {@code among}, {@code first}: the {@link Design}, its shares and logits in
 *       ten-thousandths; {@code sittings}: in how many parts it is taken
 *   <li>{@code cuts}, {@code flagCut}, {@code below}: the cuts and for each the weights w with P(θ
 *       &lt; cut) = Σ w·posterior, in ten-thousandths
 *   <li>{@code criterion}: {@code epv}, smallest expected posterior variance; {@code version}: of
 *       this format and of the rules that go with it
 * </ul>
 *
 * @param items the ids, in the order of the tables
 * @param tables as the phone has them
 */
public record AdaptivePlan(List<String> items, Tables tables, Design design, int sittings) {

  /** Grows when a phone that knows this one would choose otherwise. */
  public static final int VERSION = 2;

  /** Of before: without {@code helped}, so that what was done with help says nothing. */
  private static final int HELP_SAYS_NOTHING = 1;

  /** The kind under which plans are published. */
  public static final String KIND = "plan";

  /** Points from −4 to 4, a quarter of a logit apart: enough to choose by. */
  public static final Grid GRID = Grid.even(-4, 4, 33);

  /** So fine that phones choose as unrounded tables would, nearly always; see docs. */
  private static final int PARTS = 100_000;

  private static final int SCALE = 10_000;
  private static final int GRID_SCALE = 100;
  private static final int PRIOR_SCALE = 1_000_000;
  private static final String CRITERION = "epv";

  /**
   * An item of the bank.
   *
   * @param area its id
   * @param observed whether it is an observed task
   */
  public record Entry(String id, String area, boolean observed, ItemModel model) {}

  public AdaptivePlan {
    items = List.copyOf(items);
  }

  /** The areas of a bank in the order in which a design has their minimums. */
  public static List<String> areas(List<Entry> bank) {
    return List.copyOf(new TreeSet<>(bank.stream().map(Entry::area).toList()));
  }

  /** The tables of a bank, not rounded. */
  public static Tables exact(List<Entry> bank, Grid grid, Cuts cuts) {
    List<String> areas = areas(bank);
    boolean[] observed = new boolean[bank.size()];
    IntStream.range(0, observed.length).forEach(i -> observed[i] = bank.get(i).observed());
    return Tables.of(
        grid,
        bank.stream().map(Entry::model).toList(),
        bank.stream().mapToInt(entry -> areas.indexOf(entry.area())).toArray(),
        observed,
        cuts);
  }

  /**
   * The plan of a bank, beginning with one of its easiest observed tasks.
   *
   * @throws IllegalArgumentException for a bank with an id twice, or too small for the design
   */
  public static JsonObject of(List<Entry> bank, Design design, int sittings, Cuts cuts) {
    Tables exact = exact(bank, GRID, cuts);
    refuse(bank, exact, design);
    var items = Json.createArrayBuilder();
    var area = Json.createArrayBuilder();
    var observed = Json.createArrayBuilder();
    var rows = Json.createArrayBuilder();
    var helped = Json.createArrayBuilder();
    Tables rounded = exact.rounded(PARTS);
    for (int i = 0; i < bank.size(); i++) {
      items.add(bank.get(i).id());
      area.add(exact.areas()[i]);
      observed.add(exact.observed()[i] ? 1 : 0);
      rows.add(rows(rounded.rows()[i]));
      double[] with = rounded.helped()[i];
      helped.add(with == null ? JsonValue.EMPTY_JSON_ARRAY : row(Tables.rest(with)).build());
    }
    var below = Json.createArrayBuilder();
    Arrays.stream(exact.below()).forEach(row -> below.add(whole(row, SCALE)));
    double peak = Arrays.stream(exact.prior()).max().orElseThrow();
    return Json.createObjectBuilder()
        .add("kind", KIND)
        .add("version", VERSION)
        .add("criterion", CRITERION)
        .add("parts", PARTS)
        .add("grid", whole(exact.points(), GRID_SCALE))
        .add("prior", whole(exact.prior(), PRIOR_SCALE / peak))
        .add("items", items)
        .add("area", area)
        .add("observed", observed)
        .add("rows", rows)
        .add("helped", helped)
        .add("areas", Json.createArrayBuilder(areas(bank)))
        .add("minimum", whole(design.minimums()))
        .add("least", design.least())
        .add("most", design.most())
        .add("certainty", Math.round(design.certainty() * SCALE))
        .add("error", Math.round(design.error() * SCALE))
        .add("tasks", design.observed())
        .add("among", design.among())
        .add("first", whole(easiest(exact, design.among())))
        .add("sittings", sittings)
        .add("cuts", whole(cuts.at().stream().mapToDouble(Double::doubleValue).toArray(), SCALE))
        .add("flagCut", cuts.flag())
        .add("below", below)
        .build();
  }

  /**
   * Reads a plan.
   *
   * @throws IllegalArgumentException if it is of another version, or not whole
   */
  public static AdaptivePlan read(JsonObject plan) {
    int version = plan.getInt("version", 0);
    if (version < HELP_SAYS_NOTHING
        || version > VERSION
        || !CRITERION.equals(plan.getString("criterion", ""))) {
      throw new IllegalArgumentException("This plan is of another version");
    }
    double[] points = numbers(plan.getJsonArray("grid"), GRID_SCALE);
    double[] weights = numbers(plan.getJsonArray("prior"), 1);
    double[] prior = numbers(plan.getJsonArray("prior"), Arrays.stream(weights).sum());
    List<String> items = plan.getJsonArray("items").getValuesAs(JsonString::getString);
    int[] observed = whole(plan.getJsonArray("observed"));
    boolean[] tasks = new boolean[observed.length];
    IntStream.range(0, observed.length).forEach(i -> tasks[i] = observed[i] == 1);
    double[][][] rows =
        plan.getJsonArray("rows").getValuesAs(JsonArray.class).stream()
            .map(rowsOf -> outcomes(rowsOf, plan.getInt("parts")))
            .toArray(double[][][]::new);
    double[][] below =
        plan.getJsonArray("below").getValuesAs(JsonArray.class).stream()
            .map(row -> numbers(row, SCALE))
            .toArray(double[][]::new);
    double[][] helped =
        version == HELP_SAYS_NOTHING
            ? new double[rows.length][]
            : plan.getJsonArray("helped").getValuesAs(JsonArray.class).stream()
                .map(row -> row.isEmpty() ? null : helped(row, plan.getInt("parts")))
                .toArray(double[][]::new);
    Tables tables =
        new Tables(points, prior, rows, helped, whole(plan.getJsonArray("area")), tasks, below);
    Design design =
        new Design(
            plan.getInt("least"),
            plan.getInt("most"),
            plan.getInt("certainty") / (double) SCALE,
            plan.getInt("error") / (double) SCALE,
            whole(plan.getJsonArray("minimum")),
            plan.getInt("tasks"),
            plan.getInt("among"),
            whole(plan.getJsonArray("first")));
    if (rows.length != items.size()
        || tasks.length != rows.length
        || helped.length != rows.length) {
      throw new IllegalArgumentException("This plan is not whole");
    }
    return new AdaptivePlan(items, tables, design, plan.getInt("sittings"));
  }

  /** The seed of an attempt's draws: its id's four words of 32 bits, each in turn by "xor". */
  public static int seed(UUID attempt) {
    long both = attempt.getMostSignificantBits() ^ attempt.getLeastSignificantBits();
    return (int) (both >>> 32) ^ (int) both;
  }

  private static void refuse(List<Entry> bank, Tables tables, Design design) {
    if (bank.stream().map(Entry::id).distinct().count() < bank.size()) {
      throw new IllegalArgumentException("An item is in the bank twice");
    }
    int[] left = new int[areas(bank).size()];
    int observed = 0;
    for (int i = 0; i < bank.size(); i++) {
      left[tables.areas()[i]]++;
      observed += tables.observed()[i] ? 1 : 0;
    }
    int[] minimums = design.minimums();
    boolean enough =
        minimums.length == left.length
            && bank.size() >= design.most()
            && observed >= design.observed()
            && IntStream.range(0, left.length).allMatch(area -> left[area] >= minimums[area]);
    if (!enough) {
      throw new IllegalArgumentException("The bank is too small for this assessment");
    }
  }

  /** The observed tasks that are least likely not to be done, before anything is known of her. */
  private static int[] easiest(Tables tables, int most) {
    double[] not = new double[tables.items()];
    for (int item = 0; item < not.length; item++) {
      for (int q = 0; q < tables.points().length; q++) {
        not[item] += tables.rows()[item][0][q] * tables.prior()[q];
      }
    }
    return IntStream.range(0, not.length)
        .filter(item -> tables.observed()[item])
        .boxed()
        .sorted(Comparator.comparingDouble(item -> not[item]))
        .limit(most)
        .mapToInt(Integer::intValue)
        .sorted()
        .toArray();
  }

  private static JsonArrayBuilder rows(double[][] outcomes) {
    var rows = Json.createArrayBuilder();
    for (int k = 0; k < outcomes.length - 1; k++) {
      rows.add(row(outcomes[k]));
    }
    return rows;
  }

  private static JsonArrayBuilder row(double[] outcome) {
    var row = Json.createArrayBuilder();
    long before = 0;
    long slope = 0;
    for (double p : outcome) {
      long parts = Math.round(p * PARTS);
      row.add(parts - before - slope);
      slope = parts - before;
      before = parts;
    }
    return row;
  }

  private static double[] helped(JsonArray row, int all) {
    return outcomes(Json.createArrayBuilder().add(row).build(), all)[1];
  }

  private static double[][] outcomes(JsonArray rows, int all) {
    int points = rows.getJsonArray(0).size();
    double[][] outcomes = new double[rows.size() + 1][points];
    int[] left = new int[points];
    Arrays.fill(left, all);
    for (int k = 0; k < rows.size(); k++) {
      int parts = 0;
      int slope = 0;
      for (int q = 0; q < points; q++) {
        slope += rows.getJsonArray(k).getInt(q);
        parts += slope;
        outcomes[k][q] = parts / (double) all;
        left[q] -= parts;
      }
    }
    for (int q = 0; q < points; q++) {
      outcomes[rows.size()][q] = left[q] / (double) all;
    }
    return outcomes;
  }

  private static JsonArray whole(double[] row, double scale) {
    var array = Json.createArrayBuilder();
    Arrays.stream(row).forEach(value -> array.add(Math.round(value * scale)));
    return array.build();
  }

  private static JsonArray whole(int[] row) {
    var array = Json.createArrayBuilder();
    Arrays.stream(row).forEach(array::add);
    return array.build();
  }

  private static int[] whole(JsonArray array) {
    return array.getValuesAs(JsonNumber.class).stream().mapToInt(JsonNumber::intValue).toArray();
  }

  private static double[] numbers(JsonArray array, double scale) {
    return array.getValuesAs(JsonNumber.class).stream()
        .mapToDouble(number -> number.doubleValue() / scale)
        .toArray();
  }
}
