package org.kadam.worker.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.kadam.worker.boundary.ChangePhone;
import org.kadam.worker.boundary.LeaveAndReturn;
import org.kadam.worker.boundary.ListWorkers;
import org.kadam.worker.boundary.MakeFirstPin;

/** The workers whose accounts somebody looks after. */
@Path("workers")
@RequestScoped
@RolesAllowed({"helper", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class WorkersResource {

  private static final String NOT_KEPT = "private, no-store";

  @Inject private ListWorkers listWorkers;
  @Inject private MakeFirstPin makeFirstPin;
  @Inject private ChangePhone changePhone;
  @Inject private LeaveAndReturn leaveAndReturn;

  /** A phone number with its country, as +91 98123 45678; empty where she has none. */
  public record Phone(@NotNull @Size(max = 40) String phone) {}

  @GET
  @Operation(
      summary = "The workers whose accounts I look after",
      description =
          "A helper's own by name, everybody by worker id alone for an administrator; at most 200 a"
              + " page, in the order of the worker ids, those who have left among them.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ListWorkers.Page.class)))
  public Response workers(
      @QueryParam("unit") @Size(max = 64) String unit,
      @QueryParam("code") @Size(max = 32) String code,
      @QueryParam("after") @Size(max = 32) String after) {
    return notKept(listWorkers.page(unit, code, after));
  }

  @POST
  @Path("{id}/first-pin")
  @Operation(
      summary =
          "Make her a PIN that is good for one sign-in and for 72 hours; it is shown this once",
      description = "Ends the PIN before, and whatever is signed in with her account.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = MakeFirstPin.FirstPin.class)))
  @APIResponse(responseCode = "404", description = "Nobody with this id for whom the caller may")
  @APIResponse(responseCode = "409", description = "She has left")
  public Response firstPin(@PathParam("id") UUID id) {
    return notKept(makeFirstPin.make(id));
  }

  @POST
  @Path("{id}/phone")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "She has another phone number; the old one signs her in no more",
      description = "A roster that says another shows it among its differences before it is done.")
  @APIResponse(responseCode = "204", description = "Changed")
  @APIResponse(responseCode = "400", description = "Not a number with its country")
  @APIResponse(responseCode = "404", description = "Nobody with this id for whom the caller may")
  public void phone(@PathParam("id") UUID id, @jakarta.validation.Valid @NotNull Phone phone) {
    changePhone.change(id, phone.phone());
  }

  @POST
  @Path("{id}/left")
  @Operation(
      summary = "She has left: her account is shut and her PIN is gone, her record stays",
      description =
          "A roster that brings her back shows it among its differences before it is done; she then"
              + " needs a new first PIN all the same.")
  @APIResponse(responseCode = "204", description = "Shut")
  @APIResponse(responseCode = "404", description = "Nobody with this id for whom the caller may")
  public void left(@PathParam("id") UUID id) {
    leaveAndReturn.left(id);
  }

  @POST
  @Path("{id}/back")
  @Operation(summary = "She is back as the same worker, and gets a new first PIN")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = MakeFirstPin.FirstPin.class)))
  @APIResponse(responseCode = "404", description = "Nobody with this id for whom the caller may")
  @APIResponse(responseCode = "503", description = "She is back; ask for her first PIN in a moment")
  public Response back(@PathParam("id") UUID id) {
    leaveAndReturn.back(id);
    return notKept(makeFirstPin.make(id));
  }

  private static Response notKept(Object body) {
    return Response.ok(body).header(HttpHeaders.CACHE_CONTROL, NOT_KEPT).build();
  }
}
