package org.kadam.privacy.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.kadam.privacy.boundary.EraseWorker;

/** Erasing a worker, in two steps. */
@Path("workers/{id}/erase")
@RequestScoped
@RolesAllowed("admin")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ErasureResource {

  @Inject private EraseWorker eraseWorker;

  @GET
  @Operation(summary = "What would go, and whether she has asked or has left")
  @APIResponse(responseCode = "200", description = "Her code and how many rows lead to her")
  public EraseWorker.Preview preview(@PathParam("id") UUID id) {
    return eraseWorker.preview(id);
  }

  @POST
  @Operation(summary = "Erase her; it cannot be taken back")
  @RequestBody(
      description = "Her code once more; onPaper where she asked outside Kadam",
      required = true)
  @APIResponse(responseCode = "204", description = "She is erased")
  public void erase(@PathParam("id") UUID id, @NotNull EraseWorker.Confirmation confirmation) {
    eraseWorker.erase(id, confirmation);
  }
}
