package org.kadam.privacy.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.kadam.privacy.boundary.AnswerRequests;
import org.kadam.privacy.boundary.KeepToRule;
import org.kadam.privacy.boundary.ReplayErasures;
import org.kadam.privacy.boundary.WriteDownBreaches;
import org.kadam.worker.boundary.ResealNames;

/** The administrator's desk for personal data. */
@Path("privacy")
@RequestScoped
@RolesAllowed("admin")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PrivacyResource {

  /** Some two hundred thousand erasures. */
  private static final int LONGEST_LIST = 16_000_000;

  @Inject private AnswerRequests answerRequests;
  @Inject private KeepToRule keepToRule;
  @Inject private WriteDownBreaches writeDownBreaches;
  @Inject private ReplayErasures replayErasures;
  @Inject private ResealNames resealNames;

  @GET
  @Path("requests")
  @Operation(summary = "What workers of my places ask about their data, what is due first")
  @APIResponse(responseCode = "200", description = "A page; next leads to the one after it")
  public AnswerRequests.Page requests(
      @QueryParam("state") String state, @QueryParam("after") String after) {
    return answerRequests.page(state, after);
  }

  @POST
  @Path("requests/{id}/answer")
  @Operation(summary = "Answer a request; the worker reads it")
  @RequestBody(description = "done or refused, and the answer", required = true)
  @APIResponse(responseCode = "204", description = "Answered")
  public void answer(@PathParam("id") UUID id, @NotNull @Valid AnswerRequests.Answer answer) {
    answerRequests.answer(id, answer);
  }

  @GET
  @Path("retention")
  @Operation(summary = "For how long what is kept, and the proof: each run and what it deleted")
  @APIResponse(responseCode = "200", description = "The rule and a page of runs, the latest first")
  public KeepToRule.Proof retention(@QueryParam("after") String after) {
    return keepToRule.proof(after);
  }

  @POST
  @Path("retention")
  @Consumes(MediaType.WILDCARD)
  @Operation(summary = "Delete now what has been kept long enough; it happens every night anyway")
  @APIResponse(responseCode = "204", description = "Done")
  public void deleteNow() {
    keepToRule.now();
  }

  @GET
  @Path("breaches")
  @Operation(summary = "Breaches of personal data that were written down")
  @APIResponse(responseCode = "200", description = "The latest first, with the hours that count")
  public WriteDownBreaches.All breaches() {
    return writeDownBreaches.all();
  }

  @POST
  @Path("breaches")
  @Operation(summary = "Write a breach down: what happened and how many people are affected")
  @RequestBody(description = "Without names; times in UTC", required = true)
  @APIResponse(responseCode = "200", description = "As written, and by when the authority is told")
  public WriteDownBreaches.Shown breach(@NotNull @Valid WriteDownBreaches.News news) {
    return writeDownBreaches.write(news);
  }

  @POST
  @Path("breaches/{id}/told")
  @Operation(summary = "Write down that the authority, or the people affected, were told")
  @RequestBody(description = "Whom, and when", required = true)
  @APIResponse(responseCode = "204", description = "Written down")
  public void told(@PathParam("id") UUID id, @NotNull @Valid WriteDownBreaches.Told told) {
    writeDownBreaches.told(id, told);
  }

  @GET
  @Path("erasures")
  @Produces("text/csv")
  @Operation(summary = "The erasure list: ids that lead nowhere, and when; to be kept elsewhere")
  @APIResponse(responseCode = "200", description = "A header, then an id and a time a line")
  public String erasures() {
    return replayErasures.list();
  }

  @POST
  @Path("erasures")
  @Consumes("text/csv")
  @Operation(summary = "After a backup was restored: erase everybody on the list again")
  @RequestBody(description = "The list as it was given out", required = true)
  @APIResponse(responseCode = "200", description = "How many were on it")
  public ReplayErasures.Replayed replay(@NotNull @Size(max = LONGEST_LIST) String list) {
    return replayErasures.replay(list);
  }

  @POST
  @Path("keys")
  @Consumes(MediaType.WILDCARD)
  @Operation(summary = "After a new key was put in front: seal all names anew with it")
  @APIResponse(responseCode = "200", description = "How many were sealed anew")
  public ResealNames.Resealed keys() {
    return resealNames.all();
  }
}
