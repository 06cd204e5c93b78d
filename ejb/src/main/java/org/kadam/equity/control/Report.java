package org.kadam.equity.control;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.kadam.language.Texts;
import org.kadam.privacy.control.SmallNumbers;

/**
 * What an officer is told. Everything that is hidden has been taken out already, so that whoever
 * shows a report, in whatever form, shows the same.
 *
 * @param department the only department that it is about, or null
 * @param asOf the day, in the place's time zone
 * @param rule by which small numbers are hidden
 * @param tables by place first, if there is more than one
 */
public record Report(
    Place place,
    String department,
    LocalDate asOf,
    SmallNumbers rule,
    List<Table> tables,
    Row total,
    Answer answer) {

  public Report {
    tables = List.copyOf(tables);
  }

  /**
   * @param country two letters, lower case
   */
  public record Place(String code, Texts name, String country) {}

  /**
   * All workers by one dimension, in alphabetical order or that of the dimension; never by rank.
   *
   * @param head what the rows are, such as "Block"
   * @param ofPlaces whether the rows are places
   */
  public record Table(
      String dimension, Texts label, Texts head, boolean ofPlaces, List<Row> rows, Row total) {

    public Table {
      rows = List.copyOf(rows);
    }
  }

  /** A group, and its figures by the code of their measure. */
  public record Row(String code, Texts label, int workers, Map<String, Told> measures) {

    public Row {
      measures = Map.copyOf(measures);
    }
  }

  /**
   * Whether there is a gap between places beyond chance, in managing on one's own.
   *
   * @param verdict {@code gap}, {@code no-gap} or {@code too-few}
   * @param places codes of those outside the 99.8 % limits
   * @param text the same as a sentence
   * @param mean the share of all that the places were compared with, in percent; null if too few
   * @param chiSquare of the test for differences beyond chance, with its degrees of freedom and the
   *     probability of such a value by chance; null if too few
   * @param funnel the limits by number assessed, for drawing; empty if too few
   */
  public record Answer(
      String verdict,
      boolean gap,
      List<String> places,
      Texts text,
      Double mean,
      Double chiSquare,
      Integer degrees,
      Double probability,
      List<Limits> funnel) {

    public Answer {
      places = List.copyOf(places);
      funnel = List.copyOf(funnel);
    }
  }

  /** Between which shares, in percent, a place with so many assessed lies by chance. */
  public record Limits(int of, double low95, double high95, double low998, double high998) {

    static Limits of(double mean, int of) {
      FunnelLimits inner = FunnelLimits.at95(mean, of);
      FunnelLimits outer = FunnelLimits.at998(mean, of);
      return new Limits(
          of,
          Told.percent(inner.low()),
          Told.percent(inner.high()),
          Told.percent(outer.low()),
          Told.percent(outer.high()));
    }
  }
}
