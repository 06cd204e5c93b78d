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

  /**
   * By the door: a path, since of an address that leads back from Keycloak nothing else is left.
   */
  static PhoneKind at(String path) {
    return path.endsWith("/own") ? OWN : SHARED;
  }

  static PhoneKind of(HttpSession session) {
    return OWN.name().equals(session.getAttribute(ATTRIBUTE)) ? OWN : SHARED;
  }

  /** How long a session may go without use. */
  Duration idle() {
    return idle;
  }

  void mark(HttpSession session) {
    session.setMaxInactiveInterval((int) idle.toSeconds());
    session.setAttribute(ATTRIBUTE, name());
  }
}
