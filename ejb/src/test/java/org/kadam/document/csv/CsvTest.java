package org.kadam.document.csv;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

  private static String text(String... cells) {
    byte[] table = Csv.table(List.of("a"), List.of(Arrays.asList(cells)));
    return new String(table, StandardCharsets.UTF_8).substring("\ufeffa\r\n".length());
  }

  @Test
  void a_table_begins_with_the_mark_that_spreadsheets_know_utf_8_by() {
    byte[] table = Csv.table(List.of("क"), List.of());
    assertArrayEquals(new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf}, Arrays.copyOf(table, 3));
  }

  @Test
  void lines_end_as_the_rfc_says_and_quotes_are_doubled() {
    assertEquals("\"x,y\",\"say \"\"no\"\"\",\r\n", text("x,y", "say \"no\"", null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+91", "-1", "@SUM(A1)", "＝1"})
  void what_could_run_as_a_formula_is_text(String cell) {
    assertEquals("'" + cell + "\r\n", text(cell));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\t=1", "\r=1"})
  void a_formula_behind_white_space_is_text_too(String cell) {
    assertEquals("'" + cell, text(cell).strip().replace("\"", ""));
  }

  @Test
  void names_and_numbers_stay_as_they_are() {
    assertEquals("ຫ້ວຍຊາຍ,1020,23–48\r\n", text("ຫ້ວຍຊາຍ", "1020", "23–48"));
  }
}
