package org.kadam.event.entity;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.UUID;

/**
 * One event of the ledger as its readers see it. The envelope may be trusted; the body is what the
 * phone said, and nothing in it may be: keys can be missing and values of another kind.
 *
 * @param position the order of reading
 * @param at when it happened, by the phone's clock corrected by the server's
 * @param contentHash the published part she had before her, 64 hexadecimal digits, or null
 */
public record LedgerEvent(
    long position,
    UUID id,
    String type,
    int v,
    UUID worker,
    UUID device,
    long seq,
    Instant at,
    String contentHash,
    JsonObject body) {}
