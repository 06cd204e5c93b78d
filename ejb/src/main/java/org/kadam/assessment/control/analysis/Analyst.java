package org.kadam.assessment.control.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.kadam.assessment.control.Grid;
import org.kadam.assessment.control.Logistic;
import org.kadam.assessment.control.Posterior;
import org.kadam.assessment.control.analysis.Analysis.Dif;
import org.kadam.assessment.control.analysis.Analysis.Option;
import org.kadam.assessment.control.analysis.Snapshot.Column;
import org.kadam.assessment.control.analysis.Snapshot.Person;
import org.kadam.assessment.control.calibration.DifClass;
import org.kadam.assessment.control.calibration.LogisticDif;
import org.kadam.assessment.control.calibration.MantelHaenszel;
import org.kadam.privacy.control.SmallNumbers;

/**
 * Looks at one item after the other. People are matched by the ability that their other answers say
 * (EAP, prior N(0,1), in steps of {@value #STEP} logits for Mantel and Haenszel), so that it holds
 * for a test that gives everybody other items too.
 */
public final class Analyst {

  private static final SmallNumbers RULE = SmallNumbers.RULE;
  private static final double STEP = .25;
  private static final double FARTHEST = 4;

  /** Of the logistic regression: with many items and groups, chance alone gives some of .05. */
  private static final double LEVEL = .01;

  private static final double WHOLE = 100;

  private final Snapshot snapshot;
  private final Map<Integer, Estimates.Estimated> estimates;
  private final double shift;

  /**
   * @param estimates by place in the snapshot
   * @param shift what was added to them to bring them onto the experts' scale
   */
  public Analyst(Snapshot snapshot, Map<Integer, Estimates.Estimated> estimates, double shift) {
    this.snapshot = snapshot;
    this.estimates = Map.copyOf(estimates);
    this.shift = shift;
  }

  /**
   * How often each answer of an item was chosen.
   *
   * @param right ids of the right ones, and {@code all} ids, in their order
   */
  public record Choices(List<String> all, List<String> right, Map<String, Long> chosen) {}

  /** What can be said of one item. */
  public Analysis item(int column, Choices choices) {
    Column of = snapshot.columns().get(column);
    int given = snapshot.given(column);
    int helped = (int) snapshot.people().stream().filter(p -> p.helped(column)).count();
    List<Person> alone =
        snapshot.people().stream().filter(person -> person.outcome(column) >= 0).toList();
    int done = (int) alone.stream().filter(person -> person.outcome(column) == 1).count();
    Estimates.Estimated estimated = estimates.get(column);
    boolean enough = estimated != null;
    double[] abilities = enough ? alone.stream().mapToDouble(p -> rest(p, column)).toArray() : null;
    Double discrimination = enough ? correlation(alone, column, abilities) : null;
    List<Dif> dif = enough ? dif(alone, column, abilities) : List.of();
    List<Option> options = enough ? options(choices) : List.of();
    Integer share = enough ? percent(done, alone.size()) : null;
    Integer withHelp = enough ? percent(helped, given) : null;
    Double difficulty = enough ? round(estimated.difficulty()) : null;
    Double error = enough ? round(estimated.error()) : null;
    Double infit = enough ? round(estimated.infit()) : null;
    Double outfit = enough ? round(estimated.outfit()) : null;
    Double fit = enough ? round(estimated.p()) : null;
    Verdict.Judged judged =
        Verdict.of(
            new Verdict.Figures(
                enough,
                enough && (done == 0 || done == alone.size()),
                share,
                withHelp,
                of.guess(),
                difficulty,
                error,
                discrimination,
                infit,
                outfit,
                fit,
                dif,
                options));
    return new Analysis(
        of.item(),
        of.version(),
        of.area(),
        of.observed(),
        judged.verdict().code(),
        judged.reasons(),
        RULE.few(given) ? null : given,
        share,
        withHelp,
        of.guess(),
        difficulty,
        error,
        round(discrimination),
        infit,
        outfit,
        fit,
        dif,
        options,
        percent(given, snapshot.people().size()));
  }

  /** Of somebody: the ability by all answers but one. */
  private double rest(Person person, int but) {
    List<double[]> rows = new ArrayList<>();
    for (int column = 0; column < snapshot.columns().size(); column++) {
      int outcome = person.outcome(column);
      Estimates.Estimated item = estimates.get(column);
      if (column != but && outcome >= 0 && item != null) {
        rows.add(row(column, outcome, item));
      }
    }
    return Posterior.of(Grid.STANDARD, rows).mean();
  }

