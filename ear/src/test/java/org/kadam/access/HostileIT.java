package org.kadam.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.kadam.access.AccessTable.Reach;
import org.kadam.access.AccessTable.Row;
import org.kadam.access.Roll.Person;
import org.kadam.it.Caller;
import org.kadam.it.Caller.Answer;
import org.kadam.it.Heap;
import org.kadam.it.Kadam;
import org.kadam.it.Raw;

/**
 * Somebody who has got hold of ids of other places and tries them all: what she is told, and how
 * long it takes, is the same as for ids that nobody has. {@code -Dhostile=10000} tries more;
 * without it a few hundred.
 */
@Timeout(value = 4, unit = TimeUnit.HOURS) // as many as are asked for
class HostileIT {

  private static final int REQUESTS = Integer.getInteger("hostile", 600);

  /** Further apart than this are no two medians of what takes the same way. */
  private static final double MOST_MILLIS_APART = 3;

  private static final String HEADER = "worker_id,role,unit_code,department\n";

  private static final long MOST_KILOBYTES_MORE = 64 * 1024;

  private static AccessTable table;
  private static Roll roll;

  @BeforeAll
  static void people() throws IOException, SQLException {
    table = AccessTable.read();
    roll = new Roll();
  }

  /** An address at which somebody may ask about people, and who asks. */
  private record Door(Row row, Person caller, Map<String, Reach> reaches) {}

  private static List<Door> doors() {
    List<Door> doors = new ArrayList<>();
    for (Row row : table.rows()) {
      boolean personal =
          row.ids().size() == 1
              && table.ids().get(row.ids().values().iterator().next()).contains("{who}");
      for (String code : personal ? table.people() : List.<String>of()) {
        Person caller = roll.person(code);
        Map<String, Reach> reaches = new LinkedHashMap<>(row.may());
        reaches.keySet().retainAll(caller.roles());
        if (!reaches.isEmpty() && reaches.values().stream().noneMatch(Reach.ALL::equals)) {
          doors.add(new Door(row, caller, reaches));
        }
      }
    }
    return doors;
  }

  /** Ids that exist, outside of the caller's reach. */
  private static List<String> others(Door door, int most) throws SQLException {
    Map<String, String> conditions =
        Roll.conditions(door.caller(), door.reaches(), Set.copyOf(table.people()));
    String kind = door.row().ids().values().iterator().next();
    conditions.remove("inside");
    String outside = "((" + String.join(") or (", conditions.values()) + "))";
    List<String> ids = new ArrayList<>();
    try (Connection database = Kadam.database();
        Statement ask = database.createStatement()) {
      ask.setMaxRows(most);
      try (ResultSet row = ask.executeQuery(table.ids().get(kind).replace("{who}", outside))) {
        while (row.next()) {
          ids.add(row.getString(1));
        }
      }
    }
    return ids;
  }

  @Test
  @DisplayName("Ids of other places are as good as none: same answer, same time, memory flat")
  void ids_of_others() throws SQLException {
    List<Door> doors = doors();
    assertTrue(doors.size() > 10, doors.toString());
    int each = Math.max(5, REQUESTS / doors.size() / 2);
    List<String> told = new ArrayList<>();
    int asked = 0;
    warm(doors);
    long before = Heap.kilobytes();
    for (Door door : doors) {
      Caller caller = Caller.as(door.caller().code());
      List<String> others = others(door, each);
      String name = door.row().ids().keySet().iterator().next();
      double[] real = new double[others.size()];
      double[] none = new double[others.size()];
      String expected = null;
      for (int i = 0; i < others.size(); i++) {
        Object[] one = timed(door.row(), caller, Map.of(name, others.get(i)));
        Object[] other = timed(door.row(), caller, Map.of(name, nobodys(others.get(i))));
        expected = expected == null ? (String) other[0] : expected;
        assertEquals(expected, other[0], door.toString());
        assertEquals(expected, one[0], door + " about " + others.get(i));
        real[i] = (double) one[1];
        none[i] = (double) other[1];
        asked += 2;
      }
      if (others.size() >= 20) {
        double apart = median(real) - median(none);
        told.add(
            "%s %s: %.1f and %.1f ms"
                .formatted(door.row().address(), door.caller().code(), median(real), median(none)));
        assertTrue(
            Math.abs(apart) < Math.max(MOST_MILLIS_APART, median(none) / 3),
            door.row().address() + " tells by time: " + told.get(told.size() - 1));
      }
    }
    System.out.println(asked + " requests about others and about nobody");
    told.forEach(System.out::println);
    flat(before);
  }

