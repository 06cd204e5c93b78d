package org.kadam.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.kadam.it.Caller;
import org.kadam.it.Caller.Answer;
import org.kadam.it.Kadam;

/**
 * A large roster goes in and out again, and the server stays small. {@code -Drows=100000} for the
 * figures of docs/performance.md; a few by default.
 */
@Timeout(value = 4, unit = TimeUnit.HOURS) // as many as are asked for
@DisplayName("A large roster")
class RosterLoadIT {

  private static final int ROWS = Integer.getInteger("rows", 3_000);
  private static final String IMPORTS = "/api/roster/imports";
  private static final String WORKERS =
      "worker_id,name,sex,birth_year,phone_e164,language,cadre,role_start,active,unit_code,device,"
          + "first_pin\n";
  private static final Pattern USED = Pattern.compile("used (\\d+)K");
  private static final long ALLOWED_KB = 256 * 1024;

  private static Caller admin() {
    return Caller.as("KADAM-A1");
  }

  private static byte[] file(String name) {
    StringBuilder rows = new StringBuilder(WORKERS);
    for (int i = 0; i < ROWS; i++) {
      rows.append(
          "LOAD-%06d,%s देवी %d,f,%d,+9100%08d,hi,trainer,2015-04-01,true,IN-BR-LOAD,own,\n"
              .formatted(i, name, i, 1960 + i % 40, i));
    }
    return rows.toString().getBytes(StandardCharsets.UTF_8);
  }

  @Test
  @DisplayName("is checked, compared, brought in and taken back, with little memory")
  void goes_in_and_out() throws Exception {
    Answer place =
        admin()
            .post(
                IMPORTS + "?dryRun=false",
                "text/csv",
                ("unit_code,parent_code,level,department,name_en,name_hi,name_lo,time_zone\n"
                        + "IN-BR-LOAD,IN-BR,district,,Load,,,\n")
                    .getBytes(StandardCharsets.UTF_8));
    assertEquals(200, place.status(), place.text());
    try (Heap heap = new Heap()) {
      JsonObject first = run("new", file("सुनीता"), heap);
      assertEquals(ROWS, first.getJsonObject("counts").getInt("added"));
      JsonObject second = run("all different", file("अनीता"), heap);
      assertEquals(ROWS, second.getJsonObject("counts").getInt("changed"));
      Instant began = Instant.now();
      assertEquals(
          204, admin().post(IMPORTS + "/" + second.getString("id") + "/undo", "").status());
      told("undo", began);
      JsonObject same = await(send(file("सुनीता")), "ready");
      assertEquals(ROWS, same.getJsonObject("counts").getInt("unchanged"), "All is as it was");
      System.out.printf(
          "[roster] heap at most %d MB over %d MB%n", heap.grown() >> 10, heap.before() >> 10);
      assertTrue(heap.grown() < ALLOWED_KB, "The heap grew by " + heap.grown() + " KB");
    }
  }

  private static JsonObject run(String what, byte[] file, Heap heap) throws Exception {
    Instant began = Instant.now();
    String id = send(file);
    JsonObject ready = await(id, "ready");
    told(what + ", checked and compared", began);
    began = Instant.now();
    Answer yes =
        admin()
            .post(
                IMPORTS + "/" + id + "/confirm", "{\"hash\":\"" + ready.getString("hash") + "\"}");
    assertEquals(202, yes.status(), yes.text());
    JsonObject done = await(id, "done");
    told(what + ", brought in", began);
    return done;
  }

  private static void told(String what, Instant began) {
    double seconds = Duration.between(began, Instant.now()).toMillis() / 1000.0;
    System.out.printf("[roster] %s: %.1f s, %.0f rows/s%n", what, seconds, ROWS / seconds);
  }

  private static String send(byte[] file) {
    Answer answer = admin().post(IMPORTS + "?dryRun=true&background=true", "text/csv", file);
    assertEquals(202, answer.status(), answer.text());
    return answer.json().getString("id");
  }

  private static JsonObject await(String id, String state) throws Exception {
    Instant end = Instant.now().plusSeconds(60 + ROWS / 100);
    while (true) {
      JsonObject standing = admin().get(IMPORTS + "/" + id).json();
      if (state.equals(standing.getString("state"))) {
        return standing;
      }
      assertTrue(Instant.now().isBefore(end), "In time this should be " + state + ": " + standing);
      Thread.sleep(250);
    }
  }

  /** Watches how much of the server's heap is alive, by asking for a collection now and then. */
  private static final class Heap implements AutoCloseable {
    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicLong most = new AtomicLong();
    private final long before;
    private final Thread watch;

    Heap() throws IOException {
      before = lowest();
      watch =
          new Thread(
              () -> {
                while (!over.get()) {
                  try {
                    most.accumulateAndGet(lowest(), Math::max);
                    Thread.sleep(5_000);
                  } catch (IOException | InterruptedException e) {
                    return;
                  }
                }
              });
      watch.start();
    }

    /** What is alive now, in KB: asks for a collection and looks. */
    private static long lowest() throws IOException {
      String pid = Long.toString(Kadam.stack().serverProcess().pid());
      jcmd(pid, "GC.run");
      Matcher used = USED.matcher(jcmd(pid, "GC.heap_info"));
      return used.find() ? Long.parseLong(used.group(1)) : 0;
    }

    private static String jcmd(String pid, String what) throws IOException {
      Process process =
          new ProcessBuilder(System.getProperty("java.home") + "/bin/jcmd", pid, what)
              .redirectErrorStream(true)
              .start();
      try (BufferedReader out =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
        return out.lines().reduce("", (all, line) -> all + line + "\n");
      }
    }

    long before() {
      return before;
    }

    long grown() {
      return Math.max(0, most.get() - before);
    }

    @Override
    public void close() throws InterruptedException {
      over.set(true);
      watch.join();
    }
  }
}
