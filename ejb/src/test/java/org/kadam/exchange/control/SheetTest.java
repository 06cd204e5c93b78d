package org.kadam.exchange.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kadam.assessment.control.FormDraft;
import org.kadam.assessment.control.FormPackage;
import org.kadam.course.control.ContentFiles;
import org.kadam.course.control.CourseDraft;
import org.kadam.course.control.CoursePackages;
import org.kadam.course.control.Shelf;
import org.kadam.document.pdf.PdfTexts;
import org.kadam.document.pdf.VeraPdf;
import org.kadam.event.control.Batch;
import org.kadam.exchange.entity.Sheet;
import org.kadam.language.Language;
import org.kadam.language.Words;

class SheetTest {

  private static final Instant MADE = Instant.parse("2026-11-22T06:00:00Z");
  private static final JsonObject FORM =
      json(
          """
          {"sittings":[["rumour","mute"],["reply","seen"]],"items":{
            "rumour":{"type":"choice","answers":[{"id":"ask","right":true},{"id":"send"}]},
            "mute":{"type":"phone"},
            "reply":{"type":"chat","opening":[{"from":"madam","at":"22:31"},{"from":"me","at":"22:40"}],
                     "answers":[{"id":"later","right":true},{"id":"now"}]},
            "seen":{"type":"choice","picture":"x.svg","answers":[{"id":"a"},{"id":"b"}]}}}
          """);
  private static final JsonObject MODULE =
      json(
          """
          {"cards":[{"id":"story","type":"story"},
            {"id":"which","type":"choice","many":true,"answers":[{"id":"one"},{"id":"two"},{"id":"three"}]}]}
          """);

  private static JsonObject json(String text) {
    return Json.createReader(new StringReader(text)).readObject();
  }

  private static JsonObject words(Language language) {
    String ask = List.of("Ask first", "पहले पूछें", "ຖາມກ່ອນ").get(language.ordinal());
    return json(
        """
        {"lang":"LANG","items":{"rumour":{"title":"ASK?","lead":"ASK.","answers":{"ask":"ASK","send":"ASK ASK"}},
          "mute":{"title":"ASK"},"seen":{"title":"ASK","answers":{"a":"A","b":"B"}},
          "reply":{"title":"ASK?","people":{"madam":"ASK"},"opening":{"1":"ASK!","2":"ASK."},
            "answers":{"later":{"label":"ASK"},"now":{"label":"ASK, ASK"}}}}}
        """
            .replace("ASK", ask)
            .replace("LANG", language.tag()));
  }

  private static List<SheetQuestion> questions() {
    return SheetQuestion.ofForm(FORM, words(Language.EN));
  }

  private static Sheet sheet(String code, String kind, String name) {
    return new Sheet(
        code,
        UUID.fromString("0190a1b2-0000-7000-8000-000000000001"),
        new Sheet.Printed(kind, name, "a".repeat(64), "b".repeat(64)),
        UUID.randomUUID(),
        MADE);
  }

  private static Batch events(String code, Map<String, List<String>> answers, Set<String> helped) {
    return SheetEvents.of(
        sheet(code, "form", "my-form"),
        questions(),
        answers,
        helped,
        MADE.plusSeconds(60),
        MADE.plusSeconds(90));
  }

  @Test
  @DisplayName("On paper stand the questions that are answered by choosing, and no picture's")
  void onPaper() {
    assertEquals(List.of("rumour", "reply"), questions().stream().map(SheetQuestion::id).toList());
    assertEquals(
        List.of("Ask first 22:31: Ask first!", "Me 22:40: Ask first."), questions().get(1).said());
    assertEquals(List.of("A", "B"), letters(questions().get(0)));
    JsonObject words =
        json(
            "{\"lang\":\"en\",\"cards\":{\"story\":{},\"which\":{\"title\":\"?\",\"answers\":"
                + "{\"one\":\"1\",\"two\":\"2\",\"three\":\"3\"}}}}");
    assertEquals(
        List.of("which"),
        SheetQuestion.ofModule(MODULE, words).stream().map(SheetQuestion::id).toList());
    assertTrue(SheetQuestion.ofModule(MODULE, words).get(0).takes(List.of("one", "three")));
  }

  private static List<String> letters(SheetQuestion question) {
    return question.options().stream().map(SheetQuestion.Option::letter).toList();
  }

  @Test
  @DisplayName("Answers are those of the question, and one unless several may be ticked")
  void takes() {
    SheetQuestion one = questions().get(0);
    assertTrue(one.takes(List.of("ask")));
    assertFalse(one.takes(List.of("ask", "send")));
    assertFalse(one.takes(List.of("other")));
    assertFalse(one.takes(List.of()));
  }

  @Test
  @DisplayName("Entered twice, a sheet gives the same events; another sheet gives others")
  void idempotent() {
    Map<String, List<String>> answers = Map.of("rumour", List.of("ask"), "reply", List.of("later"));
    Batch batch = events("2345-6789", answers, Set.of("reply"));
    assertEquals(batch, events("2345-6789", answers, Set.of("reply")));
    assertNotEquals(
        batch.events().get(0).asJsonObject().getString("id"),
        events("2345-678B", answers, Set.of()).events().get(0).asJsonObject().getString("id"));
    assertEquals(
        7, UUID.fromString(batch.events().get(0).asJsonObject().getString("id")).version());
  }

