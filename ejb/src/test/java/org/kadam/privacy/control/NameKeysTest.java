package org.kadam.privacy.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameKeysTest {

  private static final String OLD = "1:" + key(1);
  private static final String NEW = "2:" + key(2);
  private static final UUID SABINA = UUID.fromString("0f5b0d3e-31f5-4d0a-8d58-0c35a1c4f001");
  private static final UUID RIMA = UUID.fromString("0f5b0d3e-31f5-4d0a-8d58-0c35a1c4f002");

  private static String key(int fill) {
    byte[] bytes = new byte[32];
    Arrays.fill(bytes, (byte) fill);
    return Base64.getEncoder().encodeToString(bytes);
  }

  @Test
  @DisplayName("A name comes back as it was, in every script, and its box does not show it")
  void there_and_back() {
    NameKeys keys = NameKeys.of(OLD);
    for (String name : new String[] {"सबीना ख़ातून", "ນາງ ຄຳຫຼ້າ", "Sabina", ""}) {
      byte[] box = keys.seal(SABINA, "name", name);
      assertEquals(name, keys.open(SABINA, "name", box));
      String raw = new String(box, StandardCharsets.UTF_8);
      assertFalse(!name.isEmpty() && raw.contains(name));
    }
    assertNull(keys.open(SABINA, "phone", keys.seal(SABINA, "phone", null)));
  }

  @Test
  @DisplayName("The same name sealed twice gives two boxes: nobody can compare them")
  void no_two_alike() {
    NameKeys keys = NameKeys.of(OLD);
    assertFalse(
        Arrays.equals(
            keys.seal(SABINA, "name", "Sabina Khatun"),
            keys.seal(SABINA, "name", "Sabina Khatun")));
  }

  @Test
  @DisplayName("A box does not open for another person, as another thing, or when touched")
  void bound_to_whose_and_what_it_is() {
    NameKeys keys = NameKeys.of(OLD);
    byte[] box = keys.seal(SABINA, "name", "Sabina Khatun");
    assertThrows(IllegalStateException.class, () -> keys.open(RIMA, "name", box));
    assertThrows(IllegalStateException.class, () -> keys.open(SABINA, "phone", box));
    byte[] touched = box.clone();
    touched[touched.length - 1] ^= 1;
    assertThrows(IllegalStateException.class, () -> keys.open(SABINA, "name", touched));
  }

  @Test
  @DisplayName("With a new key in front, old boxes open and new ones are the new key's")
  void keys_can_be_turned() {
    byte[] old = NameKeys.of(OLD).seal(SABINA, "name", "Sabina Khatun");
    NameKeys both = NameKeys.of(NEW + ", " + OLD);
    assertEquals("Sabina Khatun", both.open(SABINA, "name", old));
    assertFalse(both.isCurrent(old));
    byte[] fresh = both.seal(SABINA, "name", "Sabina Khatun");
    assertTrue(both.isCurrent(fresh));
    assertEquals("Sabina Khatun", NameKeys.of(NEW).open(SABINA, "name", fresh));
    assertThrows(IllegalStateException.class, () -> NameKeys.of(NEW).open(SABINA, "name", old));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1",
        "1:",
        "x:AAAA",
        "1:AAAA",
        "1:not base64 at all!",
        ",",
        "1:AAAA,2:AAAA",
        "1:AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=,1:AgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgI="
      })
  @DisplayName("A setting that is none is refused, and the refusal does not repeat it")
  void refusals_do_not_tell(String setting) {
    Exception refused = assertThrows(IllegalArgumentException.class, () -> NameKeys.of(setting));
    assertFalse(refused.getMessage().contains("AAAA"));
    assertNull(refused.getCause());
  }
}
