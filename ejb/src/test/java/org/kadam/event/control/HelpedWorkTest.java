package org.kadam.event.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kadam.event.entity.HelpedPhone;

class HelpedWorkTest {

  private static final Instant BEGAN = Instant.parse("2026-11-22T06:00:00Z");
  private static final Instant ENDED = BEGAN.plus(Duration.ofHours(1));
  private static final UUID WORKER = UUID.randomUUID();
  private static final UUID KEY = UUID.randomUUID();
  private static final HelpedPhone PHONE = new HelpedPhone(KEY, UUID.randomUUID(), BEGAN, ENDED);

  private static Voucher marked(Instant at, Instant sentAt, Instant receivedAt) {
    JsonObject event = Json.createObjectBuilder().add("at", at.toString()).build();
    Arrival arrival = new Arrival(event, event, null, WORKER, Voucher.key(WORKER, KEY, null));
    return HelpedWork.marked(arrival, PHONE, sentAt, receivedAt).voucher();
  }

  @Test
  void what_was_done_meanwhile_was_done_with_help_however_late_it_comes() {
    Voucher voucher = marked(BEGAN.plusSeconds(60), ENDED.plusSeconds(9), ENDED.plusSeconds(9));
    assertEquals("helped", voucher.source());
    assertEquals(WORKER, voucher.worker());
    Instant days = ENDED.plus(Duration.ofDays(9));
    assertEquals("helped", marked(ENDED.minusSeconds(1), days, days).source());
  }

  @Test
  void what_was_done_before_or_after_is_vouched_for_by_nobody() {
    Instant later = ENDED.plus(Duration.ofDays(1));
    assertEquals("help-ended", marked(ENDED.plusSeconds(300), later, later).refusal());
    assertEquals("help-ended", marked(BEGAN.minusSeconds(300), later, later).refusal());
  }

  @Test
  void a_clock_that_is_years_off_is_put_right_first() {
    Duration off = Duration.ofDays(2000);
    Instant received = ENDED.plusSeconds(60);
    assertEquals(
        "helped",
        marked(ENDED.minusSeconds(60).minus(off), received.minus(off), received).source());
    assertEquals(
        "help-ended",
        marked(ENDED.minusSeconds(60), received.minus(off), received.plusSeconds(600)).refusal());
  }

  @Test
  void what_nobody_vouched_for_stays_as_it_is() {
    JsonObject event = Json.createObjectBuilder().add("at", BEGAN.toString()).build();
    Arrival arrival =
        new Arrival(event, event, null, WORKER, Voucher.nobody("bad-signature", KEY, null));
    assertSame(arrival, HelpedWork.marked(arrival, PHONE, ENDED, ENDED));
  }
}
