package org.kadam.event.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EventListTest {

  private static final Instant SENT = Instant.parse("2026-11-22T10:00:00.000Z");
  private static final String ONE = "0a".repeat(32);
  private static final String OTHER = "f1".repeat(32);

  private static Ledger.Entry entry(String type, Instant at, String hash, String body) {
    UUID worker = new UUID(1, 1);
    return new Ledger.Entry(UUID.randomUUID(), type, 3, worker, worker, 999_999L, at, hash, body);
  }

  @Test
  void what_is_written_is_read_again() {
    List<Ledger.Entry> entries =
        List.of(
            entry("card.done", SENT.minusMillis(1), ONE, "{\"a\":\"\\\"\\u0001ह😀\",\"b\":[1,{}]}"),
            entry("moon.seen", Instant.parse("1970-01-01T00:00:00Z"), null, "{}"),
            entry("card.done", Instant.parse("9998-12-31T23:59:59.999Z"), OTHER, "{\"n\":-7}"),
            entry("card.done", Instant.parse("0002-01-01T00:00:00Z"), ONE, "{\"n\":null}"));
    EventList list = EventList.of(entries, SENT);
    assertEquals(2, list.contents().size());
    List<Optional<EventList.Told>> read = list.read();
    for (int i = 0; i < entries.size(); i++) {
      Ledger.Entry entry = entries.get(i);
      EventList.Told told = read.get(i).orElseThrow();
      assertEquals(entry.type(), told.type());
      assertEquals(entry.v(), told.v());
      assertEquals(entry.seq(), told.seq());
      assertEquals(entry.at(), told.at());
      assertEquals(entry.contentHash(), told.contentHash());
      assertEquals(entry.body(), told.canonicalBody());
    }
  }

  @Test
  void what_was_erased_or_came_before_is_empty() {
    List<Optional<EventList.Told>> read =
        new EventList(SENT, List.of(), "[null,{\"t\":\"a\",\"v\":1,\"s\":0,\"a\":0,\"b\":{}}]")
            .read();
    assertTrue(read.get(0).isEmpty());
    assertEquals("a", read.get(1).orElseThrow().type());
  }
}
