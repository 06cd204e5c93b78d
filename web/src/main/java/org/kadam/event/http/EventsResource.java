package org.kadam.event.http;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.kadam.event.boundary.ReceiveEvents;
import org.kadam.event.control.Receipt;

/** What phones send. */
@Path("events")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class EventsResource {

  @Inject private ReceiveEvents receive;

  @POST
  @Operation(
      summary = "Send events; each is answered apart",
      description =
          "A batch is {device, sentAt, events:[{id, type, v, worker, device, seq, at, contentHash,"
              + " body}], sealed:[entry]}, at most 500 events and entries together and 256 KB;"
              + " either list may be absent. An entry is"
              + " 1.<seal>.<key>.<event id>.<iv>.<box>, base64url: the event as JSON, sealed"
              + " with AES-256-GCM (additional data: <key>.<event id>) under"
              + " HKDF-SHA-256(ECDH(key, seal), no salt, kadam-outbox-1|<key>|<seal>); it counts as"
              + " the work of the key's worker, whoever sends it. Events in the clear do so with"
              + " the headers Kadam-Key and Kadam-Signature (ECDSA P-256, SHA-256, IEEE P1363,"
              + " base64url, over the exact bytes of the body), otherwise as the work of who is"
              + " signed in.")
  @RequestBody(content = @Content(schema = @Schema(implementation = SentBatch.class)))
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = Receipt.class)))
  @APIResponse(responseCode = "400", description = "Not a batch; the detail says where")
  @APIResponse(
      responseCode = "403",
      description = "Unsigned, and of somebody else than who is signed in; nothing was taken")
  @APIResponse(responseCode = "413", description = "Too large; send less at once")
  public Receipt receive(
      InputStream body,
      @HeaderParam("Kadam-Key") String key,
      @HeaderParam("Kadam-Signature") String signature)
      throws IOException {
    return receive.receive(body.readNBytes(ReceiveEvents.LARGEST + 1), key, signature);
  }
}
