package org.kadam.learning.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.kadam.assessment.boundary.ShowAttempts;
import org.kadam.learning.boundary.ShowProgress;

/** How far a worker is who works on the caller's device just now. */
@Path("helped/{worker}/progress")
@RequestScoped
@RolesAllowed("helper")
@Produces(MediaType.APPLICATION_JSON)
public class HelpedProgressResource {

  @Inject private ShowProgress progress;
  @Inject private ShowAttempts attempts;

  @GET
  @Operation(
      summary = "How far the worker is who works on my device just now",
      description = "So that she goes on where she was; nothing once the device is hers no more.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ProgressResource.Mine.class)))
  @APIResponse(responseCode = "404", description = "She does not work on my device just now")
  public Response progress(@PathParam("worker") UUID worker) {
    ShowProgress.Mine learned = progress.helped(worker);
    return Response.ok(
            new ProgressResource.Mine(learned.events(), learned.modules(), attempts.helped(worker)))
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .build();
  }
}
