package org.kadam.event.entity;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * One event of the ledger as its readers see it. The envelope may be trusted; the body is what the
 * phone said, and nothing in it may be: keys can be missing and values of another kind.
 *
 * @param position the order of reading, and its name among the readers
 * @param at when it happened, by the phone's clock corrected by the server's
 * @param contentHash the published part she had before her, 64 hexadecimal digits, or null
 */
public record LedgerEvent(
    long position,
    String type,
    int v,
    UUID worker,
    UUID device,
    long seq,
    Instant at,
    String contentHash,
    JsonObject body) {

  /** The same event in the words of the next version. */
  public LedgerEvent next(JsonObject told) {
    return new LedgerEvent(position, type, v + 1, worker, device, seq, at, contentHash, told);
  }

  /** The phone's clock is off by what it said at sending; and nothing happened after it came in. */
  public static Instant corrected(Instant at, Instant sentAt, Instant receivedAt) {
    Instant shifted = at.plus(Duration.between(sentAt, receivedAt));
    if (shifted.isAfter(receivedAt)) {
      return receivedAt;
    }
    return shifted.isBefore(Instant.EPOCH) ? Instant.EPOCH : shifted;
  }
}
