package org.kadam.event.http;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.kadam.event.boundary.RebuildProjections;
import org.kadam.event.control.Lag;

/** What is made of the ledger. */
@Path("projections")
@Produces(MediaType.APPLICATION_JSON)
public class ProjectionsResource {

  @Inject private RebuildProjections rebuild;

  /** How far each projection is. */
  public record Progress(List<Lag> projections) {}

  @GET
  @Operation(summary = "How far each projection has read the ledger")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = Progress.class)))
  public Progress progress() {
    return new Progress(rebuild.progress());
  }

  @POST
  @Path("rebuild")
  @Operation(
      summary = "Make all projections anew from the ledger, with the same result",
      description =
          "Returns when it has begun; GET shows how far it is, and 100 percent at the end.")
  @APIResponse(
      responseCode = "202",
      description = "It has begun; how far each is",
      content = @Content(schema = @Schema(implementation = Progress.class)))
  public Response rebuild() {
    return Response.accepted(new Progress(rebuild.rebuildAll())).build();
  }

  @POST
  @Path("{name}/rebuild")
  @Operation(
      summary = "Make a projection anew from the ledger, with the same result",
      description = "Returns when it is done.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = RebuildProjections.Rebuilt.class)))
  @APIResponse(responseCode = "404", description = "There is no projection of this name")
  public RebuildProjections.Rebuilt rebuild(@PathParam("name") String name) {
    return rebuild.rebuild(name);
  }
}
