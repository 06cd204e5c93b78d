package org.kadam.equity.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.bind.JsonbBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kadam.document.pdf.PdfTexts;
import org.kadam.document.pdf.VeraPdf;
import org.kadam.equity.control.Report.Row;
import org.kadam.equity.entity.Measure;
import org.kadam.language.Language;

class ReportTest {

  private static final ZonedDateTime MADE = ZonedDateTime.parse("2026-11-22T10:00:00+05:30");
  private static final Report MUZAFFARPUR = Districts.muzaffarpur();
  private static final Report BOKEO = Districts.bokeo();

  @Test
  void two_blocks_far_below_are_named_in_every_language() {
    Report.Answer answer = MUZAFFARPUR.answer();
    assertEquals("gap", answer.verdict());
    assertEquals(List.of("IN-BR-MZF-AUR", "IN-BR-MZF-KTR"), answer.places());
    assertTrue(answer.text().en().startsWith("Aurai and Katra:"), answer.text().en());
    assertTrue(answer.text().hi().startsWith("औराई और कटरा:"), answer.text().hi());
  }

  @Test
  void districts_that_differ_as_chance_has_it_are_no_gap() {
    assertEquals("no-gap", BOKEO.answer().verdict());
    assertEquals(List.of(), BOKEO.answer().places());
  }

  @Test
  void rows_of_places_stand_in_the_alphabet_and_not_by_rank() {
    List<String> names =
        MUZAFFARPUR.tables().get(0).rows().stream().map(row -> row.label().en()).toList();
    assertEquals(names.stream().sorted().toList(), names);
    List<Row> hindi = Rows.inOrder(MUZAFFARPUR.tables().get(0), MUZAFFARPUR, Language.HI);
    assertEquals("औराई", hindi.get(0).label().hi());
    assertEquals("साहेबगंज", hindi.get(15).label().hi());
  }

  @Test
  void a_hidden_figure_carries_nothing_that_could_be_guessed_from() {
    String json = JsonbBuilder.create().toJson(MUZAFFARPUR);
    assertTrue(json.contains("{\"shown\":false}"), json);
    Row bandra = row("IN-BR-MZF-BDR");
    assertEquals(
        new Told(false, null, null, null, null, null, null),
        bandra.measures().get(Measure.LEVEL2.code()));
  }

  @Test
  void a_share_of_few_says_so() {
    assertEquals(true, row("IN-BR-MZF-SBG").measures().get(Measure.LEVEL2.code()).few());
    assertEquals(false, row("IN-BR-MZF-AUR").measures().get(Measure.LEVEL2.code()).few());
  }

  private static Row row(String code) {
    return MUZAFFARPUR.tables().get(0).rows().stream()
        .filter(row -> row.code().equals(code))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @EnumSource
  void the_sheet_hides_what_the_report_hides(Language language) {
    String sheet = new String(ReportSheet.of(MUZAFFARPUR, language), StandardCharsets.UTF_8);
    List<String> lines = sheet.lines().skip(1).toList();
    Set<Boolean> seen = new HashSet<>();
    int at = 0;
    for (Report.Table table : MUZAFFARPUR.tables()) {
      for (Row row : Rows.inOrder(table, MUZAFFARPUR, language)) {
        for (Measure measure : Measure.values()) {
          boolean shown = row.measures().get(measure.code()).shown();
          assertEquals(!shown, lines.get(at).endsWith(",,,,,"), lines.get(at));
          seen.add(shown);
          at++;
        }
      }
    }
    assertEquals(Set.of(true, false), seen);
    assertEquals(lines.size(), at + Measure.values().length);
  }

  @ParameterizedTest
  @EnumSource
  void the_pages_hide_as_many_figures_as_the_report(Language language) throws IOException {
    String word = Wording.of(language, "equity.hidden", Map.of());
    int hidden = 0;
    for (Report.Table table : MUZAFFARPUR.tables()) {
      List<Row> rows = new ArrayList<>(table.rows());
      rows.add(table.total());
      for (Row row : rows) {
        hidden += (int) row.measures().values().stream().filter(told -> !told.shown()).count();
      }
    }
    Report.Table byPlace = MUZAFFARPUR.tables().get(0);
    hidden +=
        (int)
            byPlace.rows().stream()
                .filter(row -> !row.measures().get(Measure.LEVEL2.code()).shown())
                .count();
    long inTheNote = times(word, Wording.of(language, "equity.why-hidden", Map.of()));
    byte[] pages = ReportPages.of(MUZAFFARPUR, language, true, MADE);
    assertEquals(hidden + inTheNote, times(word, PdfTexts.stripped(pages)));
  }

  private static long times(String word, String text) {
    return Arrays.stream(text.split("\\s+")).filter(each -> each.equals(word)).count();
  }

  @ParameterizedTest
  @EnumSource
  void verapdf_finds_nothing_wrong_with_the_pages(Language language) throws IOException {
    for (Report report : List.of(MUZAFFARPUR, BOKEO)) {
      byte[] pages = ReportPages.of(report, language, true, MADE);
      Files.write(
          Path.of("target", "equity-" + report.place().code() + "." + language.tag() + ".pdf"),
          pages);
      assertEquals(List.of(), VeraPdf.faults(pages));
    }
  }

  @Test
  void pages_say_that_figures_are_invented_only_where_they_are() throws IOException {
    String word = "invented";
    assertTrue(stripped(true).contains(word));
    assertFalse(stripped(false).contains(word));
  }

  private static String stripped(boolean invented) throws IOException {
    return PdfTexts.stripped(ReportPages.of(MUZAFFARPUR, Language.EN, invented, MADE));
  }
}
