package org.kadam.signin;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirstPinTest {
  private static final long NOW = 1_795_000_000_000L;
  private static final long HOUR = 3_600_000;

  @Test
  @DisplayName("A first PIN is good for 72 hours and not a moment longer")
  void threeDays() {
    assertFalse(FirstPin.tooOld(NOW, NOW));
    assertFalse(FirstPin.tooOld(NOW - 72 * HOUR, NOW));
    assertTrue(FirstPin.tooOld(NOW - 72 * HOUR - 1, NOW));
  }

  @Test
  @DisplayName("One of which nobody knows when it was made is too old")
  void unknown() {
    assertTrue(FirstPin.tooOld(null, NOW));
  }

  @ParameterizedTest
  @DisplayName("Only the app's door for own phones makes a phone her own")
  @CsvSource({
    "https://kadam.example/sign-in/own,true",
    "https://kadam.example/sign-in/own?ui_locales=hi,true",
    "https://kadam.example/sign-in/shared,false",
    "https://kadam.example/sign-in/owned,false",
    "https://kadam.example/sign-in?x=/sign-in/own,false",
    "https://kadam.example/sign-in#/sign-in/own,false",
    "https://kadam.example/sign-in,false"
  })
  void ownPhone(String wayBack, boolean own) {
    assertTrue(own == OwnPhone.saidIn(wayBack));
    assertFalse(OwnPhone.saidIn(null));
  }
}
