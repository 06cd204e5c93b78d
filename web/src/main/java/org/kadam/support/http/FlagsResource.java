package org.kadam.support.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.kadam.support.boundary.AnswerFlag;
import org.kadam.support.boundary.DecideFlag;
import org.kadam.support.boundary.ShowFlags;

/** Offers of help. */
@Path("flags")
@RequestScoped
@RolesAllowed({"worker", "helper"})
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class FlagsResource {

  @Inject private ShowFlags showFlags;
  @Inject private AnswerFlag answerFlag;
  @Inject private DecideFlag decideFlag;

  @GET
  @Operation(
      summary = "Offers of help: my own, and those that workers I help have said yes to",
      description = "The oldest first. Others than workers and their helpers get 403.")
  public ShowFlags.Page flags(@QueryParam("after") String after) {
    return showFlags.page(after);
  }

  @POST
  @Path("{id}/answer")
  @Operation(summary = "Accept, decline or contest an offer made to me")
  @APIResponse(responseCode = "204", description = "It is written down")
  @APIResponse(responseCode = "409", description = "It is too late for that")
  public void answer(@PathParam("id") UUID id, @NotNull @Valid AnswerFlag.Answer answer) {
    answerFlag.answer(id, answer);
  }

  @POST
  @Path("{id}/undo")
  @Consumes(MediaType.WILDCARD)
  @Operation(summary = "Take my answer back, as long as nothing was decided")
  @APIResponse(responseCode = "204", description = "It is open again")
  @APIResponse(responseCode = "409", description = "It is too late for that")
  public void undo(@PathParam("id") UUID id) {
    answerFlag.undo(id);
  }

  @POST
  @Path("{id}/decision")
  @RolesAllowed("helper")
  @Operation(summary = "Decide about an offer that a worker I help has said yes to")
  @APIResponse(responseCode = "204", description = "It is written down; she reads it")
  @APIResponse(responseCode = "409", description = "It was decided in another way before")
  public void decision(@PathParam("id") UUID id, @NotNull @Valid DecideFlag.Decision decision) {
    decideFlag.decide(id, decision);
  }
}
