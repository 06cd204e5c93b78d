package org.kadam.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.kadam.assessment.Taken.How;
import org.kadam.it.Caller;
import org.kadam.it.Kadam;

/** One thing after the other: asked for, broken off, gone on with, decided. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CalibrationIT {

  private static final String ADDRESS = "/api/calibration";

  /** So many answers it takes to tell anything of an item. */
  private static final int ENOUGH = 100;

  private static Caller trainer;
  private static String before;
  private static JsonObject guesses;
  private static int bank;

  @BeforeAll
  static void people() throws SQLException {
    trainer = Caller.as("MZF-T1");
    before = published(trainer);
    guesses = Taken.by(trainer).plan().getJsonObject("difficulty");
    bank = guesses.size();
    // What the demo's people did before is read in while the tests begin.
    Taken.await(
        "a hundred people's answers",
        () ->
            Integer.parseInt(
                    Kadam.ask(
                        "select count(distinct worker_id) from attempt where answered > 0"
                            + " and ? = ''",
                        ""))
                >= 100);
    change("update calibration set state = 'failed' where state in ('waiting', 'working')");
  }

  /** The tests that come after find the form that they know. */
  @AfterAll
  static void as_it_was() throws SQLException {
    change(
        "drop trigger if exists break_off on calibration_item",
        "drop trigger if exists hold_up on calibration_item",
        "update published_version set current = false where kind = 'form'",
        "update published_version set current = true where kind = 'form'"
            + " and manifest ->> 'structure' = '"
            + before
            + "'",
        "update calibration set state = 'superseded', decided_at = null where state = 'accepted'");
    assertEquals(before, published(trainer));
  }

  private static String published(Caller caller) {
    return caller
        .get("/api/courses")
        .json()
        .getJsonObject("assessment")
        .getJsonObject("structure")
        .getString("hash");
  }

  private static void change(String... statements) throws SQLException {
    try (Connection connection = Kadam.database();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** In logits; null where too few have answered. */
  private static Double difficulty(JsonObject figures) {
    return figures.get("difficulty") instanceof JsonNumber told ? told.doubleValue() : null;
  }

  private static JsonObject desk() {
    Caller.Answer answer = trainer.get(ADDRESS);
    assertEquals(200, answer.status(), answer.text());
    return answer.json();
  }

  private static JsonObject ask() {
    Caller.Answer answer = trainer.post(ADDRESS, "");
    assertEquals(200, answer.status(), answer.text());
    return answer.json();
  }

  private static void awaitReport(String id) {
    Taken.await(
        "the report",
        () ->
            desk().get("report") instanceof JsonObject report && report.getString("id").equals(id));
  }

  private static String count(String sql) {
    return Kadam.ask(sql + " and ? = ''", "");
  }

  @Test
  @Order(1)
  @DisplayName("What people answer is counted, and a trainer sees what it says of each item")
  void report() {
    List<String> chosen = new ArrayList<>();
    for (String code : List.of("KNT-031", "KNT-032", "KNT-033", "HXY-031")) {
      Taken taken = Taken.by(Caller.as(code));
      List<JsonObject> events = new ArrayList<>();
      for (String item : taken.items()) {
        boolean alone = Math.floorMod((code + item).hashCode(), 3) > 0;
        events.add(taken.answer(item, alone ? How.ALONE : How.NOT_DONE));
      }
      events.add(taken.finish());
      taken.send(events);
      chosen.add(taken.attempt());
    }
    Taken.await(
        "the four attempts",
        () ->
            count(
                    "select count(*) from attempt where finished_at is not null and attempt in ('"
                        + String.join("','", chosen)
                        + "')")
                .equals("4"));
    Taken.await(
        "their choices",
        () ->
            Integer.parseInt(count("select coalesce(sum(chosen), 0) from item_option where 1 = 1"))
                > 100);
    JsonObject asked = ask();
    assertTrue(Set.of("waiting", "working").contains(asked.getString("state")), asked.toString());
    assertEquals(asked.getString("id"), ask().getString("id"), "one at a time");
    awaitReport(asked.getString("id"));
    JsonObject report = desk().getJsonObject("report");
    assertEquals("ready", report.getString("state"));
    assertEquals(
        count("select count(distinct worker_id) from attempt where answered > 0"),
        Integer.toString(report.getInt("persons")));
    List<JsonObject> items = report.getJsonArray("items").getValuesAs(JsonObject.class);
    assertEquals(bank, items.size());
    int told = 0;
    for (JsonObject each : items) {
      JsonObject figures = each.getJsonObject("figures");
      assertFalse(figures.getJsonArray("reasons").isEmpty());
      assertFalse(each.getJsonObject("can").getString("lo").isBlank());
      if (figures.getInt("answers", 0)
          < ENOUGH) { // absent where so few that the number is kept back
        assertEquals("wait", figures.getString("verdict"), figures.toString());
        assertNull(difficulty(figures), "of few answers nothing is told: " + figures);
        continue;
      }
      assertTrue(
          Set.of("keep", "look", "drop").contains(figures.getString("verdict")),
          figures.toString());
      told++;
      assertTrue(figures.getJsonNumber("error").doubleValue() < .3, figures.toString());
      assertTrue(Math.abs(difficulty(figures)) < 5, figures.toString());
    }
    assertTrue(told >= 15, "items that enough people answered: " + told);
    assertTrue(
        items.stream()
            .anyMatch(each -> !each.getJsonObject("figures").getJsonArray("options").isEmpty()));
    assertEquals(7 * 4, report.getJsonArray("bank").size());
    assertEquals(before, published(trainer), "nothing is published without a yes");
    String none =
        count(
            "select count(*) from calibration where snapshot is not null"
                + " and state not in ('waiting', 'working')");
    assertEquals("0", none, "who came to what is forgotten at the end");
  }

  @Test
  @Order(2)
  @DisplayName("Only trainers ask and decide, officers look, nobody else sees it")
  void others() {
    assertEquals(200, Caller.as("MZF-D1").get(ADDRESS).status());
    String id = desk().getJsonObject("report").getString("id");
    for (String code : List.of("MZF-D1", "KNT-017", "KNT-F2", "KADAM-A1")) {
      Caller caller = Caller.as(code);
      assertEquals(403, caller.post(ADDRESS, "").status(), code);
      assertEquals(
          403,
          caller.post(ADDRESS + "/" + id + "/answer", "{\"answer\":\"accept\"}").status(),
          code);
      if (!code.equals("MZF-D1")) {
        assertEquals(403, caller.get(ADDRESS).status(), code);
      }
    }
    assertEquals("ready", desk().getJsonObject("report").getString("state"));
  }

  @Test
  @Order(3)
  @DisplayName("Broken off in the middle, it goes on from there and does nothing twice")
  void goes_on() throws SQLException {
    change(
        "create or replace function break_off() returns trigger language plpgsql as"
            + " $$ begin if new.nth = 7 and new.report is not null then"
            + " raise exception 'broken off by the test'; end if; return new; end $$",
        "create trigger break_off before update on calibration_item"
            + " for each row execute function break_off()");
    String id = ask().getString("id");
    String of = " from calibration_item where calibration_id = '" + id + "'";
    Taken.await("six items", () -> count("select count(report)" + of).equals("6"));
    Taken.await(
        "a second try",
        () ->
            Integer.parseInt(count("select tries from calibration where id = '" + id + "'")) >= 2);
    assertEquals("6", count("select count(report)" + of), "as far as it came");
    JsonObject progress = desk().getJsonObject("progress");
    assertEquals("working", progress.getString("state"));
    assertEquals(6, progress.getInt("done"));
    assertEquals(bank, progress.getInt("items"));
    String written = count("select max(written_at)" + of + " and nth < 6");
    change("drop trigger break_off on calibration_item", "drop function break_off()");
    awaitReport(id);
    assertEquals("" + bank, count("select count(report)" + of));
    assertEquals(written, count("select max(written_at)" + of + " and nth < 6"), "not done twice");
  }

  @Test
  @Order(4)
  @DisplayName("The server killed in the middle: after its start it goes on from there")
  void killed() throws Exception {
    change(
        "create or replace function hold_up() returns trigger language plpgsql as"
            + " $$ begin if new.nth = 7 and new.report is not null then"
            + " perform pg_sleep(600); end if; return new; end $$",
        "create trigger hold_up before update on calibration_item"
            + " for each row execute function hold_up()");
    String id = ask().getString("id");
    String of = " from calibration_item where calibration_id = '" + id + "'";
    Taken.await("six items", () -> count("select count(report)" + of).equals("6"));
    String asleep = "from pg_stat_activity where wait_event = 'PgSleep'";
    Taken.await("the seventh", () -> count("select count(*) " + asleep).equals("1"));
    String written = count("select max(written_at)" + of + " and nth < 6");
    Kadam.stack().serverProcess().destroyForcibly();
    Kadam.stack().serverProcess().onExit().get(20, TimeUnit.SECONDS);
    change("select pg_terminate_backend(pid) " + asleep);
    change("drop trigger hold_up on calibration_item", "drop function hold_up()");
    Kadam.stack().startServer();
    awaitReport(id);
    assertEquals("" + bank, count("select count(report)" + of));
    assertEquals(written, count("select max(written_at)" + of + " and nth < 6"), "not done twice");
    assertEquals("2", count("select tries from calibration where id = '" + id + "'"));
  }

  @Test
  @Order(5)
  @DisplayName("A trainer's yes publishes the form with the new difficulties, once")
  void yes() {
    JsonObject report = desk().getJsonObject("report");
    String answer = ADDRESS + "/" + report.getString("id") + "/answer";
    assertEquals(400, trainer.post(answer, "{\"answer\":\"perhaps\"}").status());
    assertEquals(204, trainer.post(answer, "{\"answer\":\"accept\"}").status());
    String now = published(trainer);
    assertNotEquals(before, now);
    JsonObject planned = Taken.by(trainer).plan().getJsonObject("difficulty");
    for (JsonValue each : report.getJsonArray("items")) {
      JsonObject figures = each.asJsonObject().getJsonObject("figures");
      String item = figures.getString("item");
      Double told = difficulty(figures);
      double expected = told == null ? guesses.getJsonNumber(item).doubleValue() / 10_000 : told;
      assertEquals(expected, planned.getJsonNumber(item).doubleValue() / 10_000, .001, item);
    }
    assertEquals("accepted", desk().getJsonObject("report").getString("state"));
    assertEquals(409, trainer.post(answer, "{\"answer\":\"accept\"}").status());
    assertEquals(409, trainer.post(answer, "{\"answer\":\"decline\"}").status());
    assertEquals(now, published(trainer));
  }

  @Test
  @Order(6)
  @DisplayName("Of a calibration that everybody did right nothing is published")
  void faults() {
    String id = ask().getString("id");
    awaitReport(id);
    String changed =
        count(
            "with changed as (update calibration set faults = '[{\"file\":\"item/A1/items.yaml\","
                + "\"line\":0,\"place\":\"data-off.outcomes\",\"kind\":\"one-outcome\","
                + "\"reason\":\"Everybody\"}]' where id = '"
                + id
                + "' returning 1) select count(*) from changed where 1 = 1");
    assertEquals("1", changed);
    String now = published(trainer);
    Caller.Answer refused = trainer.post(ADDRESS + "/" + id + "/answer", "{\"answer\":\"accept\"}");
    assertEquals(409, refused.status());
    assertEquals("conflict", refused.problem());
    assertEquals(now, published(trainer));
    assertEquals(
        "data-off.outcomes",
        desk().getJsonObject("report").getJsonArray("faults").getJsonObject(0).getString("item"));
    assertEquals(
        204, trainer.post(ADDRESS + "/" + id + "/answer", "{\"answer\":\"decline\"}").status());
  }
}
