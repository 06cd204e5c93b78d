package org.kadam.assessment.control.adaptive;

import java.util.List;
import java.util.SplittableRandom;
import org.kadam.assessment.control.Logistic;

/**
 * Lets people take what ships while somebody is near who helps, and compares what that does to the
 * result: where tasks done with help are left out, and where they count as done at least with help.
 * Whether a task is done not at all, with help or alone are three ordered grades at every ability;
 * the engine takes done with help to be so only up to where "on my own" begins. What was helped
 * with and yet not done says nothing under either rule.
 */
final class HelpAtHand {

  /** Who is helped with a task. */
  enum When {
    NEVER("nobody"),
    ONE_IN_FIVE("one task in five, at random"),
    HALF("every other task, at random"),
    HALF_OF_THE_REST("half of what she cannot do alone"),
    THE_REST("all that she cannot do alone");

    private final String told;

    When(String told) {
      this.told = told;
    }

    @Override
    public String toString() {
      return told;
    }

    private boolean helped(boolean alone, double random) {
      return switch (this) {
        case NEVER -> false;
        case ONE_IN_FIVE -> random < .2;
        case HALF -> random < .5;
        case HALF_OF_THE_REST -> !alone && random < .5;
        case THE_REST -> !alone;
      };
    }
  }

  /**
   * What came of it.
   *
   * @param bias mean of EAP − θ, in logits
   * @param rmse root of the mean of (EAP − θ)², in logits
   * @param right share whose level is their true one
   * @param high share whose level is above their true one
   * @param asked of those truly below the cut of the offers, the share whom the skill rule asks
   */
  record Outcome(double bias, double rmse, double right, double high, double asked) {}

  /** As in the skill rule. */
  private static final double ASK = .35;

  private static final double ASK_WITH_HELP = .25;
  private static final int TASKS = 2;

  private final SimulatedBank bank;
  private final Tables tables;
  private final List<Logistic> truth;
  private final double worth;

  HelpAtHand(SimulatedBank bank) {
    this.bank = bank;
    this.tables = bank.tables(0, 0);
    this.truth = bank.truth();
    this.worth = bank.cuts().help().orElseThrow().worth();
  }

  Outcome of(When when, boolean counts, int people, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double bias = 0;
    double square = 0;
    int right = 0;
    int high = 0;
    int low = 0;
    int asked = 0;
    for (int person = 0; person < people; person++) {
      double ability = random.nextGaussian();
      AdaptiveTest test = new AdaptiveTest(tables, Simulate.SHIPPED, random.nextInt());
      int not = 0;
      int helped = 0;
      for (int item = test.next(); item != AdaptiveTest.DONE; item = test.next()) {
        int came = answer(item, ability, when, random);
        not += came == 0 && bank.observed()[item] ? 1 : 0;
        helped += came == AdaptiveTest.WITH_HELP ? 1 : 0;
        boolean out = came == AdaptiveTest.WITH_HELP && !counts;
        test.answer(item, out ? AdaptiveTest.NOTHING_SAID : came);
      }
      double off = test.ability() - ability;
      bias += off;
      square += off * off;
      int truly = (int) bank.cuts().at().stream().filter(cut -> ability >= cut).count();
      right += test.level() == truly ? 1 : 0;
      high += test.level() > truly ? 1 : 0;
      if (ability < bank.cuts().at().get(bank.cuts().flag())) {
        low++;
        double from = helped >= TASKS ? ASK_WITH_HELP : ASK;
        asked += not >= TASKS && test.below(bank.cuts().flag()) >= from ? 1 : 0;
      }
    }
    double n = people;
    return new Outcome(
        bias / n, Math.sqrt(square / n), right / n, high / n, asked / (double) Math.max(1, low));
  }

  private int answer(int item, double ability, When when, SplittableRandom random) {
    double luck = random.nextDouble();
    double near = random.nextDouble();
    boolean alone = luck < truth.get(item).probability(1, ability);
    if (!bank.observed()[item] || !when.helped(alone, near)) {
      return alone ? 1 : 0;
    }
    boolean withHelp = luck < truth.get(item).probability(1, ability + worth);
    return withHelp ? AdaptiveTest.WITH_HELP : AdaptiveTest.NOTHING_SAID;
  }
}
