package org.kadam.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignInNameTest {
  @ParameterizedTest(name = "‘{0}’")
  @DisplayName("However a worker types her id, it is the same id")
  @ValueSource(
      strings = {
        "KNT-017",
        "knt-017",
        "  Knt-017 ",
        "KNT 017",
        "KNT - 017",
        "KNT–017",
        "KNT‑017",
        "KNT017",
        "knt-०१७",
        "KNT໐໑໗",
        "KNT\u00a0017",
        "KNT-\u200b017"
      })
  void oneId(String typed) {
    assertTrue(new SignInName(typed).workerIds().contains("knt-017"), typed);
    assertEquals(Optional.empty(), new SignInName(typed).phone());
  }

  @ParameterizedTest(name = "‘{0}’")
  @DisplayName("Ids of helpers, officers and whole provinces stay what they are")
  @CsvSource({"KNT-F2,knt-f2", "MZF-D1,mzf-d1", "BKO-D1,bko-d1", "KADAM-A1,kadam-a1"})
  void otherIds(String typed, String id) {
    assertEquals(id, new SignInName(typed).workerIds().get(0));
  }

  @ParameterizedTest(name = "{0} is {1}")
  @DisplayName("A phone number is one number however it is written")
  @CsvSource({
    "9812345678,+919812345678",
    "98123 45678,+919812345678",
    "98123-45678,+919812345678",
    "09812345678,+919812345678",
    "+91 98123 45678,+919812345678",
    "+91 (0) 98123 45678,+919812345678",
    "919812345678,+919812345678",
    "0091 98123 45678,+919812345678",
    "९८१२३४५६७८,+919812345678",
    "+९१ ९८१२३ ४५६७८,+919812345678",
    "020 5551 2345,+8562055512345",
    "2055512345,+8562055512345",
    "55512345,+8562055512345",
    "+856 20 5551 2345,+8562055512345",
    "+856 (0)20 5551 2345,+8562055512345",
    "85620 55512345,+8562055512345",
    "00856 20 55512345,+8562055512345",
    "໐໒໐ ໕໕໕໑ ໒໓໔໕,+8562055512345",
    "+66 81 234 5678,+66812345678"
  })
  void onePhone(String typed, String e164) {
    assertEquals(Optional.of(e164), new SignInName(typed).phone());
  }

  @ParameterizedTest(name = "‘{0}’")
  @DisplayName("What is no phone number is not made into one")
  @ValueSource(
      strings = {
        "",
        "KNT-017",
        "017",
        "258036",
        "1234567890",
        "+91",
        "+0123456789",
        "98123456789012345",
        "98x1234567"
      })
  void noPhone(String typed) {
    assertEquals(Optional.empty(), new SignInName(typed).phone());
  }

  @Test
  @DisplayName("Wrong tries with one number are counted together, however it is written")
  void oneSpelling() {
    assertEquals(
        new SignInName("+91 98123 45678").spelling(), new SignInName("०९८१२३४५६७८").spelling());
    assertEquals(new SignInName("knt 017").spelling(), new SignInName("KNT-०१७").spelling());
  }

  @Test
  @DisplayName("Nothing typed is nothing")
  void nothing() {
    assertTrue(new SignInName(null).isEmpty());
    assertTrue(new SignInName("  ").isEmpty());
  }
}