  @Test
  @DisplayName("An answer keeps its shape, its sitting and whether somebody helped")
  void shapes() {
    List<JsonObject> made =
        events(
                "2345-6789",
                Map.of("rumour", List.of("ask"), "reply", List.of("now")),
                Set.of("reply"))
            .events()
            .stream()
            .map(event -> event.asJsonObject())
            .toList();
    assertEquals(
        List.of("item.answered", "item.answered", "attempt.finished"),
        made.stream().map(event -> event.getString("type")).toList());
    JsonObject choice = made.get(0).getJsonObject("body");
    JsonObject chat = made.get(1).getJsonObject("body");
    assertEquals("[\"ask\"]", choice.getJsonObject("response").getJsonArray("answers").toString());
    assertFalse(choice.getBoolean("helped"));
    assertEquals(1, choice.getInt("sitting"));
    assertEquals("now", chat.getJsonObject("response").getString("answer"));
    assertTrue(chat.getBoolean("helped"));
    assertEquals(2, chat.getInt("sitting"));
    assertEquals("a".repeat(64), made.get(0).getString("contentHash"));
  }

  @Test
  @DisplayName("A module's answers are cards that were done")
  void module() {
    JsonObject words =
        json(
            "{\"lang\":\"en\",\"cards\":{\"story\":{},\"which\":{\"title\":\"?\",\"answers\":"
                + "{\"one\":\"1\",\"two\":\"2\",\"three\":\"3\"}}}}");
    Batch batch =
        SheetEvents.of(
            sheet("2345-6789", "module", "whatsapp/right-group"),
            SheetQuestion.ofModule(MODULE, words),
            Map.of("which", List.of("one", "two")),
            Set.of(),
            MADE,
            MADE);
    JsonObject body = batch.events().get(0).asJsonObject().getJsonObject("body");
    assertEquals("whatsapp", body.getString("course"));
    assertEquals("right-group", body.getString("module"));
    assertEquals("which", body.getString("card"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2bcd-fgh9", " 2BCDFGH9 ", "2bcd fgh9"})
  @DisplayName("However a code is typed, it is the same")
  void typed(String text) {
    assertEquals(Optional.of("2BCD-FGH9"), SheetCode.typed(text));
  }

  @Test
  @DisplayName("A drawn code can be typed, and what is none is none")
  void drawn() {
    String code = SheetCode.draw();
    assertEquals(Optional.of(code), SheetCode.typed(code.toLowerCase()));
    for (String none : List.of("", "AAAA-AAAA", "2345-678", "2345-67890", "2345-678%")) {
      assertEquals(Optional.empty(), SheetCode.typed(none));
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("veraPDF finds nothing wrong, and the pages say whose sheet it is")
  void pages(Language language) throws IOException {
    List<SheetQuestion> some = SheetQuestion.ofForm(FORM, words(language));
    List<SheetQuestion> many =
        java.util.Collections.nCopies(6, some).stream().flatMap(List::stream).toList();
    byte[] pdf = print(language, some.get(0).title(), many);
    Files.write(Path.of("target", "sheet." + language.tag() + ".pdf"), pdf);
    assertEquals(List.of(), VeraPdf.faults(pdf));
    try (var document = Loader.loadPDF(pdf)) {
      ImageIO.write(
          new PDFRenderer(document).renderImageWithDPI(0, 100),
          "png",
          Path.of("target", "sheet." + language.tag() + ".png").toFile());
      assertTrue(document.getNumberOfPages() > 1);
    }
    String text = PdfTexts.stripped(pdf);
    assertTrue(text.contains("KNT-017") && text.contains("2345-6789"), text);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("The shipped assessment has room for the day and for help; a module for the day")
  void shipped(Language language) throws IOException {
    FormPackage form = FormPackage.of(FormDraft.read(ContentFiles.shipped()));
    JsonObject text = form.texts().get(language);
    List<SheetQuestion> questions = SheetQuestion.ofForm(form.structure(), text);
    byte[] pdf = print(language, text.getString("title"), questions);
    Files.write(Path.of("target", "sheet-form." + language.tag() + ".pdf"), pdf);
    assertEquals(List.of(), VeraPdf.faults(pdf));
    assertEquals(questions.size(), helped(language, pdf));

    ContentFiles files = ContentFiles.shipped();
    int offered = 0;
    for (String course : Shelf.courses(files)) {
      for (CoursePackages.Module module : CoursePackages.modules(CourseDraft.read(files, course))) {
        JsonObject words = module.texts().get(language);
        List<SheetQuestion> cards = SheetQuestion.ofModule(module.structure(), words);
        if (cards.isEmpty()) {
          continue; // all of it needs a phone
        }
        offered++;
        byte[] pages = print(language, words.getString("title"), cards);
        Files.write(Path.of("target", "sheet-module." + language.tag() + ".pdf"), pages);
        assertEquals(List.of(), VeraPdf.faults(pages));
        assertEquals(0, helped(language, pages));
      }
    }
    assertTrue(offered > 20, "only " + offered);
  }

  private static byte[] print(Language language, String title, List<SheetQuestion> questions) {
    return SheetPages.of(
        new SheetPages.Head(
            "2345-6789", "Sabina · KNT-017", title, "https://kadam.example/#/sheet/2345-6789"),
        language,
        questions,
        ZonedDateTime.parse("2026-11-22T10:00:00+05:30"));
  }

  private static int helped(Language language, byte[] pdf) throws IOException {
    String said = Words.shipped().say(language, "sheet.helped", Map.of()).replaceAll("\\s", "");
    String text = PdfTexts.stripped(pdf).replaceAll("[\\s\u200b]", "");
    return text.split(java.util.regex.Pattern.quote(said), -1).length - 1;
  }
}
