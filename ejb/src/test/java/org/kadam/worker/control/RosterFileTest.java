package org.kadam.worker.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kadam.problem.Kind;
import org.kadam.problem.Problem;

@DisplayName("A roster file")
class RosterFileTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final String HEADER =
      "worker_id,name,sex,birth_year,phone_e164,language,cadre,role_start,active,unit_code,device,"
          + "first_pin";
  private static final String GOOD =
      "KNT-017,सबीना खातून,f,1981,+910000012345,hi,asha,2010-05-01,true,IN-BR-MZF-KNT-H2,shared,"
          + "135790";

  private static Problem refused(byte[] file) {
    return assertThrows(Problem.class, () -> workers(file));
  }

  private static Problem refused(String file) {
    return refused(file.getBytes(StandardCharsets.UTF_8));
  }

  private static Map<String, WorkerRow> workers(byte[] file) {
    return workers(file, Columns.OURS);
  }

  private static Map<String, WorkerRow> workers(byte[] file, Columns columns) {
    return workers(new ByteArrayInputStream(file), columns);
  }

  private static Map<String, WorkerRow> workers(InputStream file, Columns columns) {
    Faults faults = new Faults();
    Map<String, WorkerRow> rows = new LinkedHashMap<>();
    FirstOf<String> codes = new FirstOf<>();
    RosterKind kind =
        RosterTable.read(
            file,
            columns,
            faults,
            found ->
                row -> {
                  WorkerRow worker = WorkerRow.read(row, TODAY);
                  if (worker.code() != null && codes.take(worker.code(), row, "worker_id")) {
                    rows.put(worker.code(), worker);
                  }
                });
    faults.refuse();
    assertEquals(RosterKind.WORKERS, kind);
    return rows;
  }

  private static InputStream afterHeader(InputStream rows) {
    byte[] header = (HEADER + "\n").getBytes(StandardCharsets.UTF_8);
    return new SequenceInputStream(new ByteArrayInputStream(header), rows);
  }

  private static Map<String, WorkerRow> workers(String file) {
    return workers(file.getBytes(StandardCharsets.UTF_8));
  }

  /** The good row with another value in one column. */
  private static String with(String column, String value) {
    List<String> columns = List.of(HEADER.split(","));
    List<String> cells = new java.util.ArrayList<>(List.of(GOOD.split(",")));
    cells.set(columns.indexOf(column), value);
    return HEADER + "\n" + String.join(",", cells) + "\n";
  }

  private static List<String> told(Problem problem) {
    return problem.details().stream()
        .map(d -> d.line() + ":" + d.column() + ":" + d.field() + ":" + d.kind())
        .toList();
  }

  @Test
  void that_is_right_is_read_as_it_stands() {
    WorkerRow row = workers(HEADER + "\r\n" + GOOD + "\r\n").get("KNT-017");
    assertEquals("सबीना खातून", row.name());
    assertEquals(1981, row.birthYear());
    assertEquals("+910000012345", row.phone());
    assertEquals(LocalDate.of(2010, 5, 1), row.roleStart());
    assertTrue(row.active());
    assertEquals("shared", row.device());
  }

  @Test
  void may_begin_with_a_byte_order_mark_and_hold_blank_lines() {
    assertEquals(1, workers("\uFEFF" + HEADER + "\n\n" + GOOD + "\n\n").size());
  }

  @Test
  void may_have_its_columns_in_any_order() {
    List<String> columns = new java.util.ArrayList<>(List.of(HEADER.split(",")));
    List<String> cells = new java.util.ArrayList<>(List.of(GOOD.split(",")));
    java.util.Collections.reverse(columns);
    java.util.Collections.reverse(cells);
    assertEquals(1, workers(String.join(",", columns) + "\n" + String.join(",", cells)).size());
  }

  @Test
  void leaves_empty_what_the_programme_does_not_know() {
    WorkerRow row = workers(HEADER + "\nX1,Asha Devi,,,,en,asha,,true,U,,\n").get("X1");
    assertEquals(null, row.sex());
    assertEquals(null, row.birthYear());
    assertEquals(null, row.phone());
    assertEquals(null, row.firstPin());
  }

  @Test
  void takes_ids_in_either_case_and_finds_doubles_across_them() {
    Problem problem =
        refused(HEADER + "\n" + GOOD + "\n" + GOOD.replace("KNT-017", "knt-017") + "\n");
    assertEquals(List.of("3:1:worker_id:duplicate"), told(problem));
    assertTrue(problem.details().get(0).reason().contains("line 2"));
  }

  @ParameterizedTest
  @CsvSource({
    "worker_id,'',required",
    "worker_id,KNT 17,code",
    "worker_id,केएनटी,code",
    "name,'',required",
    "name,=cmd|' /C calc'!A0,formula",
    "name,+91,formula",
    "name,-x,formula",
    "name,@x,formula",
    "name,＝1+1,formula",
    "sex,female,choice",
    "birth_year,1850,year",
    "birth_year,2020,year",
    "birth_year,१९८१,year",
    "birth_year,81,year",
    "phone_e164,9100000,phone",
    "phone_e164,+0100000000,phone",
    "phone_e164,=1+1,formula",
    "language,bho,choice",
    "language,hi-IN,choice",
    "cadre,doctor,choice",
    "role_start,2010-02-30,date",
    "role_start,01/05/2010,date",
    "role_start,1890-01-01,date",
    "role_start,2031-01-01,date",
    "active,yes,choice",
    "active,'',required",
    "unit_code,'',required",
    "device,iphone,choice",
    "first_pin,12345,pin",
    "first_pin,१३५७९०,pin"
  })
  void names_line_column_and_kind_of_what_is_wrong(String column, String value, String kind) {
    Problem problem = refused(with(column, value));
    assertEquals(Kind.FILE, problem.kind());
    int at = List.of(HEADER.split(",")).indexOf(column) + 1;
    assertTrue(
        told(problem).contains("2:" + at + ":" + column + ":" + kind), told(problem).toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\u0000b", "a\u0007b", "a\u202Eb", "a\uE000b", "a\uFFFDb", "a\uFEFFb"})
  void may_hold_no_character_that_hides_something(String name) {
    assertEquals(List.of("2:2:name:character"), told(refused(with("name", name))));
  }

  @Test
  void may_hold_the_joiners_that_Hindi_and_Lao_need() {
    assertEquals(1, workers(with("name", "श\u094D\u200Dरी ກ\u200Bຂ")).size());
  }

  @Test
  void tells_a_line_end_inside_a_cell_and_goes_on_counting_lines() {
    Problem problem =
        refused(with("name", "\"two\nlines\"") + GOOD.replace("KNT-017", "K 17") + "\n");
    assertEquals(List.of("2:2:name:character", "4:1:worker_id:code"), told(problem));
  }

  @Test
  void never_gives_back_what_stood_in_it() {
    String secret = "=GEHEIM";
    Problem problem = refused(with("name", secret) + with("phone_e164", "GEHEIM").split("\n")[1]);
    assertFalse((problem.getMessage() + problem.details()).contains("GEHEIM"));
  }

  @Test
  void with_a_column_too_few_and_one_unknown_is_told_both() {
    Problem problem = refused(HEADER.replace("phone_e164", "telephone") + "\n" + GOOD + "\n");
    assertEquals(
        List.of("1:0:phone_e164:missing-column", "1:5:null:unknown-column"), told(problem));
  }

  @Test
  void with_a_column_twice_is_refused() {
    assertEquals(
        List.of("1:13:name:double-column"), told(refused(HEADER + ",name\n" + GOOD + ",x\n")));
  }

  @Test
  void with_another_number_of_cells_in_a_row_is_refused() {
    assertEquals(
        List.of("2:0:null:cells"), told(refused(HEADER + "\nKNT-017,too,few\n" + GOOD + "\n")));
  }

  @Test
  void without_a_known_header_is_refused() {
    assertEquals(List.of("1:0:null:header"), told(refused("a;b;c\n1;2;3\n")));
  }

  @Test
  void with_nothing_in_it_is_refused() {
    assertEquals(List.of("1:0:null:empty"), told(refused("\n\n")));
  }

  @Test
  void whose_quotes_do_not_close_is_refused_with_the_line_where_the_row_begins() {
    assertEquals(
        List.of("3:0:null:quotes"),
        told(refused(HEADER + "\n" + GOOD + "\nKNT-018,\"open,f,1981\nmore\n")));
    assertEquals(List.of("2:0:null:quotes"), told(refused(with("name", "\"a\"b"))));
  }

  @Test
  void in_another_encoding_is_refused_with_every_bad_line() {
    byte[] file =
        (HEADER + "\n" + GOOD.replace("सबीना खातून", "José") + "\nx\n" + "Ü\n")
            .getBytes(Charset.forName("windows-1252"));
    assertEquals(List.of("2:0:null:encoding", "4:0:null:encoding"), told(refused(file)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE"})
  void in_UTF_16_is_refused_with_what_to_do(String charset) {
    Problem problem = refused((HEADER + "\n" + GOOD).getBytes(Charset.forName(charset)));
    assertEquals(List.of("1:0:null:utf-16"), told(problem));
    assertTrue(problem.details().get(0).reason().contains("UTF-8"));
  }

  @Test
  void that_is_a_workbook_is_refused_with_what_to_do() {
    byte[] zip = {'P', 'K', 3, 4, 20, 0, 6, 0};
    byte[] old = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1};
    assertEquals(List.of("1:0:null:workbook"), told(refused(zip)));
    assertEquals(List.of("1:0:null:workbook"), told(refused(old)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void counts_lines_whatever_ends_them(String end) {
    String file = String.join(end, HEADER, GOOD, GOOD.replace("KNT-017", "K 18"), "x");
    assertEquals(List.of("3:1:worker_id:code", "4:0:null:cells"), told(refused(file)));
  }

  @Test
  void may_mix_line_ends_and_keeps_count() {
    String file = HEADER + "\r\n" + GOOD + "\n" + GOOD.replace("017", "018") + "\rx\r\ny\n";
    assertEquals(List.of("4:0:null:cells", "5:0:null:cells"), told(refused(file)));
  }

  @Test
  void whose_line_or_quoted_cell_never_ends_is_refused_without_being_held() {
    assertEquals(List.of("2:0:null:endless"), told(refused(HEADER + "\n" + "x".repeat(9_000_000))));
    assertEquals(
        List.of("3:0:null:endless"),
        told(refused(HEADER + "\n" + GOOD + "\n\"open" + "\nline".repeat(500_000))));
  }

  @Test
  void of_more_than_24_MB_is_refused_before_it_is_read_to_the_end() {
    int[] given = {0};
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return given[0]++ % 1_000 == 999 ? '\n' : 'a';
          }
        };
    Problem problem =
        assertThrows(Problem.class, () -> workers(afterHeader(endless), Columns.OURS));
    assertEquals(Kind.TOO_LARGE, problem.kind());
    assertTrue(given[0] <= RosterText.LARGEST + 64 * 1024);
  }

  @Test
  void that_the_server_cut_off_is_refused_as_too_large() {
    InputStream cut =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("cut");
          }
        };
    assertEquals(
        Kind.TOO_LARGE, assertThrows(Problem.class, () -> workers(cut, Columns.OURS)).kind());
  }

  @Test
  void of_too_many_rows_is_refused() {
    String rows = "A,worker,U,\n".repeat(1_000_000);
    Faults faults = new Faults();
    int[] read = {0};
    RosterTable.read(
        new ByteArrayInputStream(
            ("worker_id,role,unit_code,department\n" + rows).getBytes(StandardCharsets.UTF_8)),
        Columns.OURS,
        faults,
        kind -> row -> read[0]++);
    Problem problem = assertThrows(Problem.class, faults::refuse);
    assertEquals(List.of("100002:0:null:too-many-rows"), told(problem));
    assertEquals(100_000, read[0]);
  }

  @Test
  void with_thousands_of_faults_shows_the_first_thousand_and_their_number() {
    String bad = GOOD.replace("true", "maybe").replace(",f,", ",woman,");
    StringBuilder file = new StringBuilder(HEADER).append('\n');
    for (int i = 0; i < 700; i++) {
      file.append(bad.replace("017", "X" + i)).append('\n');
    }
    Problem problem = refused(file.toString());
    assertEquals(1_000, problem.details().size());
    assertTrue(problem.getMessage().contains("1400"));
    assertEquals(2, problem.details().get(0).line());
  }

  @Test
  void finds_all_faults_of_all_rows_at_once() {
    Collection<String> kinds =
        told(
                refused(
                    HEADER
                        + "\nKNT-017,,woman,1700,12,xx,doctor,never,maybe,,iphone,1\n"
                        + GOOD.replace("KNT-017", "!")
                        + "\n"))
            .stream()
            .map(detail -> detail.substring(detail.lastIndexOf(':') + 1))
            .collect(Collectors.toList());
    assertEquals(
        List.of(
            "required",
            "choice",
            "year",
            "phone",
            "choice",
            "choice",
            "date",
            "choice",
            "required",
            "choice",
            "pin",
            "code"),
        kinds);
  }
}
