package org.kadam.signin;

import java.net.URI;
import java.util.Arrays;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Whether she said, before she came here, that the phone is hers alone. The app says it in the
 * address to which she comes back ({@code phone=own}); without that word a phone counts as shared.
 */
final class OwnPhone {
  private static final String WORD = "phone=own";

  private OwnPhone() {}

  static boolean saidOf(AuthenticationSessionModel signIn) {
    return saidIn(signIn.getRedirectUri());
  }

  static boolean saidIn(String wayBack) {
    if (wayBack == null) {
      return false;
    }
    String query = URI.create(wayBack).getRawQuery();
    return query != null && Arrays.asList(query.split("&")).contains(WORD);
  }
}
