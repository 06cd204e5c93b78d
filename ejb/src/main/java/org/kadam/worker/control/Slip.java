package org.kadam.worker.control;

import java.time.ZonedDateTime;
import org.kadam.language.Language;
import org.kadam.orgunit.entity.Land;

/**
 * What one worker is handed so that she can sign in.
 *
 * @param pin six digits, good for one sign-in
 * @param until how long, where she works
 * @param land where she works, for the way dates are written there
 */
public record Slip(
    String code, String name, String pin, Language language, ZonedDateTime until, Land land) {

  /** Says who, and not the PIN: a record is soon written to a log. */
  @Override
  public String toString() {
    return "Slip of " + code;
  }
}
