package org.kadam.signin;

import java.net.URI;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Whether she said, before she came here, that the phone is hers alone. The app has a door for
 * each, and comes back to the one she went through; through any other a phone counts as shared.
 */
final class OwnPhone {
  private static final String DOOR = "/sign-in/own";

  private OwnPhone() {}

  static boolean saidOf(AuthenticationSessionModel signIn) {
    return saidIn(signIn.getRedirectUri());
  }

  static boolean saidIn(String wayBack) {
    return wayBack != null && URI.create(wayBack).getPath().endsWith(DOOR);
  }
}
