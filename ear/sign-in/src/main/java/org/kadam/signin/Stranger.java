package org.kadam.signin;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.models.light.LightweightUserAdapter;

/**
 * A name that nobody has, counted as if somebody had it. Only so does it come to rest after the
 * same number of tries as a real one; otherwise five tries would tell whether a phone number is a
 * worker's. Keycloak counts wrong tries by user id, so the name gets one, made from its digest, for
 * a user who exists in memory alone.
 */
final class Stranger {
  private final AuthenticationFlowContext context;
  private final UserModel user;

  Stranger(AuthenticationFlowContext context, SignInName name) {
    this.context = context;
    byte[] spelling =
        (context.getRealm().getId() + ' ' + name.spelling()).getBytes(StandardCharsets.UTF_8);
    String id = UUID.nameUUIDFromBytes(spelling).toString();
    this.user = new LightweightUserAdapter(context.getSession(), context.getRealm(), id);
    this.user.setEnabled(true);
  }

  /** True while, after too many tries, no PIN is looked at. */
  boolean rests() {
    return new WrongTries(context, user).rest();
  }

  /** Counts one wrong try. */
  void failed() {
    if (context.getRealm().isBruteForceProtected()) {
      context
          .getProtector()
          .failedLogin(
              context.getRealm(),
              user,
              context.getConnection(),
              context.getUriInfo(),
              Set.of(PasswordCredentialModel.TYPE));
    }
  }
}
