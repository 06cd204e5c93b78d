package org.kadam.privacy.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.kadam.privacy.boundary.AskAboutMyData;
import org.kadam.privacy.boundary.ChooseConsents;
import org.kadam.privacy.boundary.ShowKept;
import org.kadam.privacy.boundary.ShowLooks;

/** What is kept about the caller, and what she can do about it. Always her own, never another's. */
@Path("me")
@RequestScoped
@RolesAllowed({"worker", "helper", "trainer", "officer", "admin"})
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class MyDataResource {

  @Inject private ChooseConsents chooseConsents;
  @Inject private ShowLooks showLooks;
  @Inject private ShowKept showKept;
  @Inject private AskAboutMyData askAboutMyData;

  @GET
  @Path("consents")
  @Operation(summary = "What I can say yes to, and what I have said; all off at first")
  @APIResponse(responseCode = "200", description = "Each purpose with its text, and my word")
  public ChooseConsents.Mine consents() {
    return chooseConsents.mine();
  }

  @PUT
  @Path("consents")
  @Operation(
      summary = "Say yes, or take it back: the same way",
      description =
          "A yes names the version of the text that was read; an older one is answered with 409.")
  @RequestBody(description = "A purpose, the version of its text, and yes or no", required = true)
  @APIResponse(responseCode = "200", description = "How all of them stand now")
  public ChooseConsents.Mine consent(@NotNull @Valid ChooseConsents.Word word) {
    return chooseConsents.say(word);
  }

  @GET
  @Path("looks")
  @Operation(summary = "Who was shown my name, on what day and why; the latest first")
  @APIResponse(responseCode = "200", description = "A page; next leads to the one after it")
  public ShowLooks.Page looks(@QueryParam("after") String after) {
    return showLooks.page(after);
  }

  @GET
  @Path("kept")
  @Operation(summary = "Everything that is kept about me, why, where from, and for how long")
  @APIResponse(
      responseCode = "200",
      description = "All records by kind; nothing is left out",
      content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
  public Response kept() {
    return Response.ok(showKept.mine())
        .header("Cache-Control", "no-store")
        .header("Content-Disposition", "attachment; filename=\"kadam.json\"")
        .build();
  }

  @GET
  @Path("kept.html")
  @Produces("text/html;charset=UTF-8")
  @Operation(summary = "The same as a page in my language, to read and print")
  @APIResponse(
      responseCode = "200",
      description = "A page without script",
      content = @Content(mediaType = "text/html", schema = @Schema(type = SchemaType.STRING)))
  public Response page() {
    return Response.ok(showKept.page()).header("Cache-Control", "no-store").build();
  }

  @GET
  @Path("requests")
  @Operation(summary = "What I asked about my data, and the answers")
  @APIResponse(responseCode = "200", description = "All of mine, and who answers them")
  public AskAboutMyData.Mine requests() {
    return askAboutMyData.mine();
  }

  @POST
  @Path("corrections")
  @Operation(summary = "Say what is not right about me")
  @RequestBody(description = "At most 2000 characters", required = true)
  @APIResponse(responseCode = "200", description = "The request and by when it is answered")
  public AskAboutMyData.Asked correction(@NotNull @Valid AskAboutMyData.Words words) {
    return askAboutMyData.correction(words);
  }

  @POST
  @Path("grievances")
  @Operation(summary = "Complain to those who answer for my data")
  @RequestBody(description = "At most 2000 characters", required = true)
  @APIResponse(responseCode = "200", description = "The complaint and by when it is answered")
  public AskAboutMyData.Asked grievance(@NotNull @Valid AskAboutMyData.Words words) {
    return askAboutMyData.grievance(words);
  }

  @POST
  @Path("erasure")
  @Operation(summary = "Ask to be erased; an administrator carries it out")
  @RequestBody(description = "What I want to say about it; may be empty")
  @APIResponse(responseCode = "200", description = "The request, the same one while it waits")
  public AskAboutMyData.Asked erasure(@Valid AskAboutMyData.Wish wish) {
    return askAboutMyData.erasure(wish);
  }
}
