package org.kadam.worker.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.kadam.worker.boundary.ImportRoster;
import org.kadam.worker.boundary.WatchAccounts;

/** The roster, and the accounts that follow it. */
@Path("roster")
@RequestScoped
@RolesAllowed("admin")
@Produces(MediaType.APPLICATION_JSON)
public class RosterResource {

  @Inject private ImportRoster importRoster;
  @Inject private WatchAccounts watchAccounts;

  @POST
  @Path("imports")
  @Consumes("text/csv")
  @Operation(
      summary = "Import places, people or assignments from CSV; the header says which",
      description =
          "All or nothing. With dryRun=true everything is checked and nothing kept. A file with"
              + " faults is answered with 422 and every fault by line and column.")
  @RequestBody(
      description = "UTF-8, with one of the three headers",
      content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ImportRoster.Result.class)))
  @APIResponse(responseCode = "422", description = "The file has faults; nothing was imported")
  public ImportRoster.Result imports(
      @QueryParam("dryRun") @NotNull @Pattern(regexp = "true|false") String dryRun,
      InputStream file) {
    return importRoster.from(file, Boolean.parseBoolean(dryRun));
  }

  @GET
  @Path("accounts")
  @Operation(summary = "How the accounts follow the roster: counts by state, and a page of them")
  public WatchAccounts.Page accounts(
      @QueryParam("state") String state, @QueryParam("after") String after) {
    return watchAccounts.page(state, after);
  }
}
