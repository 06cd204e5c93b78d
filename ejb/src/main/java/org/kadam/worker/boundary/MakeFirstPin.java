package org.kadam.worker.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kadam.privacy.entity.Looks;
import org.kadam.problem.Kind;
import org.kadam.problem.Problem;
import org.kadam.worker.control.CurrentWorker;
import org.kadam.worker.control.FirstPins;
import org.kadam.worker.control.PinRight;
import org.kadam.worker.control.SignInFailed;
import org.kadam.worker.entity.Accounts;
import org.kadam.worker.entity.Worker;

/**
 * A helper, or an administrator, makes a worker who cannot sign in a PIN that is good for one
 * sign-in and for three days, and tells it her. Whoever is signed in with the account is signed
 * out. Waits for the sign-in, so it runs outside any transaction.
 */
@Stateless
@RolesAllowed({"helper", "admin"})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MakeFirstPin {

  @Inject private CurrentWorker current;
  @Inject private PinRight right;
  @Inject private Looks looks;
  @Inject private FirstPins pins;
  @Inject private Accounts accounts;

  /**
   * Six digits, shown this once.
   *
   * @param until how long they are good
   */
  public record FirstPin(String firstPin, Instant until) {}

  /**
   * @throws Problem NOT_FOUND where there is nobody with this id for whom the caller may; CONFLICT
   *     where she has left; BUSY where the sign-in does not answer
   */
  public FirstPin make(UUID id) {
    Worker maker = current.require();
    Worker worker = right.over(maker, id);
    right
        .role(maker, worker)
        .ifPresent(role -> looks.note(maker.id(), role, Looks.Why.FIRST_PIN, List.of(id)));
    if (!worker.active()) {
      throw new Problem(Kind.CONFLICT, "She has left, and her account is shut");
    }
    Instant until = Instant.now().plus(FirstPins.GOOD).truncatedTo(ChronoUnit.SECONDS);
    try {
      Optional<String> pin = pins.make(worker, maker.id());
      if (pin.isPresent()) {
        return new FirstPin(pin.get(), until);
      }
    } catch (SignInFailed e) {
      throw new Problem(Kind.BUSY, "The sign-in does not answer; try again in a moment");
    }
    accounts.hurry(id, Instant.now());
    throw new Problem(Kind.BUSY, "Her account is being made; try again in a moment");
  }
}
