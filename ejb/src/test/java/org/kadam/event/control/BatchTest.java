package org.kadam.event.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kadam.problem.Kind;
import org.kadam.problem.Problem;

class BatchTest {

  private static final String DEVICE = "01936d2a-7c1e-7b3f-9a55-3f2b8c1d4e5f";

  private static String batch(String events) {
    return "{\"device\":\""
        + DEVICE
        + "\",\"sentAt\":\"2026-11-22T10:00:00.123456+05:30\",\"events\":["
        + events
        + "]}";
  }

  private static Problem refused(String text) {
    return assertThrows(Problem.class, () -> Batch.parse(text.getBytes(UTF_8)));
  }

  @Test
  void a_batch_has_a_device_a_time_to_the_millisecond_and_events_as_they_are() {
    Batch batch = Batch.parse(batch("1,{\"x\":[]},null").getBytes(UTF_8));
    assertEquals(UUID.fromString(DEVICE), batch.device());
    assertEquals(Instant.parse("2026-11-22T04:30:00.123Z"), batch.sentAt());
    assertEquals(3, batch.events().size());
  }

  @Test
  void more_than_256_kb_is_too_large() {
    byte[] raw = new byte[Batch.LARGEST + 1];
    assertEquals(Kind.TOO_LARGE, assertThrows(Problem.class, () -> Batch.parse(raw)).kind());
  }

  @Test
  void five_hundred_events_are_taken_and_one_more_is_too_large() {
    assertEquals(500, Batch.parse(batch("1,".repeat(499) + "1").getBytes(UTF_8)).events().size());
    assertEquals(Kind.TOO_LARGE, refused(batch("1,".repeat(500) + "1")).kind());
  }

  @Test
  void broken_json_is_refused_with_its_place() {
    Problem problem = refused("{\"device\":\n  nonsense}");
    assertEquals(Kind.INVALID, problem.kind());
    assertTrue(problem.getMessage().contains("line 2, column"), problem.getMessage());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "[]",
        "\"text\"",
        "{}",
        "{\"device\":1,\"sentAt\":\"2026-11-22T10:00:00Z\",\"events\":[]}",
        "{\"device\":\"" + DEVICE + "\",\"sentAt\":\"yesterday\",\"events\":[]}",
        "{\"device\":\"" + DEVICE + "\",\"sentAt\":\"2026-11-22T10:00:00Z\",\"events\":{}}",
        "{\"device\":\"" + DEVICE + "\",\"sentAt\":\"2026-11-22T10:00:00Z\"}",
        "{\"device\":\"" + DEVICE + "\",\"sentAt\":\"2026-11-22T10:00:00Z\",\"events\":[],\"x\":1}",
        "{\"device\":\""
            + DEVICE
            + "\",\"sentAt\":\"2026-11-22T10:00:00Z\",\"events\":[]} trailing",
        "{\"device\":\"1-1-1-1-1\",\"sentAt\":\"2026-11-22T10:00:00Z\",\"events\":[]}",
        "{\"device\":\"" + DEVICE + "\",\"sentAt\":\"2026-11-22T10:00:00Z\",\"events\":[01]}",
        "{\"device\":\""
            + DEVICE
            + "\",\"sentAt\":\"2026-11-22T10:00:00Z\",\"events\":[{\"a\":1,\"a\":2}]}"
      })
  void what_is_no_batch_is_refused(String text) {
    assertEquals(Kind.INVALID, refused(text).kind());
  }

  @Test
  void what_is_not_utf8_is_refused() {
    byte[] raw = batch("\"?\"").getBytes(UTF_8);
    raw[raw.length - 4] = (byte) 0xff;
    assertEquals(Kind.INVALID, assertThrows(Problem.class, () -> Batch.parse(raw)).kind());
  }

  @Test
  void deep_nesting_and_long_numbers_are_refused_before_anything_is_built_of_them() {
    Problem deep = refused(batch("[".repeat(100_000) + "]".repeat(100_000)));
    assertTrue(deep.getMessage().startsWith("Nested too deep at character"), deep.getMessage());
    assertEquals(Kind.INVALID, refused(batch("9".repeat(200_000))).kind());
  }

  @Test
  void brackets_and_digits_inside_of_texts_do_not_count() {
    String text = "\"" + "[{1".repeat(200) + "\\\"" + "9".repeat(200) + "\"";
    assertEquals(1, Batch.parse(batch(text).getBytes(UTF_8)).events().size());
  }

  @Test
  void a_huge_exponent_costs_nothing() {
    assertEquals(1, Batch.parse(batch("1e999999999").getBytes(UTF_8)).events().size());
  }
}
