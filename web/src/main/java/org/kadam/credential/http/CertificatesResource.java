package org.kadam.credential.http;

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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.kadam.credential.boundary.ShowCertificates;
import org.kadam.language.Language;
import org.kadam.problem.Kind;
import org.kadam.problem.Problem;

/** The caller's certificates of courses. Always her own, never another's. */
@Path("me/certificates")
@RequestScoped
@RolesAllowed({"worker", "helper", "trainer", "officer", "admin"})
public class CertificatesResource {

  private static final String PDF = "application/pdf";

  @Inject private ShowCertificates showCertificates;
  @Context private UriInfo address;

  /** What she has finished. */
  public record Mine(List<ShowCertificates.Mine> certificates) {}

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "The courses of which I have finished every module, and their certificates",
      description = "Looking makes none: code and page are null until I had a certificate made.")
  @APIResponse(responseCode = "200", description = "All of mine, the earliest first")
  public Mine mine() {
    return new Mine(showCertificates.mine(reached()));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Have a certificate made of a course that I have finished",
      description =
          "It says that the course was finished, never a level nor how well. With it comes a public"
              + " page for those to whom I give its code. Asked again, it is the same one.")
  @RequestBody(description = "The course", required = true)
  @APIResponse(responseCode = "200", description = "The certificate, with its code")
  @APIResponse(responseCode = "404", description = "I have finished no such course")
  public ShowCertificates.Mine make(@NotNull @Valid ShowCertificates.Wish wish) {
    return showCertificates.make(wish, reached());
  }

  @GET
  @Path("{code}.pdf")
  @Produces(PDF)
  @Operation(
      summary = "One of my certificates to print, with a code by which anybody can check it",
      description =
          "PDF/A-2a and PDF/UA-1; language en, hi or lo, without it mine. The code opens the public"
              + " page /certificate/{code}, which says the same in three languages.")
  @APIResponse(
      responseCode = "200",
      description = "One page",
      content =
          @Content(mediaType = PDF, schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(responseCode = "404", description = "I have no certificate of this code")
  public Response printed(@PathParam("code") String code, @QueryParam("language") String language) {
    return Response.ok(showCertificates.printed(code, language(language), reached()))
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"kadam-certificate.pdf\"")
        .build();
  }

  private static Language language(String tag) {
    return tag == null
        ? null
        : Language.of(tag)
            .orElseThrow(
                () -> new Problem(Kind.INVALID, "language", "The language is en, hi or lo"));
  }

  private String reached() {
    return address.getBaseUri().resolve("/").toString();
  }
}
