package org.kadam.assessment.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.kadam.assessment.boundary.ReviewCalibrations;

/** What the answers of all say of the items, and whether their difficulties are to be used. */
@Path("calibration")
@RequestScoped
@RolesAllowed({"trainer", "officer"})
public class CalibrationResource {

  private static final String NOT_KEPT = "private, no-store";

  @Inject private ReviewCalibrations review;

  /** What a trainer says to a proposal. */
  public record Said(@NotNull @Pattern(regexp = "accept|decline") String answer) {}

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "The analysis of the items, and how far the latest one is",
      description =
          "For each item keep, look, drop or wait, with its reasons and figures. Of the whole bank,"
              + " so without any place; small numbers are left out.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ReviewCalibrations.Desk.class)))
  public Response desk() {
    return Response.ok(review.desk()).header(HttpHeaders.CACHE_CONTROL, NOT_KEPT).build();
  }

  @POST
  @RolesAllowed("trainer")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "Works it out anew, soon; one at a time")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ReviewCalibrations.Progress.class)))
  public Response now() {
    return Response.ok(review.now()).header(HttpHeaders.CACHE_CONTROL, NOT_KEPT).build();
  }

  @POST
  @Path("{id}/answer")
  @RolesAllowed("trainer")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "A trainer's yes or no to a proposal",
      description =
          "accept publishes the form anew with the estimated difficulties; decline leaves all as it"
              + " is. Without an accept nothing is ever published.")
  @APIResponse(responseCode = "204", description = "It is decided")
  @APIResponse(responseCode = "404", description = "There is no such calibration")
  @APIResponse(
      responseCode = "409",
      description = "It is decided already, has faults, or the files have other items")
  public void answer(@PathParam("id") UUID id, @NotNull @Valid Said said) {
    if ("accept".equals(said.answer())) {
      review.accept(id);
    } else {
      review.decline(id);
    }
  }
}
