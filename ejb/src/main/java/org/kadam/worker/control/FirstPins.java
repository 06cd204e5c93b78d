package org.kadam.worker.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.kadam.worker.entity.Accounts;
import org.kadam.worker.entity.Identities;
import org.kadam.worker.entity.Worker;

/**
 * First PINs: drawn by chance, taken by the sign-in, good for one sign-in and for {@link #GOOD}.
 * Whoever is signed in with the account is signed out, and the PIN before is good no more. Waits
 * for the sign-in, so it is never called in a transaction.
 */
@ApplicationScoped
public class FirstPins {

  /** How long a first PIN is good; the sign-in counts by itself and refuses it afterwards. */
  public static final Duration GOOD = Duration.ofHours(72);

  private static final SecureRandom RANDOM = new SecureRandom();

  /** One PIN in some thousands is refused as easily guessed; more refusals in a row are a fault. */
  private static final int TRIES = 5;

  @Inject private Accounts accounts;
  @Inject private Identities identities;
  @Inject private SignIn signIn;
  @Inject private SignInAccounts signInAccounts;
  @Inject private FollowRoster followRoster;

  /**
   * Makes one, and the account too where there is none yet.
   *
   * @param maker who hands it out
   * @return six digits; empty where a PIN of the roster is being brought over at this moment, which
   *     would take the place of this one
   * @throws SignInFailed where the sign-in does not answer or refuses
   */
  public Optional<String> make(Worker worker, UUID maker) {
    if (!accounts.takeOver(worker.id(), Instant.now())) {
      return Optional.empty();
    }
    Optional<String> subject = identities.subject(signIn.issuer(), worker.id());
    if (subject.isEmpty()) {
      subject = followRoster.follow(worker.id());
    }
    for (int i = 0; subject.isPresent() && i < TRIES; i++) {
      String pin = "%06d".formatted(RANDOM.nextInt(1_000_000));
      try {
        signInAccounts.pin(subject.get(), pin, false);
        signInAccounts.startOver(subject.get());
        accounts.pinMade(worker.id(), maker, Instant.now());
        return Optional.of(pin);
      } catch (SignInFailed e) {
        if (e.gone()) {
          subject = followRoster.follow(worker.id());
        } else if (!e.pinRefused()) {
          throw e;
        }
      }
    }
    return Optional.empty();
  }
}
