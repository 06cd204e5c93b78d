package org.kadam.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.policy.PolicyError;

class PinTest {
  @ParameterizedTest(name = "‘{0}’")
  @DisplayName("A PIN is the same in the digits of every keyboard")
  @ValueSource(strings = {"258036", "२५८०३६", "໒໕໘໐໓໖", "25 80 36", "२58໐36"})
  void digits(String typed) {
    assertEquals("258036", Pin.typed(typed).digits());
    assertTrue(Pin.typed(typed).isWhole());
    assertTrue(Pin.typed(typed).flaw("password").isEmpty());
  }

  @ParameterizedTest(name = "{0}: {1}")
  @DisplayName("What cannot be a PIN is named")
  @CsvSource({
    "'',missingPasswordMessage",
    "25803,pinTooShort",
    "2,pinTooShort",
    "2580366,pinShape",
    "abcdef,pinShape",
    "25803a,pinShape",
    "२५८०३,pinTooShort"
  })
  void flaws(String typed, String message) {
    FormMessage flaw = Pin.typed(typed).flaw("password").orElseThrow();
    assertEquals(message, flaw.getMessage());
    assertEquals("password", flaw.getField());
  }

  @Test
  @DisplayName("How many digits are missing is said")
  void missing() {
    Object[] said = Pin.typed("2580").flaw("password").orElseThrow().getParameters();
    assertEquals(2, said[0]);
  }

  @ParameterizedTest(name = "‘{0}’")
  @DisplayName("A PIN that others would try first is refused")
  @ValueSource(
      strings = {
        "000000", "111111", "999999", "123456", "654321", "012345", "890123", "024680", "121212",
        "123123", "112233", "998877", "111222", "123321", "100000", "000001", "111112", "159753",
        "147258", "789456", "102030", "123654"
      })
  void guessable(String pin) {
    assertRefused("pinGuessable", pin);
  }

  @ParameterizedTest(name = "‘{0}’")
  @DisplayName("Any other PIN will do, the ones of the demo too")
  @ValueSource(strings = {"258036", "135790", "748205", "903417", "260417", "558201"})
  void fine(String pin) {
    assertFalse(GuessablePins.contains(pin));
    assertNull(new GuessablePinPolicy().validate("knt-017", pin));
  }

  @ParameterizedTest(name = "‘{0}’")
  @DisplayName("The policy itself takes six digits 0-9 and nothing else")
  @ValueSource(strings = {"", "25803", "2580366", "abcdef", "२५८०३६", "25 036"})
  void shape(String pin) {
    assertRefused("pinShape", pin);
  }

  @Test
  @DisplayName("Few of the million PINs are refused")
  void fewAreRefused() {
    long refused =
        IntStream.range(0, 1_000_000)
            .mapToObj(i -> String.format("%06d", i))
            .filter(GuessablePins::contains)
            .count();
    assertTrue(refused > 1_000 && refused < 6_000, "refused " + refused);
  }

  private static void assertRefused(String reason, String pin) {
    PolicyError error = new GuessablePinPolicy().validate("knt-017", pin);
    assertNotNull(error, pin);
    assertEquals(reason, error.getMessage());
  }
}
