package org.kadam.worker.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.kadam.language.Language;
import org.kadam.problem.Kind;
import org.kadam.problem.Problem;
import org.kadam.worker.boundary.ImportRoster;
import org.kadam.worker.boundary.SendRoster;
import org.kadam.worker.boundary.UndoRoster;
import org.kadam.worker.boundary.WatchRosters;
import org.kadam.worker.control.Columns;

/** Imports of rosters: sent, looked at, confirmed, undone. */
@Path("roster/imports")
@RequestScoped
@RolesAllowed("admin")
@Produces(MediaType.APPLICATION_JSON)
public class RosterImportsResource {

  @Inject private ImportRoster importRoster;
  @Inject private SendRoster sendRoster;
  @Inject private WatchRosters watchRosters;
  @Inject private UndoRoster undoRoster;

  @POST
  @Consumes("text/csv")
  @Operation(
      summary = "Import places, people or assignments from CSV; the header says which",
      description =
          "All or nothing. With dryRun=true everything is checked and nothing changed; the answer's"
              + " id and hash can then be confirmed. A file with faults is answered with 422 and"
              + " every fault by line and column. With background=true the file is only taken in"
              + " (202): follow its address, say what the headings mean if it asks, look at the"
              + " differences, and confirm.")
  @RequestBody(
      description = "A table in UTF-8, RFC 4180, at most 24 MB and 100,000 rows (20,000 places)",
      content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
  @APIResponse(
      responseCode = "200",
      description = "What was done, or would be",
      content = @Content(schema = @Schema(implementation = ImportRoster.Result.class)))
  @APIResponse(
      responseCode = "202",
      description = "Taken in; Location says where it is followed",
      content = @Content(schema = @Schema(implementation = SendRoster.Sent.class)))
  @APIResponse(responseCode = "413", description = "More than 24 MB")
  @APIResponse(responseCode = "422", description = "Faults, each with line and column")
  public Response imports(
      @QueryParam("dryRun") @NotNull @Pattern(regexp = "true|false") String dryRun,
      @QueryParam("background") @Pattern(regexp = "true|false") String background,
      @Parameter(description = "What a heading means, as <heading>:<our column>; may be repeated")
          @QueryParam("column")
          List<String> columns,
      @Parameter(description = "What holds for every row, as <our column>:<value>; may be repeated")
          @QueryParam("all")
          List<String> all,
      InputStream file) {
    if (Boolean.parseBoolean(background)) {
      if (!Boolean.parseBoolean(dryRun)) {
        throw new Problem(Kind.INVALID, "dryRun", "In the background everything is shown first");
      }
      SendRoster.Sent sent = sendRoster.send(file);
      return Response.accepted(sent).location(URI.create("roster/imports/" + sent.id())).build();
    }
    Columns mapped = new Columns(pairs("column", columns), pairs("all", all));
    return Response.ok(importRoster.from(file, mapped, Boolean.parseBoolean(dryRun))).build();
  }

  private static Map<String, String> pairs(String parameter, List<String> texts) {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (String text : texts) {
      int colon = parameter.equals("all") ? text.indexOf(':') : text.lastIndexOf(':');
      if (colon < 1) {
        throw new Problem(Kind.INVALID, parameter, "Two parts with a colon between");
      }
      pairs.put(text.substring(0, colon), text.substring(colon + 1));
    }
    return pairs;
  }

  @GET
  @Operation(
      summary = "Imports so far, the latest first; before= the id that the last page ended with")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = WatchRosters.History.class)))
  public WatchRosters.History history(@QueryParam("before") UUID before) {
    return watchRosters.history(before);
  }

  @GET
  @Path("{id}")
  @Operation(
      summary = "One import as it stands: state, progress, counts, and what its headings may mean")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = WatchRosters.Import.class)))
  @APIResponse(responseCode = "404", description = "There is no such import")
  public WatchRosters.Import one(@PathParam("id") UUID id) {
    return watchRosters.one(id);
  }

  @GET
  @Path("{id}/faults")
  @Operation(summary = "The first thousand faults of a file that was refused, in every language")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = WatchRosters.FaultList.class)))
  public WatchRosters.FaultList faults(@PathParam("id") UUID id) {
    return watchRosters.faults(id);
  }

  @GET
  @Path("{id}/faults.csv")
  @Produces("text/csv")
  @Operation(summary = "The same as a table, in one language; no cell of it can run as a formula")
  @APIResponse(
      responseCode = "200",
      description = "A row for each fault: line, column, value, reason",
      content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
  public Response faultsTable(@PathParam("id") UUID id, @QueryParam("language") String language) {
    return Response.ok(
            watchRosters.faultsTable(id, Language.of(language).orElse(Language.EN)),
            "text/csv;charset=UTF-8")
        .header("Content-Disposition", "attachment; filename=\"roster-faults.csv\"")
        .header("Cache-Control", "no-store")
        .build();
  }

  @PUT
  @Path("{id}/mapping")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Say what the headings of the file mean; it is then read with that",
      description = "Remembered, and proposed for the next file with the same headings.")
  @RequestBody(content = @Content(schema = @Schema(implementation = SendRoster.Mapping.class)))
  @APIResponse(responseCode = "202", description = "It is being read")
  @APIResponse(responseCode = "400", description = "These columns make no roster")
  @APIResponse(responseCode = "409", description = "The import does not wait for that")
  public Response map(@PathParam("id") UUID id, SendRoster.Mapping mapping) {
    sendRoster.map(id, mapping);
    return Response.accepted().build();
  }

  @GET
  @Path("{id}/changes")
  @Operation(
      summary = "What an import would change, or changed, field by field; a page of fifty",
      description =
          "only= added, changed, removed, missing (in the file's places and cadres, but not in it),"
              + " left, or touched (why an undo was refused). Each look at a person is noted for"
              + " her.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = WatchRosters.Changes.class)))
  public Response changes(
      @PathParam("id") UUID id,
      @QueryParam("only") String only,
      @QueryParam("after") Integer after) {
    return Response.ok(watchRosters.changes(id, only, after))
        .header("Cache-Control", "no-store")
        .build();
  }

  @POST
  @Path("{id}/confirm")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Have done exactly what was shown",
      description =
          "hash is the one of the differences that were shown. If the roster has changed meanwhile,"
              + " nothing is done, and the import stands at ready again, stale, with new"
              + " differences.")
  @RequestBody(content = @Content(schema = @Schema(implementation = SendRoster.Yes.class)))
  @APIResponse(responseCode = "202", description = "It is being done")
  @APIResponse(responseCode = "409", description = "Something else was shown last")
  public Response confirm(@PathParam("id") UUID id, SendRoster.Yes yes) {
    sendRoster.confirm(id, yes);
    return Response.accepted().build();
  }

  @POST
  @Path("{id}/undo")
  @Operation(
      summary = "Take a whole import back, within thirty days",
      description =
          "As it was before; people who had been added are taken for having left, and accounts"
              + " follow. If any of its rows has been changed since, nothing is undone, and each is"
              + " listed.")
  @APIResponse(responseCode = "204", description = "Undone")
  @APIResponse(responseCode = "409", description = "Changed since, too long ago, or never done")
  public void undo(@PathParam("id") UUID id) {
    undoRoster.undo(id);
  }

  @DELETE
  @Path("{id}")
  @Operation(summary = "Put an import aside that was not confirmed; what was kept of it is deleted")
  @APIResponse(responseCode = "204", description = "Put aside")
  @APIResponse(responseCode = "409", description = "It is being worked on, or was done")
  public void drop(@PathParam("id") UUID id) {
    sendRoster.drop(id);
  }
}
