package org.kadam.course.http;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.kadam.course.boundary.FetchPart;

/** Published parts, by the SHA-256 of their content; what was fetched once is good for ever. */
@Path("packages")
public class PackagesResource {

  private static final String FOR_EVER = "public, max-age=31536000, immutable";

  @Inject private FetchPart fetch;

  @GET
  @Path("{hash: [0-9a-f]{64}}")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "One published part: a structure, or the text of one language")
  @APIResponse(
      responseCode = "200",
      description = "Canonical JSON, compressed if accepted; docs/content.md says what is in it",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(type = SchemaType.OBJECT)))
  @APIResponse(responseCode = "304", description = "It never changes")
  @APIResponse(responseCode = "404", description = "Nothing of this name was published")
  public Response part(
      @PathParam("hash") String hash,
      @HeaderParam(HttpHeaders.ACCEPT_ENCODING) String accepted,
      @Context Request request) {
    boolean gzip =
        accepted != null && accepted.matches("(?i).*\\bgzip\\b(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$)).*");
    EntityTag tag = new EntityTag(gzip ? hash + "-gzip" : hash);
    byte[] bytes = fetch.bytes(hash, gzip);
    Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
    Response.ResponseBuilder answer =
        unchanged != null
            ? unchanged
            : Response.ok(bytes, MediaType.APPLICATION_JSON_TYPE.withCharset("utf-8"))
                .header(HttpHeaders.CONTENT_ENCODING, gzip ? "gzip" : null);
    return answer
        .tag(tag)
        .header(HttpHeaders.CACHE_CONTROL, FOR_EVER)
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
        .build();
  }
}
