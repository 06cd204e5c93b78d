package org.kadam.worker.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.kadam.worker.boundary.MakeFirstPin;

/** One worker, for those who help her. */
@Path("workers")
@RequestScoped
@RolesAllowed({"helper", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class WorkersResource {

  @Inject private MakeFirstPin makeFirstPin;

  @POST
  @Path("{id}/first-pin")
  @Operation(summary = "Make her a PIN that is good for one sign-in; it is shown this once")
  public MakeFirstPin.FirstPin firstPin(@PathParam("id") UUID id) {
    return makeFirstPin.make(id);
  }
}
