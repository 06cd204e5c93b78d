package org.kadam.assessment.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.kadam.assessment.control.ResponseSheet.Version;

class ResponseSheetTest {

  private static final Version TASK = new Version("task", 1, true);
  private static final Version CHANGED = new Version("task", 2, true);
  private static final Version QUESTION = new Version("ask", 10, false);

  private static List<Map<Version, Outcome>> people(int count) {
    List<Map<Version, Outcome>> people = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Outcome outcome = Outcome.values()[i % Outcome.values().length];
      people.add(Map.of(TASK, outcome, QUESTION, outcome));
    }
    return people;
  }

  private static List<String> lines(List<Map<Version, Outcome>> people) {
    byte[] sheet = ResponseSheet.of(people, new SecureRandom()::nextBytes);
    return new String(sheet, StandardCharsets.UTF_8).replace("\ufeff", "").lines().toList();
  }

  private static List<String> withoutPseudonyms(List<String> lines) {
    return lines.stream().skip(1).map(line -> line.substring(line.indexOf(',') + 1)).toList();
  }

  @Test
  void a_row_a_person_and_a_column_an_item_version() {
    List<Map<Version, Outcome>> people = people(12);
    people.add(Map.of(CHANGED, Outcome.DONE));
    people.add(Map.of());
    List<String> lines = lines(people);
    assertEquals("person,ask.v10,task.v1,task.v2", lines.get(0));
    assertEquals(1 + 13, lines.size());
    List<String> rows = withoutPseudonyms(lines);
    assertEquals(3, rows.stream().filter("0,0,NA"::equals).count());
    assertEquals(3, rows.stream().filter("1,2,NA"::equals).count());
    // Help with a task is part of the way; an answer that somebody gave with her says nothing.
    assertEquals(3, rows.stream().filter("NA,1,NA"::equals).count());
    // Helped with and yet not done says nothing of either.
    assertEquals(3, rows.stream().filter("NA,NA,NA"::equals).count());
    assertEquals(1, rows.stream().filter("NA,NA,2"::equals).count());
  }

  @Test
  void pseudonyms_are_made_anew_for_each_table_and_the_rows_stand_in_their_order() {
    List<String> first = pseudonyms(lines(people(30)));
    List<String> second = pseudonyms(lines(people(30)));
    assertEquals(30, new TreeSet<>(first).size());
    assertEquals(List.copyOf(new TreeSet<>(first)), first);
    assertTrue(first.stream().allMatch(name -> name.matches("p[0-9a-f]{24}")));
    assertFalse(first.stream().anyMatch(second::contains));
  }

  private static List<String> pseudonyms(List<String> lines) {
    return lines.stream().skip(1).map(line -> line.substring(0, line.indexOf(','))).toList();
  }

  @Test
  void so_few_people_that_they_could_be_recognised_are_no_table() {
    List<Map<Version, Outcome>> nine = people(9);
    nine.add(Map.of());
    assertThrows(IllegalArgumentException.class, () -> lines(nine));
    assertEquals(11, lines(people(10)).size());
  }

  @Test
  void no_cell_is_run_as_a_formula() {
    List<Map<Version, Outcome>> people = people(10);
    people.add(Map.of(new Version("=cmd|'/c calc'!A0", 1, true), Outcome.DONE));
    String head = lines(people).get(0);
    assertTrue(head.startsWith("person,'=cmd"), head);
  }

  @Test
  void numbers_that_are_not_random_are_noticed() {
    assertThrows(
        IllegalStateException.class, () -> ResponseSheet.of(people(10), bytes -> bytes[0] = 1));
  }
}
