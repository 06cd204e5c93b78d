package org.kadam.worker.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.kadam.problem.Problem;

@DisplayName("Headings of a file from elsewhere")
class HeadingsTest {

  private static List<WorkerRow> read(String file, Columns columns) {
    Faults faults = new Faults();
    List<WorkerRow> rows = new ArrayList<>();
    RosterTable.read(
        new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)),
        columns,
        faults,
        kind -> row -> rows.add(WorkerRow.read(row, LocalDate.of(2026, 11, 22))));
    faults.refuse();
    return rows;
  }

  @Test
  void are_known_in_English_Hindi_and_Lao_however_they_are_written() {
    List<String> header =
        List.of("ASHA ID", "नाम", "Mobile No.", "ຕຳແໜ່ງ", "Sub-centre code", "Bank");
    Columns proposed = Headings.propose(header, Map.of());
    assertEquals(
        Map.of(
            "ASHA ID", "worker_id",
            "नाम", "name",
            "Mobile No.", "phone_e164",
            "ຕຳແໜ່ງ", "cadre",
            "Sub-centre code", "unit_code",
            "Bank", ""),
        proposed.headings());
    assertEquals(Map.of("active", "true"), proposed.all());
  }

  @Test
  void mean_what_an_administrator_said_the_last_time() {
    List<String> header = List.of("ID", "Name", "Bank");
    Columns proposed = Headings.propose(header, Map.of("id", "", "bank", "worker_id"));
    assertEquals("", proposed.headings().get("ID"));
    assertEquals("worker_id", proposed.headings().get("Bank"));
  }

  @Test
  void never_mean_the_same_twice() {
    Columns proposed = Headings.propose(List.of("ID", "ASHA ID", "Name"), Map.of());
    assertEquals("worker_id", proposed.headings().get("ID"));
    assertEquals("", proposed.headings().get("ASHA ID"));
  }

  @Test
  void of_places_are_told_from_those_of_people() {
    Columns proposed =
        Headings.propose(List.of("Unit code", "Parent", "Level", "English name"), Map.of());
    assertEquals("level", proposed.headings().get("Level"));
    assertEquals(
        RosterKind.UNITS,
        proposed.kind(List.of("Unit code", "Parent", "Level", "English name")).orElseThrow());
  }

  @Test
  void let_a_file_with_few_columns_be_read_and_leave_the_rest_unsaid() {
    Columns columns =
        new Columns(
            Map.of(
                "ASHA ID",
                "worker_id",
                "नाम",
                "name",
                "Mobile",
                "phone_e164",
                "HSC",
                "unit_code",
                "Bank",
                ""),
            Map.of("cadre", "asha", "language", "hi", "active", "true", "phone_country", "+91"));
    WorkerRow row =
        read("ASHA ID,नाम,Mobile,HSC,Bank\nknt-1,सबीना खातून,00000 12345,U1,=x\n", columns).get(0);
    assertEquals("KNT-1", row.code());
    assertEquals("asha", row.cadre().code());
    assertTrue(row.row().has("phone_e164"));
    assertFalse(row.row().has("birth_year"));
  }

  @Test
  void take_phone_numbers_without_a_country_from_the_country_of_the_file() {
    Map<String, String> headings = Map.of("ID", "worker_id", "N", "name", "M", "phone_e164");
    Map<String, String> all =
        Map.of("cadre", "asha", "language", "hi", "active", "true", "unit_code", "U");
    Map<String, String> india = new java.util.HashMap<>(all);
    india.put("phone_country", "+91");
    String file = "ID,N,M\nX1,Asha Devi,098765 43210\nX2,Asha Devi,+85620 1\n";
    Problem problem = assertThrows(Problem.class, () -> read(file, new Columns(headings, india)));
    assertEquals(3, problem.details().get(0).line());
    String good = "ID,N,M\nX1,Asha Devi,098765 43210\nX2,Asha Devi,\n";
    List<WorkerRow> rows = read(good, new Columns(headings, india));
    assertEquals("+919876543210", rows.get(0).phone());
    assertEquals(null, rows.get(1).phone());
    assertThrows(Problem.class, () -> read(good, new Columns(headings, all)));
  }

  @Test
  void that_lack_something_needed_are_told_so() {
    Columns columns = new Columns(Map.of("ID", "worker_id", "N", "name"), Map.of("active", "true"));
    Problem problem = assertThrows(Problem.class, () -> read("ID,N\nX1,Asha Devi\n", columns));
    assertEquals(
        List.of("language", "cadre", "unit_code"),
        problem.details().stream().map(Problem.Detail::field).toList());
  }

  @Test
  void cannot_be_given_columns_or_values_that_do_not_exist() {
    Columns columns = new Columns(Map.of("A", "bank"), Map.of("cadre", "=1+1", "colour", "red"));
    assertEquals(3, columns.faults(RosterKind.WORKERS).size());
  }

  @Test
  void are_kept_as_JSON_and_come_back_the_same() throws Exception {
    Columns columns = new Columns(Map.of("ASHA ID", "worker_id", "", ""), Map.of("cadre", "asha"));
    Roster.Leave leave = new Roster.Leave(false, List.of("A-1"));
    try (var json = jakarta.json.bind.JsonbBuilder.create()) {
      assertEquals(columns, json.fromJson(json.toJson(columns), Columns.class));
      assertEquals(Columns.OURS, json.fromJson(json.toJson(Columns.OURS), Columns.class));
      assertEquals(leave, json.fromJson(json.toJson(leave), Roster.Leave.class));
    }
  }
}
