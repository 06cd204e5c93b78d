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
import org.kadam.event.boundary.RegisterPhone;

/** Keys of workers on phones. */
@Path("phones")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class PhonesResource {

  @Inject private RegisterPhone register;

  /**
   * A worker's key on a phone.
   *
   * @param device the phone's own random name
   * @param publicKey a JWK on P-256
   */
  public record Phone(@NotNull UUID device, @NotNull JsonObject publicKey) {}

  /** The name of the key, for the header {@code Kadam-Key}. */
  public record Registered(UUID key) {}

  @POST
  @Operation(summary = "Register the signed-in worker's key on this phone")
  public Registered register(@Valid @NotNull Phone phone) {
    return new Registered(register.register(phone.device(), phone.publicKey()));
  }
}
