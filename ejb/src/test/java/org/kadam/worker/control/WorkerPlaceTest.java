package org.kadam.worker.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.kadam.orgunit.entity.Department;
import org.kadam.orgunit.entity.Land;
import org.kadam.problem.Problem;

@DisplayName("A worker on a roster")
class WorkerPlaceTest {

  private static List<String> told(String cadre, WorkerRow.Place place) {
    Faults faults = new Faults();
    String file =
        String.join(",", RosterKind.WORKERS.columns())
            + "\nX1,Invented,f,1990,,hi,"
            + cadre
            + ",,true,U,,\n";
    RosterTable.read(
        new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)),
        Columns.OURS,
        faults,
        kind -> row -> WorkerRow.read(row, LocalDate.of(2026, 11, 22)).check(place));
    try {
      faults.refuse();
      return List.of();
    } catch (Problem problem) {
      return problem.details().stream().map(d -> d.field() + ":" + d.kind()).toList();
    }
  }

  @Test
  void works_in_a_place_of_her_land_and_department() {
    assertEquals(List.of(), told("asha", new WorkerRow.Place(Land.IN, Department.HEALTH)));
    assertEquals(List.of(), told("asha", new WorkerRow.Place(Land.IN, null)));
    assertEquals(List.of(), told("officer", new WorkerRow.Place(Land.LA, null)));
  }

  @Test
  void cannot_work_in_a_place_that_is_not_there() {
    assertEquals(List.of("unit_code:unknown"), told("asha", null));
  }

  @Test
  void cannot_have_a_cadre_of_another_land() {
    assertEquals(
        List.of("cadre:land"), told("asha", new WorkerRow.Place(Land.LA, Department.HEALTH)));
  }

  @Test
  void cannot_work_in_a_place_of_the_other_department() {
    assertEquals(
        List.of("unit_code:department"),
        told("aww", new WorkerRow.Place(Land.IN, Department.HEALTH)));
  }
}
