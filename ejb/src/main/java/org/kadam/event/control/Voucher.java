package org.kadam.event.control;

import java.util.UUID;

/**
 * Who vouches for a batch, and for whose events.
 *
 * @param worker whose events may be taken; null where nobody vouches
 * @param source {@code key}, {@code session}, {@code replay}, {@code helped} or {@code paper}, as
 *     the ledger keeps it
 * @param key the key that the batch names, or null
 * @param session the worker who is signed in, or null
 * @param refusal why no event of the batch can be taken, or null
 */
public record Voucher(UUID worker, String source, UUID key, UUID session, String refusal) {

  /** The signature holds: what is in the batch was done by the key's worker. */
  public static Voucher key(UUID worker, UUID key, UUID session) {
    return new Voucher(worker, "key", key, session, null);
  }

  /** No signature: the session answers for its own worker. */
  public static Voucher session(UUID worker) {
    return new Voucher(worker, "session", null, worker, null);
  }

  /** The demo's past, made by the server itself. */
  public static Voucher replay(UUID worker) {
    return new Voucher(worker, "replay", null, null, null);
  }

  /** A signature that nobody can stand for. */
  public static Voucher nobody(String refusal, UUID key, UUID session) {
    return new Voucher(null, "key", key, session, refusal);
  }

  /** A sheet of paper that a helper entered in her session. */
  public static Voucher paper(UUID worker, UUID session) {
    return new Voucher(worker, "paper", null, session, null);
  }

  /** The same on a helper's device: what the key vouches for was done with help. */
  Voucher withHelp() {
    return new Voucher(worker, "helped", key, session, null);
  }

  /** Whether nothing but the session says whose events these are. */
  public boolean isSession() {
    return source.equals("session");
  }
}
