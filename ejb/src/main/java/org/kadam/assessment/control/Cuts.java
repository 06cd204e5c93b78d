package org.kadam.assessment.control;

import java.util.List;
import java.util.Optional;

/**
 * The abilities, in logits, at which one level ends and the next begins; n cuts make levels 0 to n.
 * Set by judgement so far, so every level from them is provisional.
 *
 * @param at ascending
 * @param flag which of them (from 0) is the cut that an offer of help asks about
 */
public record Cuts(List<Double> at, int flag) {

  /** A level is called likely from this probability on. */
  public static final double LIKELY = 0.10;

  /** Where the level "with help" begins. */
  private static final int WITH_HELP = 0;

  /** Where the level "on my own" begins. */
  private static final int ON_MY_OWN = 1;

  public Cuts {
    at = List.copyOf(at);
    if (at.isEmpty()) {
      throw new IllegalArgumentException("There must be a cut");
    }
    for (int i = 0; i < at.size(); i++) {
      if (!Double.isFinite(at.get(i)) || (i > 0 && at.get(i) <= at.get(i - 1))) {
        throw new IllegalArgumentException("Cuts must be numbers, ascending");
      }
    }
    if (flag < 0 || flag >= at.size()) {
      throw new IllegalArgumentException("The cut of the offers must be one of the cuts");
    }
  }

  /**
   * What help says by the meaning of the levels: by the first two cuts, at which "with help" and
   * "on my own" begin, as they are published. Empty where a form has but one cut: then there is no
   * level "with help" to tell it from.
   */
  public Optional<Help> help() {
    if (at.size() < 2) {
      return Optional.empty();
    }
    double alone = Plan.rounded(at.get(ON_MY_OWN));
    return Optional.of(new Help(Plan.rounded(alone - Plan.rounded(at.get(WITH_HELP))), alone));
  }

  /** The result that a posterior comes to. */
  public Ability ability(Posterior posterior) {
    double[] levels = levels(posterior);
    int most = 0;
    for (int level = 1; level < levels.length; level++) {
      if (levels[level] > levels[most]) {
        most = level;
      }
    }
    int lowest = most;
    int highest = most;
    for (int level = 0; level < levels.length; level++) {
      if (levels[level] >= LIKELY) {
        lowest = Math.min(lowest, level);
        highest = Math.max(highest, level);
      }
    }
    return new Ability(
        posterior.mean(), posterior.sd(), most, lowest, highest, posterior.below(at.get(flag)));
  }

  /** The probability of each level, from 0 upwards; they sum to 1. */
  double[] levels(Posterior posterior) {
    double[] levels = new double[at.size() + 1];
    double before = 0;
    for (int level = 0; level < at.size(); level++) {
      double upTo = posterior.below(at.get(level));
      levels[level] = upTo - before;
      before = upTo;
    }
    levels[at.size()] = 1 - before;
    return levels;
  }
}
