package org.kadam.event.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.kadam.event.boundary.HelpOnMyDevice;

/** A helper's device, opened for a worker who has none. */
@Path("helped/{worker}")
@RequestScoped
@RolesAllowed("helper")
@Produces(MediaType.APPLICATION_JSON)
public class HelpedResource {

  @Inject private HelpOnMyDevice help;

  /**
   * A key of the worker's on the helper's device.
   *
   * @param device the device's own random name
   * @param publicKey a JWK on P-256
   */
  public record Device(@NotNull UUID device, @NotNull JsonObject publicKey) {}

  @POST
  @Path("phones")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Open my device for one of my workers, for at most four hours",
      description =
          "Registers a key of the worker's on the helper's device. What it seals or signs meanwhile is"
              + " the worker's work, with the source \"helped\"; what it does later is quarantined as"
              + " \"help-ended\". The session stays the helper's own.")
  @RequestBody(description = "The device's name and the public key, a JWK on P-256")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = HelpOnMyDevice.Begun.class)))
  @APIResponse(responseCode = "404", description = "Not one of my workers, or she has left")
  public Response begin(@PathParam("worker") UUID worker, @Valid @NotNull Device device) {
    return Response.ok(help.begin(worker, device.device(), device.publicKey()))
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .build();
  }

  @POST
  @Path("end")
  @Operation(
      summary = "Close my device for this worker",
      description = "What was done until now may still be sent.")
  @APIResponse(responseCode = "204", description = "Closed")
  @APIResponse(responseCode = "404", description = "Not one of my workers")
  public void end(@PathParam("worker") UUID worker) {
    help.end(worker);
  }
}
