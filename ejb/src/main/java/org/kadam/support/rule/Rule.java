package org.kadam.support.rule;

/**
 * When help is offered, and when the reason for it is gone. A rule sees what is {@link Known} of
 * one worker and nothing else, decides from that alone, and keeps nothing. Each offer stores the
 * rule's name and version with the facts, so a rule whose meaning changes gets a new version.
 */
public interface Rule {

  /** A stable name of at most 32 of a-z and hyphen, stored with each offer. */
  String name();

  /** Grows when a threshold or a fact changes. */
  int version();

  /** What is offered. */
  Need need();

  /** What to do for this worker. */
  Verdict judge(Known known);
}
