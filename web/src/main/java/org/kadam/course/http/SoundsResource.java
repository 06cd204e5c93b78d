package org.kadam.course.http;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.kadam.course.boundary.FetchPart;

/**
 * Recordings of cards, by the SHA-256 of their bytes. A phone fetches one whole and plays parts of
 * it from there, so no ranges are answered here.
 */
@Path("sounds")
public class SoundsResource {

  private static final String OPUS = "audio/ogg";

  @Inject private FetchPart fetch;

  @GET
  @Path("{hash: [0-9a-f]{64}}")
  @Produces(OPUS)
  @Operation(summary = "The recording of a card's words in one language")
  @APIResponse(
      responseCode = "200",
      description = "Ogg Opus, one channel",
      content =
          @Content(mediaType = OPUS, schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(responseCode = "304", description = "It never changes")
  @APIResponse(responseCode = "404", description = "Nothing of this name was published")
  public Response sound(@PathParam("hash") String hash, @Context Request request) {
    byte[] opus = fetch.sound(hash);
    EntityTag tag = new EntityTag(hash);
    Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
    return (unchanged != null ? unchanged : Response.ok(opus, OPUS))
        .tag(tag)
        .header(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable")
        .build();
  }
}
