package org.kadam.worker.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.kadam.worker.boundary.WatchAccounts;

/** The accounts that follow the roster. */
@Path("roster")
@RequestScoped
@RolesAllowed("admin")
@Produces(MediaType.APPLICATION_JSON)
public class RosterResource {

  @Inject private WatchAccounts watchAccounts;

  @GET
  @Path("accounts")
  @Operation(summary = "How the accounts follow the roster: counts by state, and a page of them")
  public WatchAccounts.Page accounts(
      @QueryParam("state") String state, @QueryParam("after") String after) {
    return watchAccounts.page(state, after);
  }
}
