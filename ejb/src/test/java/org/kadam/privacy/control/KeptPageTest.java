package org.kadam.privacy.control;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kadam.language.Language;

class KeptPageTest {

  private static final Instant NOW = Instant.parse("2026-11-21T20:00:00Z");

  private static String page(Language language, Holding.Kept... kept) {
    return new KeptPage(language, ZoneId.of("Asia/Kolkata"), false, "B. Sahay, 0621 000000")
        .of(List.of(kept), NOW);
  }

  private static JsonObject record(String field, String value) {
    return Json.createObjectBuilder().add(field, value).build();
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  @DisplayName("The page is whole in each language and leaves no hole")
  void whole(Language language) {
    String page =
        page(
            language,
            new Holding.Kept("name", "roster", "roster", List.of(record("name", "Sabina"))),
            new Holding.Kept("looks", "looks", "server", List.of()));
    assertTrue(page.contains("<html lang=\"" + language.tag() + "\">"));
    assertTrue(page.contains("Sabina"));
    assertTrue(page.contains("B. Sahay, 0621 000000"));
    assertFalse(page.contains("{"), "a hole nobody filled");
  }

  @Test
  @DisplayName("Days are those of her place, and codes are told in words")
  void days_and_words() {
    String page =
        page(
            Language.EN,
            new Holding.Kept(
                "looks",
                "looks",
                "server",
                List.of(
                    Json.createObjectBuilder()
                        .add("at", "2026-11-21T20:00:00Z")
                        .add("why", "offers")
                        .add("role", "helper")
                        .build())));
    assertTrue(page.contains("<td>2026-11-22</td>"), "half past one at night in Bihar");
    assertTrue(page.contains("an offer of help that you said yes to"));
    assertTrue(page.contains("<td>helper</td>"));
  }

  @Test
  @DisplayName("What somebody wrote stays text, whatever it looks like")
  void escaped() {
    String page =
        page(
            Language.EN,
            new Holding.Kept(
                "requests", "requests", "you", List.of(record("text", "<img src=x> & \"me\""))));
    assertTrue(page.contains("&lt;img src=x&gt; &amp; &quot;me&quot;"));
    assertFalse(page.contains("<img"));
  }

  @Test
  @DisplayName("A long list shows its end and says how much there is")
  void long_lists() {
    List<JsonObject> many =
        IntStream.range(0, 100).mapToObj(i -> record("type", "step-" + i + "-")).toList();
    String page = page(Language.EN, new Holding.Kept("events", "learning", "phone", many));
    assertTrue(page.contains("The last 40 of 100."));
    assertTrue(page.contains("step-99-"));
    assertFalse(page.contains("step-59-"));
  }
}
