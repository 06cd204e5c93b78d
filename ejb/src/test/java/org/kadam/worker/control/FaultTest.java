package org.kadam.worker.control;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kadam.language.Words;

@DisplayName("A fault of a roster")
class FaultTest {

  @ParameterizedTest
  @EnumSource(Fault.class)
  void can_be_told_in_every_language(Fault fault) {
    assertTrue(Words.shipped().has("roster.fault." + fault.kind()), fault.kind());
  }
}
