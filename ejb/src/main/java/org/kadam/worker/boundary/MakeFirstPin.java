package org.kadam.worker.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.kadam.problem.Kind;
import org.kadam.problem.Problem;
import org.kadam.worker.control.CurrentWorker;
import org.kadam.worker.control.PinRight;
import org.kadam.worker.control.SignIn;
import org.kadam.worker.control.SignInAccounts;
import org.kadam.worker.control.SignInFailed;
import org.kadam.worker.entity.Accounts;
import org.kadam.worker.entity.Identities;
import org.kadam.worker.entity.Worker;
import org.kadam.worker.entity.Workers;

/**
 * A helper, or an administrator, makes a worker who cannot sign in a PIN that is good for one
 * sign-in, and tells it her. Whoever is signed in with the account is signed out. Waits for the
 * sign-in, so it runs outside any transaction.
 */
@Stateless
@RolesAllowed({"helper", "admin"})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MakeFirstPin {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int TRIES = 5;

  @Inject private CurrentWorker current;
  @Inject private Workers workers;
  @Inject private PinRight right;
  @Inject private SignIn signIn;
  @Inject private SignInAccounts signInAccounts;
  @Inject private Identities identities;
  @Inject private Accounts accounts;

  /** Six digits, shown this once. */
  public record FirstPin(String firstPin) {}

  /**
   * @throws Problem NOT_FOUND where there is nobody with this id for whom the caller may; CONFLICT
   *     where she has left; BUSY where the sign-in does not answer
   */
  public FirstPin make(UUID id) {
    Worker maker = current.require();
    Worker worker =
        workers
            .find(id)
            .filter(found -> right.has(maker, found))
            .orElseThrow(() -> new Problem(Kind.NOT_FOUND, "There is nobody with this id here"));
    if (!worker.active()) {
      throw new Problem(Kind.CONFLICT, "She has left, and her account is shut");
    }
    // A roster's PIN that is still under way would take the place of the one made now.
    Optional<String> subject =
        accounts.isPinSettled(id) ? identities.subject(signIn.issuer(), id) : Optional.empty();
    for (int i = 0; subject.isPresent() && i < TRIES; i++) {
      String pin = "%06d".formatted(RANDOM.nextInt(1_000_000));
      if (give(subject.get(), pin)) {
        accounts.pinMade(id, maker.id(), Instant.now());
        return new FirstPin(pin);
      }
    }
    accounts.hurry(id, Instant.now());
    throw new Problem(Kind.BUSY, "Her account is being made; try again in a moment");
  }

  /** Whether the sign-in took the PIN; it refuses what is easily guessed, and may have lost her. */
  private boolean give(String subject, String pin) {
    try {
      signInAccounts.pin(subject, pin, false);
      signInAccounts.startOver(subject);
      return true;
    } catch (SignInFailed e) {
      if (e.pinRefused() || e.gone()) {
        return false;
      }
      throw new Problem(Kind.BUSY, "The sign-in does not answer; try again in a moment");
    }
  }
}
