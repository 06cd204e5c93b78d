package org.kadam.event.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kadam.event.entity.Ledger;
import org.kadam.event.entity.LedgerEvent;

class EnvelopeTest {

  private static final String EVENT =
      """
      {"id":"01936d2a-7c1e-7b3f-9a55-3f2b8c1d4e5f","type":"module.started","v":1,
       "worker":"0b0e2f4a-5a1c-4d59-8b7d-0a6b0a6f1e11",
       "device":"6f1b1a6e-58a1-4a3c-9f0e-2b7c1d9e8a22","seq":0,"at":"2026-11-22T10:00:00.000Z",
       "contentHash":null,"body":{"course":"c","module":"m"}}
      """;

  private static JsonValue json(String text) {
    return Json.createReader(new StringReader(text)).readValue();
  }

  private static String reason(String text) {
    return assertThrows(Envelope.Unfit.class, () -> Envelope.of(json(text))).getMessage();
  }

  private static Ledger.Entry entry(String text) throws Envelope.Unfit {
    return Envelope.of(json(text)).entry();
  }

  private static String body(String body) {
    return EVENT.replace("{\"course\":\"c\",\"module\":\"m\"}", body);
  }

  @Test
  void a_sound_event_is_read_as_it_is() throws Envelope.Unfit {
    Envelope envelope = Envelope.of(json(EVENT));
    assertEquals("module.started", envelope.type());
    assertEquals(0, envelope.seq());
    assertEquals(Instant.parse("2026-11-22T10:00:00Z"), envelope.at());
    assertNull(envelope.contentHash());
    assertEquals("c", envelope.body().getString("course"));
  }

  @Test
  void the_hash_of_the_content_is_kept() throws Envelope.Unfit {
    Envelope envelope = Envelope.of(json(EVENT.replace("null", "\"" + "0a".repeat(32) + "\"")));
    assertEquals("0a".repeat(32), envelope.contentHash());
  }

  @Test
  void a_type_or_version_that_nobody_knows_is_as_good_as_another() throws Envelope.Unfit {
    Envelope envelope =
        Envelope.of(json(EVENT.replace("module.started", "moon.seen").replace("1,", "77,")));
    assertEquals("moon.seen", envelope.type());
    assertEquals(77, envelope.v());
  }

  @Test
  void an_event_stays_the_same_by_its_content_and_not_by_its_spelling_or_its_sending()
      throws Envelope.Unfit {
    for (String other :
        List.of(
            EVENT.replace("\"seq\":0", "\"seq\" : 0.0"),
            EVENT.replace("\"v\":1", "\"sentAt\":\"2026-11-22\",\"v\":1"),
            EVENT.replace("2026-11-22T10:00:00.000Z", "2026-11-22T15:30:00+05:30"),
            EVENT.replace("\"contentHash\":null,", ""),
            EVENT.replace(
                "{\"course\":\"c\",\"module\":\"m\"}", "{\"module\":\"m\", \"course\":\"c\"}"))) {
      assertEquals(entry(EVENT), entry(other));
    }
  }

  @Test
  void any_other_change_makes_it_another() throws Envelope.Unfit {
    Ledger.Entry entry = entry(EVENT);
    for (String other :
        List.of(
            EVENT.replace("\"c\"", "\"d\""),
            EVENT.replace("\"seq\":0", "\"seq\":1"),
            EVENT.replace("\"v\":1", "\"v\":2"),
            EVENT.replace("started", "finished"),
            EVENT.replace("null", "\"" + "0a".repeat(32) + "\""),
            EVENT.replace("10:00:00.000Z", "10:00:00.001Z"))) {
      assertNotEquals(entry, entry(other));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "01936d2a|01936D2A|bad-id",
        "01936d2a-7c1e|01936d2a7c1e|bad-id",
        "module.started|Module.started|bad-type",
        "module.started|module..started|bad-type",
        "\"v\":1|\"v\":0|bad-v",
        "\"v\":1|\"v\":1.5|bad-v",
        "\"v\":1|\"v\":\"1\"|bad-v",
        "\"seq\":0|\"seq\":-1|bad-seq",
        "\"seq\":0|\"seq\":1e300|bad-seq",
        "\"worker\":\"0b0e|\"worker\":\"|bad-worker",
        "\"device\":\"6f1b|\"device\":\"|bad-device",
        "2026-11-22T10|22.11.2026 10|bad-at",
        "2026-11-22T10|+20261-11-22T10|bad-at",
        "\"contentHash\":null|\"contentHash\":\"abc\"|bad-content-hash",
        "\"body\":{|\"bodies\":{|unknown-field",
        "\"v\":1,|\"v\":1,\"extra\":1,|unknown-field"
      })
  void a_broken_envelope_is_told_apart_by_its_reason(String old, String now, String reason) {
    assertEquals(reason, reason(EVENT.replace(old, now)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "null", "[]", "\"text\"", "true"})
  void what_is_no_object_is_no_event(String value) {
    assertEquals("not-an-object", reason(value));
  }

  @Test
  void a_body_is_an_object_of_bounded_things() throws Envelope.Unfit {
    assertEquals("bad-body", reason(body("[]")));
    assertEquals("bad-body", reason(body("\"x\"")));
    Envelope.of(json(body("{\"a\":[[[[[1]]]]],\"b\":true,\"c\":null}")));
    assertEquals("too-deep", reason(body("{\"a\":[[[[[[1]]]]]]}")));
    assertEquals("bad-number", reason(body("{\"a\":0.5}")));
    assertEquals("bad-number", reason(body("{\"a\":1000000000000000}")));
    Envelope.of(json(body("{\"a\":\"" + "ກ".repeat(4_000) + "\"}")));
    assertEquals("too-long", reason(body("{\"a\":\"" + "x".repeat(4_001) + "\"}")));
    assertEquals("too-long", reason(body("{\"" + "x".repeat(4_001) + "\":1}")));
  }

  @Test
  void a_text_that_the_store_does_not_take_is_no_text() throws Envelope.Unfit {
    Envelope.of(json(body("{\"a\":\"\\ud83d\\ude00\"}")));
    assertEquals("bad-text", reason(body("{\"a\":\"\\u0000\"}")));
    assertEquals("bad-text", reason(body("{\"a\":\"\\ud83d\"}")));
    assertEquals("bad-text", reason(body("{\"a\":\"\\ude00\\ud83d\"}")));
    assertEquals("bad-text", reason(body("{\"\\u0000\":1}")));
  }

  @Test
  void a_wrong_clock_is_corrected_by_what_it_said_at_sending_and_never_rejected() {
    Instant received = Instant.parse("2026-11-22T10:00:00Z");
    assertEquals(
        Instant.parse("2026-11-22T09:55:00Z"),
        LedgerEvent.corrected(
            Instant.parse("2031-01-01T00:00:00Z"),
            Instant.parse("2031-01-01T00:05:00Z"),
            received));
    assertEquals(
        received,
        LedgerEvent.corrected(
            Instant.parse("2026-11-22T12:00:00Z"),
            Instant.parse("2026-11-22T10:00:00Z"),
            received));
    assertEquals(
        Instant.EPOCH,
        LedgerEvent.corrected(
            Instant.parse("0002-01-01T00:00:00Z"),
            Instant.parse("9998-01-01T00:00:00Z"),
            received));
  }
}
