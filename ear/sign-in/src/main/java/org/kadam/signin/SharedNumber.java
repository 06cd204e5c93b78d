package org.kadam.signin;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.util.AuthenticatorUtils;
import org.keycloak.models.UserCredentialModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;

/**
 * Those who sign in with one phone number, which a household may share. Only a right PIN tells how
 * many there are: whoever types a number gets the same work of the server, the same words and the
 * same rest after wrong tries, whether it is nobody's, one worker's or several workers'.
 */
final class SharedNumber {
  /** As many may share a number. A further one signs in with her worker id. */
  static final int MOST = 5;

  private final AuthenticationFlowContext context;
  private final List<UserModel> workers;
  private final List<UserModel> awake;

  private SharedNumber(AuthenticationFlowContext context, List<UserModel> workers) {
    this.context = context;
    this.workers = workers;
    this.awake =
        workers.stream().filter(worker -> !new WrongTries(context, worker).rest()).toList();
  }

  /**
   * @param found all accounts with the number that can be signed in to
   */
  static SharedNumber of(AuthenticationFlowContext context, Stream<UserModel> found) {
    return new SharedNumber(
        context, found.sorted(Comparator.comparing(UserModel::getUsername)).limit(MOST).toList());
  }

  boolean isNobodys() {
    return workers.isEmpty();
  }

  /** True while no PIN is looked at for anybody with this number. */
  boolean rests() {
    return !workers.isEmpty() && awake.isEmpty();
  }

  /** Those whose PIN this is. Each of them is looked at, and the work is that of the most. */
  List<UserModel> fitting(Pin pin) {
    List<UserModel> fitting =
        awake.stream()
            .filter(
                worker ->
                    worker.credentialManager().isValid(UserCredentialModel.password(pin.digits())))
            .toList();
    work(context, MOST - awake.size());
    return fitting;
  }

  /** Does the work of looking at so many PINs. */
  static void work(AuthenticationFlowContext context, int pins) {
    for (int i = 0; i < pins; i++) {
      AuthenticatorUtils.dummyHash(context);
    }
  }

  /** Counts one wrong try for each of them: it was a try at all of their PINs. */
  void failed() {
    if (context.getRealm().isBruteForceProtected()) {
      for (UserModel worker : awake) {
        context
            .getProtector()
            .failedLogin(
                context.getRealm(),
                worker,
                context.getConnection(),
                context.getUriInfo(),
                Set.of(PasswordCredentialModel.TYPE));
      }
    }
  }
}
