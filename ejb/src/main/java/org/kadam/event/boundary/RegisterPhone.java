package org.kadam.event.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.kadam.event.control.PhonePublicKey;
import org.kadam.event.control.Seals;
import org.kadam.event.entity.PhoneKeys;
import org.kadam.problem.Kind;
import org.kadam.problem.Problem;
import org.kadam.worker.control.CurrentWorker;

/** Registers the key of the signed-in worker on a phone; the same again gives the same answer. */
@Stateless
@RolesAllowed({"worker", "helper", "trainer", "officer", "admin"})
public class RegisterPhone {

  @Inject private CurrentWorker current;
  @Inject private PhoneKeys keys;
  @Inject private Seals seals;

  /**
   * What a phone must know.
   *
   * @param key the name of the registered key, for entries and the header {@code Kadam-Key}
   * @param seal the server's key, to seal entries to
   */
  public record Registered(UUID key, Seals.Seal seal) {}

  /**
   * Registers a key.
   *
   * @param worker whose key the phone says it is, or null; the session may have passed to another
   *     since the phone last asked
   * @throws Problem INVALID unless the key is a public one on P-256; FORBIDDEN if the worker is
   *     somebody else than who is signed in
   */
  public Registered register(UUID device, JsonObject publicKey, UUID worker) {
    if (worker != null && !worker.equals(current.id())) {
      throw new Problem(Kind.FORBIDDEN, "worker", "Somebody else is signed in");
    }
    PhonePublicKey key = PhonePublicKey.of(publicKey);
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    UUID id = keys.register(current.id(), device, key.thumbprint(), key.encoded(), now);
    return new Registered(id, seals.current());
  }
}
