package org.kadam.event.http;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.kadam.event.boundary.RebuildProjection;

/** What is made of the ledger. */
@Path("projections")
@Produces(MediaType.APPLICATION_JSON)
public class ProjectionsResource {

  @Inject private RebuildProjection rebuild;

  @POST
  @Path("{name}/rebuild")
  @Operation(summary = "Make a projection anew from the ledger, with the same result")
  public RebuildProjection.Rebuilt rebuild(@PathParam("name") String name) {
    return rebuild.rebuild(name);
  }
}
