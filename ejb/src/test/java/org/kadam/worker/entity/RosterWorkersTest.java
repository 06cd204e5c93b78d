package org.kadam.worker.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The places of a file of people")
class RosterWorkersTest {

  @ParameterizedTest
  @CsvSource({
    "/IN/B/D/K/H1/,/IN/B/D/K/H1/,/IN/B/D/K/H1/",
    "/IN/B/D/K/H1/,/IN/B/D/K/H2/,/IN/B/D/K/",
    "/IN/B/D/K/,/IN/B/D/K/H2/,/IN/B/D/K/",
    "/IN/B/D/KN/,/IN/B/D/K/,/IN/B/D/",
    "/IN/B/D/A/X/,/IN/B/D/C/Y/,/IN/B/D/"
  })
  void reach_as_far_as_the_narrowest_place_around_them(String one, String other, String around) {
    assertEquals(around, RosterWorkers.common(one, other));
    assertEquals(around, RosterWorkers.common(other, one));
  }
}
