package org.kadam.signin;

import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.util.AuthenticatorUtils;
import org.keycloak.common.util.Time;
import org.keycloak.models.UserLoginFailureModel;
import org.keycloak.models.UserModel;

/**
 * Whether one name has to rest after too many wrong tries.
 *
 * <p>Keycloak lets only one try at a name be looked at at a time, so that nobody can slip in many
 * at once before they are counted, and calls every other one "disabled". On a slow network a button
 * is soon pressed twice; to be told then that the PIN was wrong several times would be untrue. So
 * such a try waits for the one before it.
 */
record WrongTries(AuthenticationFlowContext context, UserModel worker) {
  private static final int STEPS = 20;
  private static final long STEP_MILLIS = 50;

  /** True while no PIN is looked at. */
  boolean rest() {
    for (int step = 0; disabled(); step++) {
      if (resting() || step == STEPS || !pause()) {
        return true;
      }
    }
    return false;
  }

  private boolean disabled() {
    return AuthenticatorUtils.getDisabledByBruteForceEventError(context, worker) != null;
  }

  private boolean resting() {
    UserLoginFailureModel failures =
        context
            .getSession()
            .loginFailures()
            .getUserLoginFailure(context.getRealm(), worker.getId());
    return failures != null && failures.getFailedLoginNotBefore() > Time.currentTime();
  }

  private static boolean pause() {
    try {
      Thread.sleep(STEP_MILLIS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