  /** An id of the same form that nobody has. */
  private static String nobodys(String id) {
    return id.matches("\\d+")
        ? Long.toString(ThreadLocalRandom.current().nextLong(1L << 40, 1L << 50))
        : UUID.randomUUID().toString();
  }

  /** What the server holds after a collection has not grown with what it was asked. */
  private static void flat(long before) {
    long after = Heap.kilobytes();
    System.out.println("heap after collection: " + before + " and " + after + " KB");
    assertTrue(after - before < MOST_KILOBYTES_MORE, before + " KB became " + after + " KB");
  }

  @Test
  @DisplayName("Bodies made to cost much cost little: deep, wide, endless, a million rows")
  void costly_bodies() {
    Raw worker = new Raw(Kadam.app(), Kadam.token("SRY-029"));
    Raw admin = new Raw(Kadam.app(), Kadam.token("KADAM-A1"));
    String json = "application/json";
    byte[] deep = ("{\"device\":" + "[".repeat(200_000)).getBytes(StandardCharsets.UTF_8);
    byte[] wide = ("{" + "\"a\":1,".repeat(30_000) + "\"b\":1}").getBytes(StandardCharsets.UTF_8);
    byte[] number = ("{\"device\":" + "9".repeat(250_000) + "}").getBytes(StandardCharsets.UTF_8);
    byte[] rows = chunked("SRY-1,worker,IN-BR-MZF-SRY,\n".repeat(2000), 600, HEADER);
    worker.send("POST", "/api/events", json, deep, "");
    long before = Heap.kilobytes();
    for (int i = 0; i < REQUESTS / 20; i++) {
      assertEquals(400, worker.send("POST", "/api/events", json, deep, "").status());
      assertEquals(400, worker.send("POST", "/api/events", json, wide, "").status());
      assertEquals(400, worker.send("POST", "/api/events", json, number, "").status());
      assertEquals(413, worker.send("PUT", "/api/me/language", json, wide, "").status());
    }
    for (int i = 0; i < 3; i++) {
      Raw.Answer answer =
          admin.ask(
              "POST",
              "/api/roster/imports?dryRun=true",
              "Content-Type: text/csv\r\nTransfer-Encoding: chunked\r\n",
              rows);
      assertEquals(422, answer.status(), answer.toString());
      assertTrue(answer.body().contains("too-many-rows"), answer.toString());
    }
    flat(before);
  }

  /** A body of which nobody says beforehand how long it is. */
  private static byte[] chunked(String text, int times, String first) {
    java.io.ByteArrayOutputStream all = new java.io.ByteArrayOutputStream();
    for (int i = 0; i <= times; i++) {
      byte[] chunk = (i == 0 ? first : text).getBytes(StandardCharsets.UTF_8);
      all.writeBytes((Integer.toHexString(chunk.length) + "\r\n").getBytes(StandardCharsets.UTF_8));
      all.writeBytes(chunk);
      all.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }
    all.writeBytes("0\r\n\r\n".getBytes(StandardCharsets.UTF_8));
    return all.toByteArray();
  }

  /** The first requests of each kind take longer, whoever they are about. */
  private static void warm(List<Door> doors) {
    for (Door door : doors) {
      Caller caller = Caller.as(door.caller().code());
      String name = door.row().ids().keySet().iterator().next();
      for (int i = 0; i < 5; i++) {
        timed(door.row(), caller, Map.of(name, UUID.randomUUID().toString()));
      }
    }
  }

  private static Object[] timed(Row row, Caller caller, Map<String, String> ids) {
    byte[] body = row.send() == null ? new byte[0] : row.send().getBytes(StandardCharsets.UTF_8);
    long began = System.nanoTime();
    Answer answer =
        caller.send(
            row.method(), row.with(ids), row.send() == null ? null : row.type(), body, List.of());
    double millis = (System.nanoTime() - began) / 1e6;
    assertEquals(404, answer.status(), row.address() + answer.text());
    return new Object[] {answer.status() + answer.text(), millis};
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
