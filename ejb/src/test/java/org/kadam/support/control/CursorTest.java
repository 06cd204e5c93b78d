package org.kadam.support.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kadam.problem.Kind;
import org.kadam.problem.Problem;
import org.kadam.support.entity.Flags;

class CursorTest {

  @Test
  void a_place_comes_back_as_it_went_out() {
    var place =
        new Flags.Place(
            java.time.Instant.ofEpochMilli(1_795_300_000_123L), new java.util.UUID(-5, 7));
    assertEquals(place, Cursor.read(Cursor.of(place)));
  }

  @Test
  void none_is_the_beginning() {
    assertNull(Cursor.read(null));
    assertNull(Cursor.read(""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "!!!", "MTIz", "YSBi", "MSAy", "'; drop table flag"})
  void what_we_did_not_give_out_is_refused(String text) {
    assertEquals(Kind.INVALID, assertThrows(Problem.class, () -> Cursor.read(text)).kind());
  }
}
