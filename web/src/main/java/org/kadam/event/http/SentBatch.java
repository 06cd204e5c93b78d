package org.kadam.event.http;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The form of a batch, for the description at {@code /openapi}. Nothing is read through it: a
 * signature holds for exact bytes, and a broken event must not lose the others.
 */
@Schema(name = "Batch")
record SentBatch(
    @Schema(required = true, description = "The phone's own random name") UUID device,
    @Schema(required = true, description = "When it is sent, by the phone's clock") Instant sentAt,
    List<Event> events,
    @Schema(description = "Events that only the server can open") List<String> sealed) {

  @Schema(name = "Event")
  record Event(
      @Schema(required = true, description = "UUIDv7; the same id is the same event") UUID id,
      @Schema(required = true, examples = "card.done") String type,
      @Schema(required = true, description = "The version of the type") int v,
      @Schema(required = true) UUID worker,
      @Schema(required = true) UUID device,
      @Schema(required = true, description = "Counts up on this phone") long seq,
      @Schema(required = true, description = "When it was done, by the phone's clock") Instant at,
      @Schema(nullable = true, description = "SHA-256 of the part that it is about")
          String contentHash,
      @Schema(required = true, description = "Strings, integers, booleans, lists, objects")
          Map<String, Object> body) {}
}
