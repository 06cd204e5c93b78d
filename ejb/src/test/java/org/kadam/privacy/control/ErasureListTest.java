package org.kadam.privacy.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kadam.problem.Problem;

class ErasureListTest {

  private static final Map<UUID, Instant> ONE =
      Map.of(
          UUID.fromString("0f5b0d3e-31f5-4d0a-8d58-0c35a1c4f001"),
          Instant.parse("2026-11-22T04:00:00.123Z"));

  @Test
  @DisplayName("The list comes back as it was given out, whatever ends its lines")
  void there_and_back() {
    String text = ErasureList.text(ONE);
    assertEquals(ONE, ErasureList.read(text));
    assertEquals(ONE, ErasureList.read(text.replace("\n", "\r\n") + "\r\n"));
    assertEquals(Map.of(), ErasureList.read(ErasureList.text(Map.of())));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "0f5b0d3e-31f5-4d0a-8d58-0c35a1c4f001",
        "0f5b0d3e-31f5-4d0a-8d58-0c35a1c4f001,yesterday",
        "KNT-017,2026-11-22T04:00:00Z"
      })
  @DisplayName("What is no list is refused with its line, before anybody is erased")
  void refused(String line) {
    Problem problem =
        assertThrows(Problem.class, () -> ErasureList.read(ErasureList.text(ONE) + line + "\n"));
    assertEquals("line 3", problem.field());
  }
}
