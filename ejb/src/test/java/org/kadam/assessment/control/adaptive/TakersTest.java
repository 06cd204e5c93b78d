package org.kadam.assessment.control.adaptive;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.kadam.assessment.control.Cuts;
import org.kadam.assessment.control.Grid;
import org.kadam.assessment.control.Help;
import org.kadam.assessment.control.ItemModel;
import org.kadam.assessment.control.Posterior;
import org.kadam.json.CanonicalJson;

/**
 * Simulated takers of every plan of {@link PlanBanks}. What they were given and what came of it is
 * written to {@code target/adaptive}, where the front end's test {@code adaptive.test.ts} finds it
 * and takes every step again with the phone's own program. How many, says {@code -Dkadam.takers}.
 */
class TakersTest {

  private static final int TAKERS = Integer.getInteger("kadam.takers", 400);

  /** Of all levels so many may come out otherwise because phones have whole numbers. */
  private static final double MOST = .005;

  private static final Help HELP = PlanBanks.CUTS.help().orElseThrow();

  /** How many levels differ from those of unrounded tables. */
  private static final class Differing {
    /** The same answers by unrounded tables. */
    int sameAnswers;

    /** The same answers by the denser grid that results are made on. */
    int server;

    /** The answers to what unrounded tables would have chosen. */
    int ownChoices;
  }

  @Test
  void whole_numbers_hardly_ever_change_a_level_and_every_step_is_written_down()
      throws IOException {
    Path folder = Path.of("target", "adaptive");
    Files.createDirectories(folder);
    Map<String, PlanBanks.Case> cases = PlanBanks.all();
    int each = Math.max(1, TAKERS / cases.size());
    for (var named : cases.entrySet()) {
      String name = named.getKey();
      List<String> lines = new ArrayList<>();
      Differing differing = new Differing();
      RandomGenerator random = new SplittableRandom(name.hashCode());
      for (int i = 0; i < each; i++) {
        lines.add(taker(named.getValue(), random, i % 3 == 0, differing));
      }
      Files.writeString(
          folder.resolve(name + ".json"), CanonicalJson.text(named.getValue().plan()));
      Files.write(folder.resolve(name + ".takers"), lines);
      String told =
          "%s: of %d levels %d differ for the same answers, %d from the server's, %d by own choices"
              .formatted(name, each, differing.sameAnswers, differing.server, differing.ownChoices);
      System.out.println(told);
      double most = Math.max(2, MOST * each);
      assertTrue(differing.sameAnswers <= most, told);
      assertTrue(differing.server <= most, told);
      assertTrue(differing.ownChoices <= most, told);
    }
  }

  /** With help an item of two outcomes is done as by somebody who is abler by its worth. */
  private static int withHelp(ItemModel model, double ability, RandomGenerator random) {
    double as = model.outcomes() == 2 ? ability + HELP.worth() : ability;
    return Simulation.outcome(model, as, random) > 0
        ? AdaptiveTest.WITH_HELP
        : AdaptiveTest.NOTHING_SAID;
  }

  /** Somebody of N(0,1); one in three has taken it before; one answer in twenty is with help. */
  private static String taker(
      PlanBanks.Case of, RandomGenerator random, boolean again, Differing differing) {
    double ability = random.nextGaussian();
    int seed = random.nextInt();
    int[] outcomes = new int[of.bank().size()];
    boolean[] avoided = new boolean[outcomes.length];
    for (int item = 0; item < outcomes.length; item++) {
      ItemModel model = of.bank().get(item).model();
      outcomes[item] =
          random.nextInt(20) == 0
              ? withHelp(model, ability, random)
              : Simulation.outcome(model, ability, random);
      avoided[item] = again && random.nextInt(6) == 0;
    }
    AdaptiveTest phone = new AdaptiveTest(of.read().tables(), of.read().design(), seed, avoided);
    AdaptiveTest exact = new AdaptiveTest(of.exact(), of.read().design(), seed, avoided);
    AdaptiveTest apart = new AdaptiveTest(of.exact(), of.read().design(), seed, avoided);
    StringBuilder line = new StringBuilder().append(seed).append(';');
    for (int item = 0; item < avoided.length; item++) {
      line.append(avoided[item] ? "1" : "0");
    }
    line.append(';');
    List<double[]> rows = new ArrayList<>();
    for (int item = phone.next(); item != AdaptiveTest.DONE; item = phone.next()) {
      line.append(phone.answered() > 0 ? "," : "").append(item).append(':').append(outcomes[item]);
      phone.answer(item, outcomes[item]);
      exact.answer(item, outcomes[item]);
      ItemModel model = of.bank().get(item).model();
      if (outcomes[item] >= 0) {
        rows.add(model.row(outcomes[item], Grid.STANDARD));
      } else if (outcomes[item] == AdaptiveTest.WITH_HELP && of.bank().get(item).observed()) {
        rows.add(model.withHelp(HELP, Grid.STANDARD));
      }
    }
    for (int item = apart.next(); item != AdaptiveTest.DONE; item = apart.next()) {
      apart.answer(item, outcomes[item]);
    }
    int server = server(rows);
    differing.sameAnswers += phone.level() == exact.level() ? 0 : 1;
    differing.server += phone.level() == server ? 0 : 1;
    differing.ownChoices += phone.level() == apart.level() ? 0 : 1;
    return line.append(';')
        .append(phone.level())
        .append(';')
        .append(phone.ability())
        .append(';')
        .append(phone.error())
        .toString();
  }

  private static int server(List<double[]> rows) {
    Cuts cuts = PlanBanks.CUTS;
    return cuts.ability(Posterior.of(Grid.STANDARD, rows)).level();
  }
}
