package org.kadam.assessment.control;

import java.util.Set;
import java.util.UUID;

/**
 * Told to whoever listens when attempts have a result, new or again: whose they are. Listen after
 * success; it may come twice, and may be lost with the server, so it is a nudge and nothing more.
 */
public record AttemptsScored(Set<UUID> workers) {

  public AttemptsScored {
    workers = Set.copyOf(workers);
  }
}
