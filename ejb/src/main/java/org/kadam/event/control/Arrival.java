package org.kadam.event.control;

import jakarta.json.JsonValue;
import java.util.Optional;
import java.util.UUID;

/**
 * One thing that came in.
 *
 * @param raw as it came, and as it is kept if it cannot be accepted
 * @param event the event in it; null where that cannot be read
 * @param id the id it claims, or null
 * @param worker the worker whose work it claims to be, or null
 */
public record Arrival(JsonValue raw, JsonValue event, UUID id, UUID worker, Voucher voucher) {

  /** An event that came in the clear. */
  public static Arrival clear(JsonValue event, Voucher voucher) {
    return new Arrival(
        event,
        event,
        Envelope.claimedId(event).orElse(null),
        Envelope.claimedWorker(event).orElse(null),
        voucher);
  }

  /** An event that came sealed and could be opened. */
  static Arrival opened(JsonValue raw, JsonValue event, Voucher voucher) {
    Optional<UUID> worker = Envelope.claimedWorker(event);
    return new Arrival(
        raw, event, Envelope.claimedId(event).orElse(null), worker.orElse(null), voucher);
  }

  /** Something sealed that stays closed. */
  static Arrival closed(JsonValue raw, UUID id, UUID worker, Voucher voucher) {
    return new Arrival(raw, null, id, worker, voucher);
  }

  /** The same by another voucher. */
  Arrival by(Voucher other) {
    return new Arrival(raw, event, id, worker, other);
  }
}
