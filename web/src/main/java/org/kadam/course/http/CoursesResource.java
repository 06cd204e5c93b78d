package org.kadam.course.http;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.kadam.course.boundary.Catalogue;
import org.kadam.course.boundary.OfferCourses;
import org.kadam.language.Language;
import org.kadam.problem.Kind;
import org.kadam.problem.Problem;

/** What there is to learn. */
@Path("courses")
@Produces(MediaType.APPLICATION_JSON)
public class CoursesResource {

  @Inject private OfferCourses offer;

  @GET
  @Operation(
      summary = "Courses and the assessment, with the bytes of each part",
      description =
          "Titles and summaries in the language that is asked for (en, hi or lo), or in all")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = Catalogue.class)))
  @APIResponse(responseCode = "304", description = "Nothing has changed")
  @APIResponse(responseCode = "400", description = "Not one of our languages")
  public Response courses(@QueryParam("language") String language, @Context Request request) {
    OfferCourses.Offer offered = language == null ? offer.offer() : offer.offer(language(language));
    EntityTag tag = new EntityTag(offered.version());
    Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
    return (unchanged != null ? unchanged : Response.ok(offered.catalogue()))
        .tag(tag)
        .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
        .build();
  }

  private static Language language(String tag) {
    return Language.of(tag)
        .orElseThrow(() -> new Problem(Kind.INVALID, "language", "The language is en, hi or lo"));
  }
}
