package org.kadam.worker.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kadam.language.Language;

@DisplayName("Names typed for an old font")
class LegacyFontTest {

  private static List<String> samples(String file) {
    try (InputStream in = LegacyFontTest.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> passed(List<String> names, Language meant) {
    return names.stream().filter(name -> LegacyFont.in(name, meant).isEmpty()).toList();
  }

  @Test
  void in_Kruti_Dev_are_nearly_all_found() {
    List<String> names = samples("kruti-dev.txt");
    assertEquals(120, names.size());
    List<String> passed = passed(names, Language.HI);
    assertTrue(passed.size() <= 2, passed.toString());
    assertEquals(Optional.of(Fault.OLD_HINDI_FONT), LegacyFont.in("lquhrk nsoh", Language.HI));
  }

  @Test
  void on_the_Latin_keys_of_old_Lao_fonts_are_nearly_all_found() {
    List<String> names = samples("lao-keys.txt");
    List<String> passed = passed(names, Language.LO);
    assertTrue(passed.size() <= 2, passed.toString());
    assertEquals(Optional.of(Fault.OLD_LAO_FONT), LegacyFont.in("lt[kpfu", Language.LO));
  }

  @Test
  void in_Chanakya_or_a_Lao_font_of_accented_letters_are_found() {
    assertEquals(Optional.of(Fault.OLD_HINDI_FONT), LegacyFont.in("âéÙèÌæ Îðßè", Language.HI));
    String lao =
        new String(
            "สุดา แก้วมะนี".getBytes(Charset.forName("x-windows-874")),
            Charset.forName("windows-1252"));
    assertEquals(Optional.of(Fault.OLD_LAO_FONT), LegacyFont.in(lao, Language.LO));
  }

  @Test
  void in_Thai_letters_are_found_where_Lao_is_meant_and_nowhere_else() {
    assertEquals(Optional.of(Fault.THAI_LETTERS), LegacyFont.in("สีดา แก้วมะนี", Language.LO));
    assertEquals(Optional.empty(), LegacyFont.in("สีดา แก้วมะนี", Language.EN));
  }

  @Test
  void are_not_taken_for_names_in_Latin_letters_from_anywhere() {
    List<String> names = samples("names-in-latin.txt");
    assertTrue(names.size() > 100);
    for (Language meant : Language.values()) {
      assertEquals(names, passed(names, meant));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "सबीना खातून",
        "ສີດາ ແກ້ວມະນີ",
        "José Núñez",
        "Zoë",
        "Nguyễn Thị Ánh",
        "श्री",
        "KNT HSC-3"
      })
  void are_not_taken_for_names_in_Unicode(String name) {
    for (Language meant : Language.values()) {
      assertEquals(Optional.empty(), LegacyFont.in(name, meant));
    }
  }
}
