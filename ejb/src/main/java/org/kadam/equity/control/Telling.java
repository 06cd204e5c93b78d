package org.kadam.equity.control;

import static org.kadam.equity.entity.Measure.LEVEL2;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kadam.equity.control.Report.Answer;
import org.kadam.equity.control.Report.Limits;
import org.kadam.equity.control.Report.Row;
import org.kadam.equity.control.Report.Table;
import org.kadam.equity.entity.Breakdown;
import org.kadam.equity.entity.Census;
import org.kadam.equity.entity.Dimension;
import org.kadam.equity.entity.Group;
import org.kadam.equity.entity.Measure;
import org.kadam.equity.entity.Subject;
import org.kadam.language.Language;
import org.kadam.language.Notation;
import org.kadam.language.Texts;
import org.kadam.language.Words;
import org.kadam.privacy.control.SmallNumbers;
import org.kadam.worker.entity.Cadre;

/** Makes a report of a census: decides once what is hidden, and what the answer is. */
public final class Telling {

  /** Where the limits are given: closer together where they bend. */
  private static final int[] SIZES = {
    1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30, 40, 50, 60, 80, 100, 150, 200, 300, 500, 1000, 2000
  };

  private final Subject subject;
  private final Census census;
  private final Labels labels;
  private final Suppression suppression;

  private Telling(Subject subject, Census census, Labels labels) {
    this.subject = subject;
    this.census = census;
    this.labels = labels;
    this.suppression = Suppression.of(census, SmallNumbers.RULE);
  }

  public static Report of(Subject subject, Census census, Labels labels, LocalDate asOf) {
    return new Telling(subject, census, labels).report(asOf);
  }

  private Report report(LocalDate asOf) {
    List<Table> tables = census.breakdowns().stream().map(this::table).toList();
    var place = subject.place();
    return new Report(
        new Report.Place(place.code(), place.names(), place.land().code()),
        subject.department() == null ? null : subject.department().code(),
        asOf,
        SmallNumbers.RULE,
        tables,
        total(),
        answer());
  }

  private Table table(Breakdown breakdown) {
    Dimension dimension = breakdown.dimension();
    List<Row> rows =
        breakdown.groups().stream()
            .sorted(order(dimension))
            .map(group -> row(group, labels.of(dimension, group.code())))
            .toList();
    return new Table(
        dimension.code(),
        Labels.of(dimension),
        Labels.headOf(dimension),
        dimension.ofPlaces(),
        rows,
        total());
  }

  private Comparator<Group> order(Dimension dimension) {
    return switch (dimension) {
      case CADRE -> Comparator.comparing(group -> Cadre.of(group.code()).orElseThrow());
      case AGE, SEX -> Comparator.comparing(Group::code);
      default ->
          Comparator.comparing(
              group -> labels.of(dimension, group.code()).en(),
              Notation.of(Language.EN, "IN").order());
    };
  }

  private Row total() {
    return row(census.all(), Words.shipped().text("equity.total"));
  }

  private Row row(Group group, Texts label) {
    Map<String, Told> measures = new LinkedHashMap<>();
    for (Measure measure : Measure.values()) {
      measures.put(measure.code(), Told.of(group, measure, suppression));
    }
    return new Row(group.code(), label, group.workers(), measures);
  }

  private Answer answer() {
    Optional<Breakdown> places =
        census.breakdowns().stream().filter(each -> each.dimension().ofPlaces()).findFirst();
    List<Group> told =
        places.map(Breakdown::groups).orElse(List.of()).stream()
            .filter(group -> suppression.shows(group, LEVEL2))
            .sorted(order(places.map(Breakdown::dimension).orElse(Dimension.BLOCK)))
            .toList();
    Gap gap = Gap.among(told.stream().map(Telling::share).toList(), mean());
    List<Texts> outside =
        gap.outside().stream()
            .map(code -> labels.of(places.orElseThrow().dimension(), code))
            .toList();
    Texts text =
        new Sentence(subject.place().land()).of(gap, outside, told.size() - outside.size());
    boolean few = gap.verdict() == Gap.Verdict.TOO_FEW;
    return new Answer(
        gap.verdict().code(),
        gap.verdict() == Gap.Verdict.GAP,
        gap.outside(),
        text,
        few ? null : Told.percent(gap.mean()),
        few ? null : Math.round(gap.chiSquare() * 100) / 100.0,
        few ? null : gap.degrees(),
        few ? null : Math.round(gap.probability() * 10_000) / 10_000.0,
        few ? List.of() : funnel(gap.mean(), told));
  }

  /** The share of all workers, or null where that is hidden. */
  private Double mean() {
    Group all = census.all();
    return suppression.shows(all, LEVEL2) ? (double) all.count(LEVEL2) / all.of(LEVEL2) : null;
  }

  private static Gap.Share share(Group group) {
    return new Gap.Share(group.code(), group.count(LEVEL2), group.of(LEVEL2));
  }

  private static List<Limits> funnel(double mean, List<Group> told) {
    int largest = told.stream().mapToInt(group -> group.of(LEVEL2)).max().orElse(1);
    List<Limits> limits = new ArrayList<>();
    Arrays.stream(SIZES).filter(of -> of < largest).forEach(of -> limits.add(Limits.of(mean, of)));
    limits.add(Limits.of(mean, largest));
    return limits;
  }
}
