package org.kadam.equity.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.kadam.equity.boundary.ReportEquity;
import org.kadam.equity.control.Report;
import org.kadam.language.Language;
import org.kadam.problem.Kind;
import org.kadam.problem.Problem;

/** Whether some workers are left behind: numbers for an officer, of her own places alone. */
@Path("equity")
@RequestScoped
@RolesAllowed("officer")
public class EquityResource {

  private static final String NOT_KEPT = "private, no-store";
  private static final String PDF = "application/pdf";
  private static final String CSV = "text/csv;charset=UTF-8";

  @Inject private ReportEquity reportEquity;

  @GET
  @Path("report")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "The report on the gap between groups of workers",
      description =
          "Numbers of the caller's own places and department, never names. Small figures, and those"
              + " that would give them away, are {\"shown\":false}, the same in every format.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = Report.class)))
  public Response report() {
    return Response.ok(reportEquity.report()).header(HttpHeaders.CACHE_CONTROL, NOT_KEPT).build();
  }

  @GET
  @Path("report.pdf")
  @Produces(PDF)
  @Operation(summary = "The same as pages to print, PDF/A-2a and PDF/UA-1; language en, hi or lo")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(mediaType = PDF, schema = @Schema(type = SchemaType.STRING, format = "binary")))
  public Response pages(@QueryParam("language") String language) {
    return file(reportEquity.pages(language(language)), PDF);
  }

  @GET
  @Path("report.csv")
  @Produces(CSV)
  @Operation(summary = "The same as a table, one figure a line; language en, hi or lo")
  @APIResponse(
      responseCode = "200",
      content = @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING)))
  public Response sheet(@QueryParam("language") String language) {
    return file(reportEquity.sheet(language(language)), CSV);
  }

  private static Response file(ReportEquity.File file, String type) {
    return Response.ok(file.bytes(), type)
        .header(HttpHeaders.CACHE_CONTROL, NOT_KEPT)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file.name() + "\"")
        .build();
  }

  private static Language language(String tag) {
    return Language.of(tag)
        .orElseThrow(() -> new Problem(Kind.INVALID, "language", "The language is en, hi or lo"));
  }
}
