package org.kadam.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What killing somebody so many times came to. As often as {@code -Dkills} says, once if it says
 * nothing, but not beyond {@code -Dkills.minutes}.
 */
final class Toll {

  /** One kill: what was recorded in all, what of it was missing and there again in the end. */
  record Kill(int events, int lost, int doubled, Duration back) {}

  /** Kills once, under load, and lets everything get well again. */
  interface Blow {
    Kill fall() throws Exception;
  }

  private final String victim;
  private final List<Kill> kills = new ArrayList<>();

  Toll(String victim) {
    this.victim = victim;
  }

  Toll take(Blow blow) throws Exception {
    Instant end = Instant.now().plus(Duration.ofMinutes(Long.getLong("kills.minutes", 15)));
    for (int i = 0; i < Integer.getInteger("kills", 1) && Instant.now().isBefore(end); i++) {
      kills.add(blow.fall());
      System.out.println(row());
    }
    return this;
  }

  int lost() {
    return kills.stream().mapToInt(Kill::lost).sum();
  }

  int doubled() {
    return kills.stream().mapToInt(Kill::doubled).sum();
  }

  static String head() {
    return String.format(
        "%-12s %6s %8s %6s %8s %16s",
        "killed", "times", "events", "lost", "doubled", "back, median s");
  }

  String row() {
    double[] back =
        kills.stream().mapToDouble(k -> k.back().toMillis() / 1000.0).sorted().toArray();
    return String.format(
        "%-12s %6d %8d %6d %8d %16.1f",
        victim,
        kills.size(),
        kills.stream().mapToInt(Kill::events).sum(),
        lost(),
        doubled(),
        back.length == 0 ? Double.NaN : back[back.length / 2]);
  }
}
