package org.kadam.exchange.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.kadam.exchange.boundary.EnterSheet;
import org.kadam.exchange.boundary.PrintSheet;

/** Questions on paper, for a worker who has no phone at hand. */
@Path("sheets")
@RequestScoped
@RolesAllowed("helper")
@Produces(MediaType.APPLICATION_JSON)
public class SheetsResource {

  private static final String NOT_KEPT = "private, no-store";

  @Inject private PrintSheet printSheet;
  @Inject private EnterSheet enterSheet;
  @Context private UriInfo address;

  /**
   * What is to be printed, and for whom.
   *
   * @param kind {@code form} for the assessment, {@code module} for a module
   * @param name the form's id, or the course's and the module's with a slash between
   */
  public record Wanted(
      @NotNull UUID worker,
      @NotNull @Pattern(regexp = "form|module") String kind,
      @NotNull @Size(max = 130) String name) {}

  /** What she answered, as {@link EnterSheet.Answers}. */
  public record Said(
      @NotNull LocalDate on,
      @NotNull @Size(max = 50) Map<String, List<String>> answers,
      @Size(max = 50) Set<String> helped) {}

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces("application/pdf")
  @Operation(
      summary = "Print the questions of the assessment or of a module for one of my workers",
      description =
          "Those that are answered by choosing, in her language; PDF/A-2a and PDF/UA-1. Each printing"
              + " is a sheet with a code of its own, also in the header Kadam-Sheet.")
  @RequestBody(description = "For whom, and which questions")
  @APIResponse(
      responseCode = "200",
      description = "The pages",
      content =
          @Content(
              mediaType = "application/pdf",
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(responseCode = "404", description = "Not one of my workers, or no such questions")
  public Response print(@Valid @NotNull Wanted wanted) {
    PrintSheet.Printout printout =
        printSheet.print(
            wanted.worker(),
            wanted.kind(),
            wanted.name(),
            address.getBaseUri().resolve("/").toString());
    return Response.ok(printout.pages())
        .header("Kadam-Sheet", printout.code())
        .header(HttpHeaders.CACHE_CONTROL, NOT_KEPT)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"kadam-" + printout.code() + ".pdf\"")
        .build();
  }

  @GET
  @Path("{code}")
  @Operation(summary = "A sheet of one of my workers, as it is to be entered")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = EnterSheet.Shown.class)))
  @APIResponse(responseCode = "404", description = "No such sheet, or not one of my workers'")
  public Response show(@PathParam("code") String code) {
    return Response.ok(enterSheet.show(code)).header(HttpHeaders.CACHE_CONTROL, NOT_KEPT).build();
  }

  @POST
  @Path("{code}/answers")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Enter what she answered on a sheet",
      description =
          "Becomes the worker's events, with the source \"paper\". A sheet is entered once; again, it"
              + " changes nothing and says so.")
  @RequestBody(description = "The day, and the ids of what she ticked by question")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = EnterSheet.Entered.class)))
  @APIResponse(responseCode = "400", description = "Not answers of this sheet, or not such a day")
  @APIResponse(responseCode = "404", description = "No such sheet, or not one of my workers'")
  public EnterSheet.Entered enter(@PathParam("code") String code, @Valid @NotNull Said said) {
    return enterSheet.enter(code, new EnterSheet.Answers(said.on(), said.answers(), said.helped()));
  }
}
