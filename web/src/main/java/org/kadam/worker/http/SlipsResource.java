package org.kadam.worker.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.kadam.worker.boundary.MakeSlips;

/** Sign-in slips to print. */
@Path("slips")
@RequestScoped
@RolesAllowed({"helper", "admin"})
public class SlipsResource {

  @Inject private MakeSlips makeSlips;
  @Context private UriInfo address;

  /**
   * For whom.
   *
   * @param workers ids; or
   * @param unit the code of a place, for all who work in it and have not left
   */
  public record Wanted(@Size(min = 1) List<@NotNull UUID> workers, String unit) {

    @AssertTrue(message = "Either workers or a unit")
    public boolean isOneOfBoth() {
      return (workers == null) != (unit == null);
    }
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces("application/pdf")
  @Operation(
      summary = "Make sign-in slips: a new first PIN for each worker, on pages to print and cut",
      description =
          "Eight a page, each in its worker's language; PDF/A-2a and PDF/UA-1. A first PIN is good"
              + " for one sign-in and for 72 hours, and ends the PIN before and what is signed in."
              + " At most 120 at once. A helper makes them for her own workers, an administrator for"
              + " everybody.")
  @APIResponse(
      responseCode = "200",
      description = "The pages; who could not be given a PIN stands at the end",
      content =
          @Content(
              mediaType = "application/pdf",
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(responseCode = "404", description = "One of them is not yours; nothing was made")
  @APIResponse(responseCode = "409", description = "One of them has left; nothing was made")
  @APIResponse(responseCode = "413", description = "More than 120")
  @APIResponse(responseCode = "503", description = "The sign-in does not answer; nothing was made")
  public Response slips(@Valid @NotNull Wanted wanted) {
    String reached = address.getBaseUri().resolve("/").toString();
    return Response.ok(makeSlips.make(wanted.workers(), wanted.unit(), reached))
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"kadam-slips.pdf\"")
        .build();
  }
}
