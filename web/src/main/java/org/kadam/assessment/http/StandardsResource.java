package org.kadam.assessment.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import org.kadam.assessment.boundary.SetStandards;

/** Where one level ends and the next begins, as a panel judges it (modified Angoff). */
@Path("standards")
@RequestScoped
@RolesAllowed("trainer")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class StandardsResource {

  private static final String NOT_KEPT = "private, no-store";

  @Inject private SetStandards setStandards;

  @GET
  @Operation(summary = "The cuts that count now, and the panels that have met")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = SetStandards.Shelf.class)))
  public Response all() {
    return fresh(setStandards.all());
  }

  @POST
  @Operation(summary = "Begins a page for a panel")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = SetStandards.Panel.class)))
  public Response begin(@NotNull @Valid SetStandards.Meeting meeting) {
    return fresh(setStandards.begin(meeting));
  }

  @GET
  @Path("{id}")
  @Operation(summary = "What a panel's judges said of each item, and the cuts that come of it")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = SetStandards.Sitting.class)))
  @APIResponse(responseCode = "404", description = "There is no such panel")
  public Response one(@PathParam("id") UUID id) {
    return fresh(setStandards.one(id));
  }

  @PUT
  @Path("{id}/judges/{judge}")
  @Operation(
      summary = "What one judge says, in place of what she said before",
      description =
          "For each item, of a hundred workers who are just at a cut: how many would do it alone."
              + " One share for each cut, not falling.")
  @APIResponse(responseCode = "204", description = "It is written down")
  @APIResponse(responseCode = "404", description = "There is no such panel")
  @APIResponse(responseCode = "409", description = "Its cuts are set")
  public void rate(
      @PathParam("id") UUID id,
      @PathParam("judge") int judge,
      @NotNull @Valid SetStandards.Ratings ratings) {
    setStandards.rate(id, judge, ratings);
  }

  @POST
  @Path("{id}/set")
  @Consumes(MediaType.WILDCARD)
  @Operation(summary = "Sets the cuts: the form is published anew, its levels are not provisional")
  @APIResponse(responseCode = "204", description = "They are set")
  @APIResponse(responseCode = "404", description = "There is no such panel")
  @APIResponse(
      responseCode = "409",
      description = "Too few judges have rated everything, the cuts do not ascend, or are set")
  public void set(@PathParam("id") UUID id) {
    setStandards.set(id);
  }

  private static Response fresh(Object body) {
    return Response.ok(body).header(HttpHeaders.CACHE_CONTROL, NOT_KEPT).build();
  }
}
