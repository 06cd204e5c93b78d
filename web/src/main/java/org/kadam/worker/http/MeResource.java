package org.kadam.worker.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.kadam.worker.boundary.ChooseLanguage;
import org.kadam.worker.boundary.TellWhoIAm;

/** Who the caller is. */
@Path("me")
@RequestScoped
@RolesAllowed({"worker", "helper", "trainer", "officer", "admin"})
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class MeResource {

  @Inject private TellWhoIAm tellWhoIAm;
  @Inject private ChooseLanguage chooseLanguage;

  @GET
  @Operation(summary = "Who I am, what I may do and where, and who helps me")
  public TellWhoIAm.Me me() {
    return tellWhoIAm.tell();
  }

  @PUT
  @Path("language")
  @Operation(summary = "Choose my language: en, hi or lo")
  @APIResponse(responseCode = "204", description = "It is chosen")
  public void language(ChooseLanguage.Choice choice) {
    chooseLanguage.choose(choice);
  }
}
