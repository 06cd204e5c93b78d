package org.kadam.document.font;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypesetterTest {

  private static Line set(String text) {
    return new Typesetter().set(text, Weight.REGULAR);
  }

  private static List<Cluster> clusters(String text) {
    return set(text).runs().stream().flatMap(run -> run.clusters().stream()).toList();
  }

  private static List<Glyph> glyphs(String text) {
    return clusters(text).stream().flatMap(cluster -> cluster.glyphs().stream()).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "कीर्ति",
        "श्रद्धा 95 %",
        "ज़िला मुज़फ़्फ़रपुर",
        "ນ້ຳ ບໍ່",
        "Block 1: कांटी, ຫ້ວຍຊາຍ"
      })
  void no_letter_is_lost(String text) {
    StringBuilder letters = new StringBuilder();
    clusters(text).forEach(cluster -> letters.append(cluster.text()));
    assertEquals(text, letters.toString());
  }

  @ParameterizedTest
  @CsvSource({"श्र, 1", "क्ष, 1", "त्र, 1", "ज्ञ, 1"})
  void consonants_that_meet_become_one_shape(String letters, int shapes) {
    assertEquals(shapes, glyphs(letters).size());
  }

  @Test
  void a_short_i_stands_before_the_consonant_that_it_is_spoken_after() {
    assertEquals(glyphs("क").get(0).id(), glyphs("कि").get(1).id());
  }

  @Test
  void a_lao_tone_mark_makes_way_for_a_vowel_above_the_same_consonant() {
    assertNotEquals(last("ກ່").id(), last("ກິ່").id(), "the mark has a higher shape there");
  }

  private static Glyph last(String text) {
    List<Glyph> glyphs = glyphs(text);
    return glyphs.get(glyphs.size() - 1);
  }

  @Test
  void each_script_gets_its_face_and_signs_go_along_with_the_letters_before_them() {
    assertEquals(
        List.of("NotoSansDevanagari-Regular", "NotoSans-Regular", "NotoSansLao-Regular"),
        set("कांटी, 60 ກ").runs().stream().map(run -> run.face().name()).toList());
  }

  @Test
  void a_line_is_as_wide_as_its_glyphs_together() {
    Line line = set("ABC");
    assertEquals(line.width(10), set("A").width(10) + set("B").width(10) + set("C").width(10), .5f);
  }

  @Test
  void line_ends_are_spaces() {
    assertEquals(set("a b").width(10), set("a\nb").width(10), 0);
  }
}
