package org.kadam.support.rule;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Practising together is offered when the latest result makes it likely enough that she is below
 * the cut ({@link #ASK}), or a little less likely where a second fact says the same: several tasks
 * that she did with somebody's help ({@link #ASK_WITH_SECOND_FACT}). A score alone is never a
 * reason: at least {@link #TASKS} observed tasks that she did not do must stand beside it, and they
 * are what the offer names. More than a quarter of those above {@link #ASK} are not below the cut,
 * so the offer asks and does not say.
 *
 * <p>The reason is gone only at {@link #CLEAR} or less, or after two results in a row under the
 * lower threshold. The gap between asking and clearing keeps an offer from coming and going.
 *
 * <p>Thresholds: simulated with 15 balanced items, P ≥ .35 finds 77 % of those below the cut and
 * wrongly asks 9 % of the others; P ≥ .25 84 % and 13 %.
 */
@ApplicationScoped
class SkillRule implements Rule {

  static final double ASK = 0.35;
  static final double ASK_WITH_SECOND_FACT = 0.25;
  static final double CLEAR = 0.15;
  static final int TASKS = 2;
  static final int HELPED = 2;
  static final Duration FRESH = Duration.ofDays(120);

  /** More than a handful of reasons would be a list of failings. */
  private static final int NAMED = 3;

  private static final String SOURCE = "assessment";

  @Override
  public String name() {
    return "skill";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Need need() {
    return Need.SKILL;
  }

  @Override
  public Verdict judge(Known known) {
    if (known.results().isEmpty()) {
      return Verdict.leave();
    }
    Known.Result latest = known.results().get(0);
    if (asks(latest) && latest.at().plus(FRESH).isAfter(known.now())) {
      return Verdict.offer(facts(latest));
    }
    boolean twiceAbove =
        known.results().size() > 1
            && known.results().stream().limit(2).allMatch(r -> r.below() < ASK_WITH_SECOND_FACT);
    return latest.below() <= CLEAR || twiceAbove ? Verdict.end() : Verdict.leave();
  }

  private static boolean asks(Known.Result result) {
    boolean likely = result.below() >= ASK;
    boolean likelyWithHelp =
        result.below() >= ASK_WITH_SECOND_FACT && result.helped().size() >= HELPED;
    return (likely || likelyWithHelp) && result.notDone().size() >= TASKS;
  }

  private static List<Fact> facts(Known.Result result) {
    List<Fact> facts = new ArrayList<>();
    for (String task : first(result.notDone())) {
      facts.add(new Fact("skill.not-done", task, "", SOURCE, result.day()));
    }
    if (result.below() < ASK) {
      for (String task : first(result.helped())) {
        facts.add(new Fact("skill.helped", task, "", SOURCE, result.day()));
      }
    }
    String p = String.format(Locale.ROOT, "%.3f", result.below());
    facts.add(new Fact("skill.unsure", result.attempt().toString(), p, SOURCE, result.day()));
    return facts;
  }

  private static List<String> first(List<String> tasks) {
    return tasks.subList(0, Math.min(NAMED, tasks.size()));
  }
}
