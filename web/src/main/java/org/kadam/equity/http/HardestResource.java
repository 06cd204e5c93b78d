package org.kadam.equity.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.kadam.equity.boundary.ShowHardest;

/** What most of a group could not do, for the monthly meeting. */
@Path("hardest")
@RequestScoped
@RolesAllowed({"helper", "trainer", "officer"})
public class HardestResource {

  @Inject private ShowHardest showHardest;

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "The three tasks that most could not do, by group",
      description =
          "Groups of the caller's own places, without a name: the block, in Laos the district. A"
              + " small group has no tasks.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ShowHardest.Told.class)))
  public Response told() {
    return Response.ok(showHardest.told())
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .build();
  }
}
