package org.kadam.assessment.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.kadam.assessment.boundary.ExportResponses;

/** All answers of a trainer's places, of people whom the table does not name. */
@Path("assessment/responses.csv")
@RequestScoped
@RolesAllowed("trainer")
public class ResponsesResource {

  private static final String CSV = "text/csv;charset=UTF-8";

  @Inject private ExportResponses exportResponses;

  @GET
  @Produces(CSV)
  @Operation(
      summary = "The answers of the people of the caller's places, as a table for analysis",
      description =
          "A row a person under a pseudonym that is made anew each time, a column an item version;"
              + " 0, 1, 2 or NA, as R's mirt reads them (docs/measurement.md).")
  @APIResponse(
      responseCode = "200",
      content = @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING)))
  @APIResponse(
      responseCode = "409",
      description = "Fewer than ten people have answered; so few could be recognised")
  public Response responses() {
    ExportResponses.File file = exportResponses.responses();
    return Response.ok(file.bytes(), CSV)
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file.name() + "\"")
        .build();
  }
}
