package org.kadam.worker.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kadam.orgunit.entity.Level;

@DisplayName("A demo roster")
class DemoRosterTest {

  private static RosterTable table(String place, String file, Faults faults) {
    return RosterTable.read(
        RosterText.read(
            DemoRosterTest.class.getResourceAsStream(
                "/kadam/roster/" + place + "/" + file + ".csv")),
        faults);
  }

  private static Map<String, WorkerRow> workers(String place) {
    Faults faults = new Faults();
    var rows = WorkerRow.read(table(place, "workers", faults), LocalDate.of(2026, 11, 22));
    faults.refuse();
    return rows;
  }

  private static Map<String, UnitRow> units(String place) {
    Faults faults = new Faults();
    var rows = UnitRow.read(table(place, "units", faults));
    new UnitTree(rows, Map.of()).check();
    faults.refuse();
    return rows;
  }

  private static long count(String place, Predicate<WorkerRow> which) {
    return workers(place).values().stream().filter(which).count();
  }

  @ParameterizedTest
  @ValueSource(strings = {"muzaffarpur", "bokeo"})
  void has_no_fault_and_everybody_works_in_a_place_that_is_there(String place) {
    Map<String, UnitRow> units = units(place);
    assertTrue(workers(place).values().stream().allMatch(w -> units.containsKey(w.unit())));
    Faults faults = new Faults();
    for (AssignmentRow row : AssignmentRow.read(table(place, "assignments", faults))) {
      assertTrue(units.containsKey(row.unit()), row.worker());
      assertTrue(workers(place).containsKey(row.worker()), row.worker());
    }
    faults.refuse();
  }

  @ParameterizedTest
  @CsvSource({"muzaffarpur,BLOCK,16,1920", "bokeo,DISTRICT,5,300"})
  void has_the_districts_places_and_workers(String place, Level level, int places, int workers) {
    assertEquals(
        places, units(place).values().stream().filter(unit -> unit.level() == level).count());
    assertEquals(workers, count(place, worker -> worker.cadre().frontline()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"muzaffarpur", "bokeo"})
  void has_names_of_places_in_every_language(String place) {
    assertTrue(
        units(place).values().stream()
            .allMatch(unit -> unit.nameHi() != null && unit.nameLo() != null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"muzaffarpur", "bokeo"})
  void has_no_phone_number_that_could_be_anybodys(String place) {
    assertEquals(
        0,
        count(
            place,
            w ->
                w.phone() != null
                    && !w.phone().startsWith("+9100000")
                    && !w.phone().startsWith("+85600000")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"muzaffarpur", "bokeo"})
  void has_a_phone_of_her_own_for_most_and_for_some_none(String place) {
    double all = count(place, w -> w.cadre().frontline());
    double own = count(place, w -> w.cadre().frontline() && "own".equals(w.device()));
    assertEquals(0.7, own / all, 0.06);
    assertTrue(count(place, w -> "none".equals(w.device())) > 0);
  }

  @Test
  void lets_a_device_be_offered_to_the_worker_of_the_guide() {
    WorkerRow sabina = workers("muzaffarpur").get("KNT-017");
    assertEquals("सबीना खातून", sabina.name());
    assertEquals("shared", sabina.device());
    assertEquals("IN-BR-MZF-KNT-H2", sabina.unit());
  }
}
