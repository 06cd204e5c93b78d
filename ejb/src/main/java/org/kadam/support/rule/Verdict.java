package org.kadam.support.rule;

import java.util.List;

/**
 * What a rule decides: to offer help for these facts, to end an offer whose reason is gone, or to
 * leave things as they are. Offering where there is an offer already, and ending where there is
 * none, changes nothing.
 *
 * @param facts the reasons for an offer, the weightiest first; empty otherwise
 */
public record Verdict(Action action, List<Fact> facts) {

  /** What is to be done. */
  public enum Action {
    OFFER,
    LEAVE,
    END
  }

  public Verdict {
    facts = List.copyOf(facts);
    if ((action == Action.OFFER) == facts.isEmpty()) {
      throw new IllegalArgumentException("An offer has reasons, and nothing else has");
    }
  }

  static Verdict offer(List<Fact> facts) {
    return new Verdict(Action.OFFER, facts);
  }

  static Verdict leave() {
    return new Verdict(Action.LEAVE, List.of());
  }

  static Verdict end() {
    return new Verdict(Action.END, List.of());
  }
}
