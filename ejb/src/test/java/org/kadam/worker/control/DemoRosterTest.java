package org.kadam.worker.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kadam.orgunit.entity.Level;

@DisplayName("A demo roster")
class DemoRosterTest {

  private static <T> List<T> rows(String place, String file, Function<Row, T> read) {
    Faults faults = new Faults();
    List<T> rows = new ArrayList<>();
    RosterTable.read(
        DemoRosterTest.class.getResourceAsStream("/kadam/roster/" + place + "/" + file + ".csv"),
        Columns.OURS,
        faults,
        kind -> row -> rows.add(read.apply(row)));
    faults.refuse();
    return rows;
  }

  private static Map<String, WorkerRow> workers(String place) {
    LocalDate today = LocalDate.of(2026, 11, 22);
    return rows(place, "workers", row -> WorkerRow.read(row, today)).stream()
        .collect(Collectors.toMap(WorkerRow::code, Function.identity()));
  }

  private static Map<String, UnitRow> units(String place) {
    Map<String, UnitRow> units =
        rows(place, "units", UnitRow::read).stream()
            .collect(Collectors.toMap(UnitRow::code, Function.identity()));
    assertEquals(units.size(), new UnitTree(units, Map.of()).check().size());
    return units;
  }

  private static long count(String place, Predicate<WorkerRow> which) {
    return workers(place).values().stream().filter(which).count();
  }

  @ParameterizedTest
  @ValueSource(strings = {"muzaffarpur", "bokeo"})
  void has_no_fault_and_everybody_works_in_a_place_that_is_there(String place) {
    Map<String, UnitRow> units = units(place);
    Map<String, WorkerRow> workers = workers(place);
    assertTrue(workers.values().stream().allMatch(w -> units.containsKey(w.unit())));
    for (AssignmentRow row : rows(place, "assignments", AssignmentRow::read)) {
      assertTrue(units.containsKey(row.unit()), row.worker());
      assertTrue(workers.containsKey(row.worker()), row.worker());
    }
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
