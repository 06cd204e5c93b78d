package org.kadam.document.pdf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kadam.document.pdf.Table.Cell;
import org.kadam.document.pdf.Table.Column;
import org.kadam.language.Language;

class TaggedPdfTest {

  private static final ZonedDateTime MADE = ZonedDateTime.parse("2026-11-22T10:00:00+05:30");

  /** Everything that a page can hold, on three pages. */
  private static byte[] sample(Language language) {
    List<String> words = HardWords.BY_LANGUAGE.get(language);
    TaggedPdf pdf = new TaggedPdf(language, words.get(0), MADE);
    Flow flow = new Flow(pdf);
    flow.text(pdf.root(), Role.H1, words.get(0), flow.styles().title());
    flow.text(
        pdf.root(),
        Role.PARAGRAPH,
        String.join(" ", Collections.nCopies(9, String.join(" ", words))),
        flow.styles().text());
    flow.text(
        pdf.root().child(Role.SECTION).in(Language.LO),
        Role.PARAGRAPH,
        "ສະບາຍດີ",
        flow.styles().small());
    flow.columns(
        .5f,
        20,
        left ->
            left.figure(
                pdf.root(),
                words.get(1),
                120,
                (drawing, box) ->
                    drawing
                        .hatch(Drawing.Pen.of(Colour.HAIR, 1), box, 6)
                        .circle(
                            Drawing.Pen.of(Colour.INK, 1),
                            Colour.MARIGOLD,
                            box.x() + 40,
                            box.middle(),
                            6)
                        .text(words.get(2), left.styles().small(), box.x() + 50, box.middle())),
        right -> right.table(pdf.root(), table(words, 3)));
    flow.table(pdf.root(), table(words, 70));
    int pages = flow.pages();
    flow.feet(words.get(0), page -> page + " / " + pages);
    return pdf.bytes();
  }

  private static Table table(List<String> words, int rows) {
    List<List<Cell>> body = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      body.add(
          List.of(
              Cell.of(words.get(i % words.size())),
              Cell.of(Integer.toString(i), "23–48"),
              i % 3 == 0 ? Cell.hidden(words.get(1), 1) : Cell.of("18")));
    }
    return new Table(
        words.get(2),
        List.of(
            new Column(words.get(0), 2, Style.Align.LEFT),
            new Column("n", 1, Style.Align.RIGHT),
            new Column("%", 1, Style.Align.RIGHT)),
        body,
        List.of(Cell.of(words.get(0)), Cell.of("70"), Cell.of("50")));
  }

  /** The words alone, one below the other. */
  private static byte[] list(Language language) {
    TaggedPdf pdf = new TaggedPdf(language, "Kadam", MADE);
    Flow flow = new Flow(pdf);
    flow.text(pdf.root(), Role.H1, "Kadam", flow.styles().title());
    for (String word : HardWords.BY_LANGUAGE.get(language)) {
      flow.text(pdf.root(), Role.PARAGRAPH, word, flow.styles().text());
    }
    return pdf.bytes();
  }

  @ParameterizedTest
  @EnumSource
  void verapdf_finds_nothing_wrong_as_pdf_a_2a_and_as_pdf_ua_1(Language language)
      throws IOException {
    byte[] pdf = sample(language);
    Files.write(Path.of("target", "sample." + language.tag() + ".pdf"), pdf);
    assertEquals(List.of(), VeraPdf.faults(pdf));
  }

  @ParameterizedTest
  @EnumSource
  void poppler_gives_every_word_back_as_it_was_written(Language language)
      throws IOException, InterruptedException {
    assumeTrue(PdfTexts.popplerIsHere(), "pdftotext (poppler-utils) is not on this machine");
    List<String> lines = PdfTexts.poppler(list(language)).lines().map(String::strip).toList();
    for (String word : HardWords.BY_LANGUAGE.get(language)) {
      assertTrue(lines.contains(word), word + " is not in " + lines);
    }
  }

  @ParameterizedTest
  @EnumSource
  void pdfbox_gives_every_letter_back_but_may_see_spaces_that_are_none(Language language)
      throws IOException {
    List<String> lines =
        PdfTexts.stripped(list(language)).lines().map(TaggedPdfTest::withoutSpaces).toList();
    for (String word : HardWords.BY_LANGUAGE.get(language)) {
      assertTrue(lines.contains(withoutSpaces(word)), word + " is not in " + lines);
    }
  }

  private static String withoutSpaces(String text) {
    return text.replace(" ", "");
  }

  @Test
  void a_long_table_goes_on_with_its_head_on_every_page() throws IOException {
    try (var document = Loader.loadPDF(sample(Language.EN))) {
      assertTrue(document.getNumberOfPages() >= 3);
    }
  }

  @Test
  void the_document_says_its_title_and_who_made_it() throws IOException {
    try (var document = Loader.loadPDF(sample(Language.HI))) {
      assertEquals("कीर्ति", document.getDocumentInformation().getTitle());
      assertEquals("Kadam", document.getDocumentInformation().getProducer());
      assertEquals("hi", document.getDocumentCatalog().getLanguage());
    }
  }

  @Test
  void many_threads_at_once_make_the_same_documents_as_one() throws Exception {
    byte[] hindi = sample(Language.HI);
    byte[] lao = sample(Language.LO);
    List<Callable<byte[]>> tasks = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      Language language = i % 2 == 0 ? Language.HI : Language.LO;
      tasks.add(() -> sample(language));
    }
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      var made = threads.invokeAll(tasks);
      for (int i = 0; i < made.size(); i++) {
        assertArrayEquals(i % 2 == 0 ? hindi : lao, made.get(i).get());
      }
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void a_character_that_no_face_has_is_a_question_mark_and_no_missing_glyph() throws IOException {
    TaggedPdf pdf = new TaggedPdf(Language.EN, "Kadam", MADE);
    Flow flow = new Flow(pdf);
    flow.text(pdf.root(), Role.PARAGRAPH, "a\ud83d\ude00b\t中c", flow.styles().text());
    byte[] bytes = pdf.bytes();
    assertEquals(List.of(), VeraPdf.faults(bytes));
    assertFalse(PdfTexts.stripped(bytes).contains("中"));
  }
}
