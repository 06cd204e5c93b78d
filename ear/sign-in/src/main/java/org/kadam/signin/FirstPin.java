package org.kadam.signin;

import java.util.concurrent.TimeUnit;
import org.keycloak.common.util.Time;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;

/**
 * A PIN that somebody else made: she chooses her own when she signs in with it, and it is good for
 * 72 hours from when it was made, in whatever way it came here.
 */
final class FirstPin {
  static final long GOOD_MILLIS = TimeUnit.HOURS.toMillis(72);

  private FirstPin() {}

  /** True where a worker's PIN is a first one and is good no more. */
  static boolean tooOld(UserModel worker) {
    return worker
            .getRequiredActionsStream()
            .anyMatch(UserModel.RequiredAction.UPDATE_PASSWORD.name()::equals)
        && worker
            .credentialManager()
            .getStoredCredentialsByTypeStream(PasswordCredentialModel.TYPE)
            .anyMatch(pin -> tooOld(pin.getCreatedDate(), Time.currentTimeMillis()));
  }

  /**
   * @param made when, in milliseconds; null where nobody knows, which is too long ago
   */
  static boolean tooOld(Long made, long now) {
    return made == null || now - made > GOOD_MILLIS;
  }
}
