package org.kadam.equity.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WilsonTest {

  @ParameterizedTest
  @CsvSource({
    "3, 10, .107791, .603222",
    "0, 8, 0, .324408",
    "8, 8, .675592, 1",
    "45, 60, .627679, .842235",
    "65, 100, .552544, .736358"
  })
  void the_interval_is_the_one_that_others_compute(int count, int of, double low, double high) {
    Wilson interval = Wilson.of(count, of);
    assertEquals(low, interval.low(), 1e-6);
    assertEquals(high, interval.high(), 1e-6);
  }

  @Test
  void there_is_no_proportion_of_nobody() {
    assertThrows(IllegalArgumentException.class, () -> Wilson.of(0, 0));
  }
}
