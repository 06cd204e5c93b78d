package org.kadam.equity.control;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.kadam.document.chart.BarChart;
import org.kadam.document.chart.DotChart;
import org.kadam.document.pdf.Element;
import org.kadam.document.pdf.Flow;
import org.kadam.document.pdf.Role;
import org.kadam.document.pdf.Style;
import org.kadam.equity.control.Report.Limits;
import org.kadam.equity.control.Report.Row;
import org.kadam.equity.entity.Measure;
import org.kadam.language.Language;
import org.kadam.language.Notation;

/** The charts of a report. Each has a title above it and says in words what it shows. */
final class Pictures {

  private static final float FUNNEL = 225;

  private final Report report;
  private final Language language;
  private final Notation notation;

  Pictures(Report report, Language language) {
    this.report = report;
    this.language = language;
    this.notation = Rows.notation(report, language);
  }

  /** The places among the limits of chance; nothing where there are too few to compare. */
  void places(Flow flow, Element part) {
    if (report.answer().funnel().isEmpty()) {
      return;
    }
    title(flow, part, word("equity.level2") + ", " + word("equity.percent"));
    List<DotChart.Dot> dots = dots();
    String words =
        word(
            "equity.funnel.description",
            Map.of(
                "shown", notation.whole(dots.size()),
                "outside", notation.whole(report.answer().places().size())));
    DotChart chart = funnel(dots);
    flow.figure(part, words, FUNNEL, (drawing, box) -> chart.draw(drawing, box, small(flow)));
    flow.down(10);
  }

  /** All workers, by every measure. */
  void whole(Flow flow, Element part) {
    title(flow, part, report.place().name().in(language) + ", " + word("equity.percent"));
    BarChart chart = new BarChart(Arrays.stream(Measure.values()).map(this::bar).toList());
    Style style = small(flow);
    flow.figure(
        part,
        word("equity.bars.description"),
        chart.height(style),
        (drawing, box) -> chart.draw(drawing, box, style));
  }

  private static Style small(Flow flow) {
    return flow.styles().small();
  }

  private void title(Flow flow, Element part, String text) {
    flow.text(part, Role.H3, text, flow.styles().text().bold(), 60);
  }

  private BarChart.Bar bar(Measure measure) {
    Told told = report.total().measures().get(measure.code());
    String label = word("equity." + measure.code());
    if (measure.base() == Measure.ASSESSED) {
      label += " (" + word("equity.of-assessed") + ")";
    }
    return told.shown()
        ? new BarChart.Bar(
            label, Math.round(told.percent()) + "%", told.percent(), told.low(), told.high())
        : new BarChart.Bar(label, word("equity.hidden"), null, null, null);
  }

  private List<DotChart.Dot> dots() {
    List<DotChart.Dot> dots = new ArrayList<>();
    for (Row row : report.tables().get(0).rows()) {
      Told told = row.measures().get(Measure.LEVEL2.code());
      if (told.shown()) {
        boolean outside = report.answer().places().contains(row.code());
        String name = row.label().in(language);
        dots.add(new DotChart.Dot(name, told.of(), told.percent(), outside));
      }
    }
    return dots;
  }

  private DotChart funnel(List<DotChart.Dot> dots) {
    List<Limits> limits = report.answer().funnel();
    double mean = report.answer().mean();
    return new DotChart(
        word("equity.funnel.across"),
        limits.get(limits.size() - 1).of() * 23 / 20 + 1,
        List.of(
            curve(true, limits, Limits::low95),
            curve(true, limits, Limits::high95),
            curve(false, limits, Limits::low998),
            curve(false, limits, Limits::high998)),
        dots,
        mean,
        word("equity.funnel.mean", Map.of("percent", Long.toString(Math.round(mean)))),
        word("equity.funnel.limits"));
  }

  /** Without the numbers so small that the limit is at none or all. */
  private static DotChart.Curve curve(
      boolean dashed, List<Limits> limits, ToDoubleFunction<Limits> which) {
    List<DotChart.Point> points =
        limits.stream()
            .filter(each -> which.applyAsDouble(each) > 0 && which.applyAsDouble(each) < 100)
            .map(each -> new DotChart.Point(each.of(), which.applyAsDouble(each)))
            .toList();
    return new DotChart.Curve(dashed, points);
  }

  private String word(String key) {
    return word(key, Map.of());
  }

  private String word(String key, Map<String, String> values) {
    return Wording.of(language, key, values);
  }
}
