package org.kadam.document.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperatorsTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "1, 1",
    "-1, -1",
    "0.5, 0.5",
    "-0.25, -0.25",
    "12.3, 12.3",
    "12.03, 12.03",
    "-0.001, 0",
    "0.999, 1",
    "841.89, 841.89"
  })
  void numbers_are_as_short_as_they_go(float value, String written) {
    assertEquals(written, Operators.number(value));
  }

  @Test
  void text_is_written_in_utf_16() {
    assertEquals("<FEFF00410915>", Operators.utf16("Aक"));
  }
}
