package org.kadam.event.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.kadam.event.control.PhonePublicKey;
import org.kadam.event.entity.PhoneKeys;
import org.kadam.problem.Problem;
import org.kadam.worker.control.CurrentWorker;

/** Registers the key of the signed-in worker on a phone; the same again gives the same answer. */
@Stateless
@RolesAllowed({"worker", "helper", "trainer", "officer", "admin"})
public class RegisterPhone {

  @Inject private CurrentWorker current;
  @Inject private PhoneKeys keys;

  /**
   * The name of the registered key, for the header {@code Kadam-Key}.
   *
   * @throws Problem INVALID unless the key is a public one on P-256
   */
  public UUID register(UUID device, JsonObject publicKey) {
    PhonePublicKey key = PhonePublicKey.of(publicKey);
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    return keys.register(current.id(), device, key.thumbprint(), key.encoded(), now);
  }
}
