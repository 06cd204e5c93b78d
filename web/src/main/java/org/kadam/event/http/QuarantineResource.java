package org.kadam.event.http;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.kadam.event.boundary.ReviewQuarantine;
import org.kadam.event.control.Receipt;

/** What came in and could not be accepted. */
@Path("quarantine")
@Produces(MediaType.APPLICATION_JSON)
public class QuarantineResource {

  @Inject private ReviewQuarantine review;

  @GET
  @Operation(
      summary = "What could not be accepted, the latest first",
      description =
          "A page of 50, without content. Go on with after=next; reason filters by one of the"
              + " reasons that are counted. Workers are shown by code, within her places.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ReviewQuarantine.Page.class)))
  public ReviewQuarantine.Page page(
      @QueryParam("reason") String reason, @QueryParam("after") Long after) {
    return review.page(reason, after);
  }

  @GET
  @Path("{id}")
  @Operation(summary = "One of them with its content as it came")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ReviewQuarantine.Kept.class)))
  @APIResponse(responseCode = "404", description = "There is none, or it is another place's")
  public ReviewQuarantine.Kept show(@PathParam("id") long id) {
    return review.show(id);
  }

  @POST
  @Path("{id}/readmit")
  @Operation(
      summary = "Let it come in again, by the same way as if it had just come",
      description =
          "Accepted or known: it is in the ledger and no longer kept here. Quarantined: it stays,"
              + " with the reason of today.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = Receipt.Result.class)))
  @APIResponse(responseCode = "404", description = "There is none, or it is another place's")
  public Receipt.Result readmit(@PathParam("id") long id) {
    return review.readmit(id);
  }
}
