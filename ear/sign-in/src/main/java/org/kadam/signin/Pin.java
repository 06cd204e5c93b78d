package org.kadam.signin;

import java.util.Optional;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.services.messages.Messages;

/**
 * A PIN as typed, its digits made 0-9 and the spaces between them dropped.
 *
 * @param digits what is left; six digits if it is a PIN
 */
record Pin(String digits) {
  static final int LENGTH = 6;

  static Pin typed(String text) {
    return new Pin(text == null ? "" : Digits.western(text).replaceAll("\\s+", ""));
  }

  boolean isEmpty() {
    return digits.isEmpty();
  }

  /** Six digits and nothing else. */
  boolean isWhole() {
    return isDigits() && digits.length() == LENGTH;
  }

  /** What to say about a PIN that cannot be one, beside the field of this name. */
  Optional<FormMessage> flaw(String field) {
    if (isWhole()) {
      return Optional.empty();
    }
    if (isEmpty()) {
      return Optional.of(new FormMessage(field, Messages.MISSING_PASSWORD));
    }
    int missing = LENGTH - digits.length();
    return Optional.of(
        isDigits() && missing > 0
            ? new FormMessage(field, "pinTooShort", missing)
            : new FormMessage(field, "pinShape"));
  }

  private boolean isDigits() {
    return digits.matches("[0-9]+");
  }
}
