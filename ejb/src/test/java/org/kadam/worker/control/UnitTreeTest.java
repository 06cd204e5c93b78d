package org.kadam.worker.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.kadam.orgunit.entity.Department;
import org.kadam.orgunit.entity.Level;
import org.kadam.problem.Problem;

@DisplayName("A roster of places")
class UnitTreeTest {

  private static final String HEADER =
      "unit_code,parent_code,level,department,name_en,name_hi,name_lo,time_zone\n";
  private static final Map<String, UnitTree.Known> KNOWN =
      Map.of(
          "IN-BR", new UnitTree.Known("/IN/IN-BR/", Level.STATE, null),
          "B", new UnitTree.Known("/IN/IN-BR/D/B/", Level.BLOCK, null),
          "D", new UnitTree.Known("/IN/IN-BR/D/", Level.DISTRICT, null),
          "S", new UnitTree.Known("/IN/IN-BR/D/B/S/", Level.SECTOR, Department.ICDS));

  private static List<String> order(String rows) {
    Faults faults = new Faults();
    Map<String, UnitRow> units = new LinkedHashMap<>();
    FirstOf<String> codes = new FirstOf<>();
    RosterTable.read(
        new ByteArrayInputStream((HEADER + rows).getBytes(StandardCharsets.UTF_8)),
        Columns.OURS,
        faults,
        kind ->
            row -> {
              UnitRow unit = UnitRow.read(row);
              if (unit.code() != null && codes.take(unit.code(), row, "unit_code")) {
                units.put(unit.code(), unit);
              }
            });
    List<UnitRow> order = new UnitTree(units, KNOWN).check();
    faults.refuse();
    return order.stream().map(UnitRow::code).toList();
  }

  private static List<String> told(String rows) {
    return assertThrows(Problem.class, () -> order(rows)).details().stream()
        .map(d -> d.line() + ":" + d.field() + ":" + d.kind())
        .toList();
  }

  @Test
  void puts_parents_before_children_in_whatever_order_they_stand() {
    assertEquals(
        List.of("IN", "IN-BR", "D", "B2", "B3"),
        order(
            "B2,D,block,,Two,,,\nD,IN-BR,district,,D,,,\nIN-BR,IN,state,,Bihar,,,\n"
                + "IN,,country,,India,,,Asia/Kolkata\nB3,D,block,,Three,,,\n"));
  }

  @Test
  void may_hang_on_places_that_are_known_already() {
    assertEquals(List.of("F"), order("F,B,facility,health,F,,,\n"));
  }

  @Test
  void is_told_of_a_parent_that_does_not_exist() {
    assertEquals(List.of("2:parent_code:unknown"), told("F,NOWHERE,facility,,F,,,\n"));
  }

  @Test
  void is_not_told_that_a_parent_is_missing_which_only_has_a_fault_of_its_own() {
    assertEquals(
        List.of("2:time_zone:zone"), told("B9,D,block,,B,,,Mars/Phobos\nF,B9,facility,,F,,,\n"));
  }

  @Test
  void is_told_of_places_that_would_lie_in_themselves_and_of_no_other() {
    assertEquals(
        List.of("2:parent_code:cycle", "3:parent_code:cycle"),
        told("X,Y,block,,X,,,\nY,X,facility,,Y,,,\nZ,Y,village,,Z,,,\n"));
    assertEquals(List.of("2:parent_code:cycle"), told("X,X,block,,X,,,\n"));
  }

  @Test
  void is_told_of_a_cycle_that_closes_over_places_known_already() {
    assertEquals(List.of("2:parent_code:cycle"), told("D,S,district,,D,,,\n"));
  }

  @Test
  void is_told_of_a_place_that_is_wider_than_its_parent() {
    assertEquals(List.of("2:level:level"), told("D2,B,district,,D,,,\n"));
  }

  @Test
  void is_told_of_a_country_with_a_parent_and_of_anything_else_without_one() {
    assertEquals(
        List.of("2:parent_code:parent", "2:level:level", "3:parent_code:parent"),
        told("LA,IN-BR,country,,Laos,,,Asia/Vientiane\nD2,,district,,D,,,\n"));
  }

  @Test
  void is_told_of_a_country_that_Kadam_does_not_know_and_of_one_without_a_time_zone() {
    assertEquals(
        List.of("2:unit_code:land", "3:time_zone:required"),
        told("XX,,country,,X,,,Asia/Kolkata\nLA,,country,,Laos,,,\n"));
  }

  @Test
  void is_told_of_a_place_of_one_department_inside_one_of_the_other() {
    assertEquals(List.of("2:department:department"), told("V,S,village,health,V,,,\n"));
  }
}
