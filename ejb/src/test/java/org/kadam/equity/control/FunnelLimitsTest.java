package org.kadam.equity.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FunnelLimitsTest {

  private static final double MEAN = .80642448;

  @ParameterizedTest
  @CsvSource({"1, 3.204264, 100", "10, 56.154344, 100", "598, 77.475765, 83.809131"})
  void limits_at_95_percent_are_those_that_ukhsa_prints(int of, double low, double high) {
    FunnelLimits limits = FunnelLimits.at95(MEAN, of);
    assertEquals(low, 100 * limits.low(), 1e-5);
    assertEquals(high, 100 * limits.high(), 1e-5);
  }

  @ParameterizedTest
  @CsvSource({"10, 42.03259, 100", "598, 75.649608, 85.635287"})
  void limits_at_99_8_percent_are_those_that_ukhsa_prints(int of, double low, double high) {
    FunnelLimits limits = FunnelLimits.at998(MEAN, of);
    assertEquals(low, 100 * limits.low(), 1e-5);
    assertEquals(high, 100 * limits.high(), 1e-5);
  }
}
