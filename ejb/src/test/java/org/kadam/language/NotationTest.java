package org.kadam.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotationTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "HI; IN; 12,34,567",
        "EN; IN; 12,34,567",
        "EN; LA; 1,234,567",
        "LO; LA; 1.234.567",
        "HI; LA; 12,34,567"
      })
  void numbers_are_grouped_as_the_country_reads_them(
      Language language, String country, String written) {
    assertEquals(written, Notation.of(language, country).whole(1_234_567));
  }

  @Test
  void a_number_of_four_digits_is_grouped_too() {
    assertEquals("1,020", Notation.of(Language.HI, "IN").whole(1020));
    assertEquals("1.020", Notation.of(Language.LO, "LA").whole(1020));
  }

  @ParameterizedTest
  @CsvSource({
    "EN, IN, 22 November 2026",
    "EN, LA, 22 November 2026",
    "HI, IN, 22 नवंबर 2026",
    "LO, LA, 22 ພະຈິກ 2026"
  })
  void days_have_their_month_in_words(Language language, String country, String written) {
    assertEquals(written, Notation.of(language, country).day(LocalDate.of(2026, 11, 22)));
  }

  @ParameterizedTest
  @CsvSource({"EN, IN, Aurai and Katra", "HI, IN, Aurai और Katra", "LO, LA, Aurai ແລະ Katra"})
  void two_things_have_an_and_between_them(Language language, String country, String written) {
    assertEquals(written, Notation.of(language, country).list(List.of("Aurai", "Katra")));
  }

  @Test
  void hindi_is_ordered_as_in_the_dictionary() {
    assertEquals(
        List.of("औराई", "कटरा", "मोतीपुर"),
        List.of("मोतीपुर", "कटरा", "औराई").stream()
            .sorted(Notation.of(Language.HI, "IN").order())
            .toList());
  }
}
