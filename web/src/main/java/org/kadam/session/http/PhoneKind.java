package org.kadam.session.http;

import jakarta.servlet.http.HttpSession;
import java.time.Duration;

/**
 * Whose phone it is, as she said at the door. On her own the session is remembered for 90 days; on
 * a shared one it ends after twelve hours without use, and with the browser. Keycloak has the same
 * lengths for its own session (the realm's remember-me). Who said nothing shares.
 */
enum PhoneKind {
  OWN(Duration.ofDays(90)),
  SHARED(Duration.ofHours(12));

  private static final String ATTRIBUTE = PhoneKind.class.getName();

  private final Duration idle;

  PhoneKind(Duration idle) {
    this.idle = idle;
  }

  static PhoneKind of(String said) {
    return "own".equals(said) ? OWN : SHARED;
  }

  static PhoneKind of(HttpSession session) {
    return of((String) session.getAttribute(ATTRIBUTE));
  }

  /** How long a session may go without use. */
  Duration idle() {
    return idle;
  }

  void mark(HttpSession session) {
    session.setMaxInactiveInterval((int) idle.toSeconds());
    session.setAttribute(ATTRIBUTE, name().toLowerCase(java.util.Locale.ROOT));
  }
}
