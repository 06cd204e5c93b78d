package org.kadam.worker.entity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Base64;
import java.util.UUID;
import org.kadam.privacy.control.NameKeys;

/** How an import keeps what tells who somebody is: sealed, and bound to that import. */
@ApplicationScoped
class RosterBoxes {

  private static final String WHAT = "roster";

  @Inject private NameKeys keys;

  /** Seals a text of an import; null for null. */
  byte[] seal(UUID roster, String text) {
    return keys.seal(roster, WHAT, text);
  }

  /** Opens what was sealed for the same import; null for null. */
  String open(UUID roster, byte[] box) {
    return keys.open(roster, WHAT, box);
  }

  /** Seals bytes of an import. */
  byte[] sealBytes(UUID roster, byte[] bytes) {
    return seal(roster, Base64.getEncoder().encodeToString(bytes));
  }

  /** Opens bytes that were sealed for the same import. */
  byte[] openBytes(UUID roster, byte[] box) {
    return Base64.getDecoder().decode(open(roster, box));
  }
}
