package org.kadam.assessment.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NightsTest {

  @ParameterizedTest
  @CsvSource({
    "2026-11-21T18:59:00Z, false", // 01:59 in Vientiane
    "2026-11-21T19:00:00Z, true", // 02:00 there
    "2026-11-21T20:30:00Z, true", // 02:00 in Patna
    "2026-11-21T22:29:00Z, true",
    "2026-11-21T22:30:00Z, false", // 04:00 there
    "2026-11-22T02:30:00Z, false", // night where the server may be
  })
  void night_is_where_people_are(String at, boolean night) {
    assertEquals(night, Nights.in(List.of("Asia/Kolkata", "Asia/Vientiane"), Instant.parse(at)));
  }
}
