package org.kadam.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class LineBreaksTest {

  @Test
  void lao_lines_end_between_words() {
    assertEquals(
        List.of("ສະບາຍດີ ", "ການ", "ນຳ", "ໃຊ້"),
        LineBreaks.pieces(Language.LO, "ສະບາຍດີ ການນຳໃຊ້"));
  }

  @Test
  void a_word_that_icu_would_cut_stays_whole() {
    assertEquals(List.of("ດາວໂຫຼດ"), LineBreaks.pieces(Language.LO, "ດາວໂຫຼດ"));
  }

  @Test
  void zero_width_spaces_are_breaks_and_are_not_in_the_pieces() {
    List<String> pieces = LineBreaks.pieces(Language.LO, "ກຸ່ມ\u200bນີ້");
    assertEquals(List.of("ກຸ່ມ", "ນີ້"), pieces);
  }

  @Test
  void hindi_lines_end_at_spaces_and_never_before_a_danda() {
    List<String> pieces = LineBreaks.pieces(Language.HI, "यह ज़्यादा है। बाकी 11 में");
    assertTrue(pieces.contains("है। "), pieces.toString());
  }

  @Test
  void of_nothing_there_are_no_pieces() {
    assertEquals(List.of(), LineBreaks.pieces(Language.EN, " "));
  }
}
