package org.kadam.event.http;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.kadam.event.boundary.RegisterPhone;
import org.kadam.worker.boundary.ChooseLanguage;

/** Keys of workers on phones. */
@Path("phones")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class PhonesResource {

  @Inject private RegisterPhone register;
  @Inject private ChooseLanguage chooseLanguage;

  /**
   * A worker's key on a phone.
   *
   * @param device the phone's own random name
   * @param publicKey a JWK on P-256
   * @param worker whose key it is, by the phone's knowledge; may be left out
   * @param language chosen on this phone at the door, if it was: one request instead of two
   */
  public record Phone(
      @NotNull UUID device, @NotNull JsonObject publicKey, UUID worker, String language) {}

  @POST
  @Operation(
      summary = "Register the signed-in worker's key on this phone",
      description =
          "The same again gives the same answer. With a language it is chosen, as by PUT"
              + " /api/me/language. The answer names the registered key, and gives"
              + " the server's key that entries of the outbox are sealed to.")
  @RequestBody(
      description = "The phone's own random name, and the public half of the key as a JWK on P-256",
      content = @Content(schema = @Schema(implementation = Phone.class)))
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = RegisterPhone.Registered.class)))
  @APIResponse(
      responseCode = "400",
      description = "Not a public key on P-256, or not one of our languages")
  @APIResponse(
      responseCode = "403",
      description = "The key is another worker's than who is signed in")
  public RegisterPhone.Registered register(@Valid @NotNull Phone phone) {
    RegisterPhone.Registered registered =
        register.register(phone.device(), phone.publicKey(), phone.worker());
    if (phone.language() != null) {
      chooseLanguage.choose(new ChooseLanguage.Choice(phone.language()));
    }
    return registered;
  }
}