  private final Map<Integer, double[]> rows = new TreeMap<>();

  private double[] row(int column, int outcome, Estimates.Estimated item) {
    return rows.computeIfAbsent(
        2 * column + outcome,
        any -> {
          Logistic model = Logistic.rasch(item.difficulty() - shift);
          return Grid.STANDARD.row(point -> model.probability(outcome, point));
        });
  }

  /** Point-biserial; null where one of the two does not vary. */
  private static Double correlation(List<Person> people, int column, double[] abilities) {
    double n = people.size();
    double x = 0;
    double y = 0;
    double xx = 0;
    double yy = 0;
    double xy = 0;
    for (int i = 0; i < abilities.length; i++) {
      int done = people.get(i).outcome(column);
      x += done;
      xx += done;
      y += abilities[i];
      yy += abilities[i] * abilities[i];
      xy += done * abilities[i];
    }
    double spread = (n * xx - x * x) * (n * yy - y * y);
    return spread > 0 ? (n * xy - x * y) / Math.sqrt(spread) : null;
  }

  private static List<Dif> dif(List<Person> people, int column, double[] abilities) {
    List<Dif> all = new ArrayList<>();
    for (int d = 0; d < Snapshot.DIMENSIONS.size(); d++) {
      int dimension = d;
      Map<String, Long> sizes =
          people.stream()
              .map(person -> person.groups().get(dimension))
              .filter(group -> !group.isEmpty())
              .collect(Collectors.groupingBy(g -> g, TreeMap::new, Collectors.counting()));
      String reference =
          sizes.entrySet().stream()
              .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry::getKey))
              .map(Map.Entry::getKey)
              .orElse("");
      sizes.keySet().stream()
          .filter(group -> !group.equals(reference))
          .map(group -> dif(people, column, abilities, dimension, group, reference))
          .forEach(all::add);
    }
    return all;
  }

  private static Dif dif(
      List<Person> people,
      int column,
      double[] abilities,
      int dimension,
      String focal,
      String reference) {
    List<Integer> both = new ArrayList<>();
    for (int i = 0; i < people.size(); i++) {
      String group = people.get(i).groups().get(dimension);
      if (group.equals(focal) || group.equals(reference)) {
        both.add(i);
      }
    }
    boolean[] done = new boolean[both.size()];
    boolean[] of = new boolean[both.size()];
    int[] strata = new int[both.size()];
    double[] matched = new double[both.size()];
    for (int i = 0; i < done.length; i++) {
      Person person = people.get(both.get(i));
      done[i] = person.outcome(column) == 1;
      of[i] = person.groups().get(dimension).equals(focal);
      matched[i] = abilities[both.get(i)];
      double within = Math.max(-FARTHEST, Math.min(FARTHEST, matched[i]));
      strata[i] = (int) Math.floor((within + FARTHEST) / STEP);
    }
    String name = Snapshot.DIMENSIONS.get(dimension);
    MantelHaenszel verdict = MantelHaenszel.of(done, of, strata);
    if (verdict.verdict() == DifClass.NOT_ENOUGH_DATA) {
      return new Dif(name, focal, reference, "not-enough", null, null, null);
    }
    LogisticDif logistic = LogisticDif.of(done, of, matched);
    boolean crossing =
        ChiSquaredDistribution.of(1).survivalProbability(logistic.crossing()) < LEVEL;
    return new Dif(
        name,
        focal,
        reference,
        verdict.verdict().name(),
        round(verdict.delta()),
        round(logistic.p()),
        crossing);
  }

  private static List<Option> options(Choices choices) {
    long sum = choices.chosen().values().stream().mapToLong(Long::longValue).sum();
    return choices.all().stream()
        .map(
            option -> {
              int chosen = Math.toIntExact(choices.chosen().getOrDefault(option, 0L));
              boolean right = choices.right().contains(option);
              return new Option(option, right, percent(chosen, Math.toIntExact(sum)));
            })
        .sorted(Comparator.comparing(option -> !option.right()))
        .toList();
  }

  private static Integer percent(int count, int of) {
    return RULE.hides(count, of) ? null : (int) Math.round(WHOLE * count / of);
  }

  private static Double round(Double value) {
    return value == null || !Double.isFinite(value) ? null : Math.round(value * 1000) / 1000.0;
  }
}
