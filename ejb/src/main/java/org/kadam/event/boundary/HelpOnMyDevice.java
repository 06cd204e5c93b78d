package org.kadam.event.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.kadam.event.control.PhonePublicKey;
import org.kadam.event.control.Seals;
import org.kadam.event.entity.HelpedPhones;
import org.kadam.event.entity.PhoneKeys;
import org.kadam.orgunit.entity.OrgUnits;
import org.kadam.orgunit.entity.Role;
import org.kadam.privacy.entity.Looks;
import org.kadam.problem.Problem;
import org.kadam.worker.control.CurrentWorker;
import org.kadam.worker.control.PinRight;
import org.kadam.worker.entity.Worker;
import org.kadam.worker.entity.WorkerNames;

/**
 * A worker without a phone learns on her helper's device. The helper opens it for one of hers, for
 * at most four hours: a key of the worker's is registered on the device, so what is done is the
 * worker's, and known to have been done with help. The helper's session stays her own: nothing else
 * can be done in the worker's name.
 */
@Stateless
@RolesAllowed("helper")
public class HelpOnMyDevice {

  static final Duration LONGEST = Duration.ofHours(4);

  @Inject private CurrentWorker current;
  @Inject private PinRight right;
  @Inject private PhoneKeys keys;
  @Inject private HelpedPhones phones;
  @Inject private Seals seals;
  @Inject private WorkerNames names;
  @Inject private OrgUnits units;
  @Inject private Looks looks;

  /** The worker whom the device is opened for. */
  public record Her(UUID id, String code, String name, String language, String land) {}

  /**
   * What the device must know.
   *
   * @param key the name of the registered key
   * @param seal the server's key, to seal entries to
   * @param until how long it is open
   */
  public record Begun(UUID key, Seals.Seal seal, Instant until, Her worker) {}

  /**
   * Opens the device for a worker, or goes on for another four hours.
   *
   * @throws Problem NOT_FOUND where she is not one of the caller's own workers, or has left;
   *     INVALID unless the key is a public one on P-256
   */
  public Begun begin(UUID worker, UUID device, JsonObject publicKey) {
    Worker helper = current.require();
    Worker her = right.helped(helper, worker);
    PhonePublicKey key = PhonePublicKey.of(publicKey);
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    UUID id = keys.register(her.id(), device, key.thumbprint(), key.encoded(), now);
    Instant until = now.plus(LONGEST);
    phones.begin(id, helper.id(), now, until);
    looks.note(helper.id(), Role.HELPER, Looks.Why.HELPED, List.of(her.id()));
    return new Begun(id, seals.current(), until, her(her));
  }

  /**
   * Ends it; what was done until now may still be sent. Said twice it is the same.
   *
   * @throws Problem NOT_FOUND where she is not one of the caller's own workers
   */
  public void end(UUID worker) {
    Worker helper = current.require();
    phones.end(right.helped(helper, worker).id(), helper.id(), Instant.now());
  }

  private Her her(Worker worker) {
    return new Her(
        worker.id(),
        worker.code(),
        names.of(List.of(worker.id())).get(worker.id()),
        worker.language().tag(),
        units.find(worker.unitId()).orElseThrow().land().code());
  }
}
