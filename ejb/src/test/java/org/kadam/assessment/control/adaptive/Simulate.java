package org.kadam.assessment.control.adaptive;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Lets many simulated people take the assessment and prints, as tables for docs/measurement.md, how
 * near the results come to what is true of them. Abilities are N(0,1). By system properties: {@code
 * takers} (people for each row, 50,000), {@code seed} (1) and {@code bank} (reference, ninety,
 * shipped, and help for what help does to results on the last; all).
 */
public final class Simulate {

  /** How far off experts' guesses of a difficulty are taken to be, in logits. */
  static final double WRONG = .5;

  /** Stops when the level is certain; the least and the most were tuned on the reference bank. */
  static final Design TUNED = new Design(6, 20, .85, 0, new int[7], 0, 5);

  /** Three sittings of five by the blueprint, for everybody alike in length. */
  static final Design FIFTEEN =
      new Design(15, 15, 1, 0, SimulatedBank.BLUEPRINT, SimulatedBank.OBSERVED, 5);

  /** What ships: ends when the level is certain, with something of every area before it may. */
  public static final Design SHIPPED =
      new Design(10, 20, .78, 0, SimulatedBank.FEWEST, SimulatedBank.FEWEST_OBSERVED, 5);

  /** The same, ended by the standard error that takes about as many items. */
  static final Design BY_ERROR =
      new Design(10, 20, 1, .47, SimulatedBank.FEWEST, SimulatedBank.FEWEST_OBSERVED, 5);

  private static final int BANKS = 20;
  private static final double NORMAL_95 = 1.959964;

  private final int takers;
  private final long seed;
  private final PrintStream out;

  Simulate(int takers, long seed, PrintStream out) {
    this.takers = takers;
    this.seed = seed;
    this.out = out;
  }

  public static void main(String[] none) {
    int takers = Integer.getInteger("takers", 50_000);
    Simulate simulate =
        new Simulate(
            takers,
            Long.getLong("seed", 1),
            new PrintStream(System.out, true, StandardCharsets.UTF_8));
    String wanted = System.getProperty("bank", "reference,ninety,shipped,help");
    for (String bank : wanted.split(",")) {
      switch (bank) {
        case "reference" -> simulate.all(SimulatedBank.reference(simulate.seed));
        case "ninety" -> simulate.all(SimulatedBank.ninety(simulate.seed));
        case "shipped" -> simulate.all(SimulatedBank.shipped());
        case "help" -> simulate.help();
        default -> throw new IllegalArgumentException("There is no bank " + bank);
      }
    }
    if (wanted.contains("reference")) {
      simulate.overBanks();
    }
  }

  void all(SimulatedBank bank) {
    out.printf(
        Locale.ROOT,
        "%nBank: %s. Cuts %s, offers at %s. Takers a row: %,d, seed %d.%n%n",
        bank.name(),
        bank.cuts().at(),
        bank.cuts().at().get(bank.cuts().flag()),
        takers,
        seed);
    out.println(
        "| design | difficulties | bias | RMSE | level right | items, mean | exposure, max | mean |");
    out.println("|---|---|---|---|---|---|---|---|");
    SimulatedBank fixed = bank.spread(24);
    Design everything = new Design(fixed.items(), fixed.items(), 1, 0, new int[1], 0, 1);
    for (double wrong : new double[] {0, WRONG}) {
      row(fixed.name(), wrong, run(fixed, everything, wrong));
    }
    List<Simulation.Outcome> fifteen = new ArrayList<>();
    List<Simulation.Outcome> shipped = new ArrayList<>();
    for (double wrong : new double[] {0, WRONG}) {
      fifteen.add(run(bank, FIFTEEN, wrong));
      row("15 by the blueprint", wrong, fifteen.get(fifteen.size() - 1));
    }
    for (double wrong : new double[] {0, WRONG}) {
      shipped.add(run(bank, SHIPPED, wrong));
      row("10 to 20, level .78 (ships)", wrong, shipped.get(shipped.size() - 1));
    }
    for (double wrong : new double[] {0, WRONG}) {
      row("10 to 20, error .47", wrong, run(bank, BY_ERROR, wrong));
      row("6 to 20, level .85, no minimums", wrong, run(bank, TUNED, wrong));
    }
    curve("15 by the blueprint", fifteen);
    curve("10 to 20, level .78 (ships)", shipped);
  }

  private void help() {
    HelpAtHand near = new HelpAtHand(SimulatedBank.shipped());
    out.printf(
        Locale.ROOT,
        "%nWith somebody near, what ships. Takers a row: %,d, seed %d.%n%n",
        takers,
        seed);
    out.println(
        "| helped with | done with help | bias | RMSE | level right | level too high |"
            + " of those below, asked |");
    out.println("|---|---|---|---|---|---|---|");
    for (HelpAtHand.When when : HelpAtHand.When.values()) {
      for (boolean counts : new boolean[] {false, true}) {
        HelpAtHand.Outcome outcome = near.of(when, counts, takers, seed);
        out.printf(
            Locale.ROOT,
            "| %s | %s | %+.3f | %.3f | %.3f | %.3f | %s %% |%n",
            when,
            counts ? "at least with help" : "left out",
            outcome.bias(),
            outcome.rmse(),
            outcome.right(),
            outcome.high(),
            percent(outcome.asked()));
      }
    }
  }

  private void curve(String design, List<Simulation.Outcome> curves) {
    out.printf("%n%s: who is below the cut of the offers (95 %% intervals):%n%n", design);
    out.println(
        "| asking from P | sensitivity, true | specificity, true | sensitivity, wrong by .5 |"
            + " specificity, wrong by .5 |");
    out.println("|---|---|---|---|---|");
    for (int t = 10; t <= 50; t += 5) {
      out.printf(
          Locale.ROOT,
          "| .%02d | %s | %s | %s | %s |%n",
          t,
          sensitivity(curves.get(0), t),
          specificity(curves.get(0), t),
          sensitivity(curves.get(1), t),
          specificity(curves.get(1), t));
    }
    out.println();
    out.printf(
        "At a specificity of 86 %% the sensitivity is %s with true difficulties,"
            + " %s with wrong ones.%n",
        at86(curves.get(0)), at86(curves.get(1)));
  }

  /**
   * How much of it hangs on the sixty items, and the experts' errors, that happened to be drawn.
   */
  private void overBanks() {
    out.printf(
        Locale.ROOT,
        "%nOver %d other banks drawn like the reference one, %,d takers each, mean (least to most):"
            + "%n%n",
        BANKS,
        Math.max(1, takers / BANKS));
    out.println(
        "| difficulties | sensitivity at a specificity of .86 | bias | RMSE | items, 6 to 20 | level"
            + " right, less than of a fixed 24 |");
    out.println("|---|---|---|---|---|---|");
    for (double wrong : new double[] {0, WRONG}) {
      List<Simulation.Outcome> sittings = new ArrayList<>();
      List<Simulation.Outcome> tuned = new ArrayList<>();
      List<Simulation.Outcome> fixed = new ArrayList<>();
      for (int b = 1; b <= BANKS; b++) {
        SimulatedBank bank = SimulatedBank.reference(seed + 100L * b);
        Simulate part = new Simulate(Math.max(1, takers / BANKS), seed + 100L * b, out);
        sittings.add(part.run(bank, FIFTEEN, wrong));
        tuned.add(part.run(bank, TUNED, wrong));
        fixed.add(part.run(bank.spread(24), new Design(24, 24, 1, 0, new int[1], 0, 1), wrong));
      }
      out.printf(
          Locale.ROOT,
          "| %s | %s | %s | %s | %s | %s |%n",
          wrong == 0 ? "true" : "wrong by .5",
          over(b -> sensitivityAt86(sittings.get(b))),
          over(b -> sittings.get(b).bias()),
          over(b -> sittings.get(b).rmse()),
          over(b -> tuned.get(b).items()),
          over(b -> fixed.get(b).accuracy() - tuned.get(b).accuracy()));
    }
  }

  private static String over(IntToDoubleFunction value) {
    DoubleSummaryStatistics all = IntStream.range(0, BANKS).mapToDouble(value).summaryStatistics();
    return String.format(
        Locale.ROOT, "%.3f (%.3f to %.3f)", all.getAverage(), all.getMin(), all.getMax());
  }

  Simulation.Outcome run(SimulatedBank bank, Design design, double wrong) {
    Tables tables = bank.tables(wrong, seed + 1000);
    return new Simulation(bank.truth(), tables, design, bank.cuts()).of(takers, seed);
  }

  private void row(String design, double wrong, Simulation.Outcome outcome) {
    out.printf(
        Locale.ROOT,
        "| %s | %s | %+.3f | %.3f | %.3f | %.1f | %.2f | %.2f |%n",
        design,
        wrong == 0 ? "true" : "wrong by .5",
        outcome.bias(),
        outcome.rmse(),
        outcome.accuracy(),
        outcome.items(),
        outcome.exposure(),
        outcome.meanExposure());
  }

  /** Where the curve has this specificity, between the two thresholds on either side of it. */
  static double sensitivityAt86(Simulation.Outcome outcome) {
    int t = above86(outcome);
    return outcome.sensitivity()[t] + steepness(outcome, t) * (.86 - outcome.specificity()[t]);
  }

  private static int above86(Simulation.Outcome outcome) {
    int t = 1;
    while (outcome.specificity()[t] < .86) {
      t++;
    }
    return t;
  }

  /** Change of sensitivity for each change of specificity, up to a threshold. */
  private static double steepness(Simulation.Outcome outcome, int t) {
    return (outcome.sensitivity()[t] - outcome.sensitivity()[t - 1])
        / (outcome.specificity()[t] - outcome.specificity()[t - 1]);
  }

  /** With the errors of both, since the threshold itself is read off the curve. */
  private static String at86(Simulation.Outcome outcome) {
    double share = sensitivityAt86(outcome);
    double slope = steepness(outcome, above86(outcome));
    double variance =
        share * (1 - share) / outcome.below()
            + slope * slope * .86 * .14 / (outcome.people() - outcome.below());
    double half = NORMAL_95 * Math.sqrt(variance);
    return percent(share) + " % (" + percent(share - half) + "–" + percent(share + half) + ")";
  }

  private static String sensitivity(Simulation.Outcome outcome, int threshold) {
    return interval(outcome.sensitivity()[threshold], outcome.below());
  }

  private static String specificity(Simulation.Outcome outcome, int threshold) {
    return interval(outcome.specificity()[threshold], outcome.people() - outcome.below());
  }

  /** A share with its interval after Wilson (1927). */
  private static String interval(double share, int of) {
    double z = NORMAL_95 * NORMAL_95 / of;
    double middle = (share + z / 2) / (1 + z);
    double half = NORMAL_95 * Math.sqrt(share * (1 - share) / of + z / (4 * of)) / (1 + z);
    return percent(share) + " (" + percent(middle - half) + "–" + percent(middle + half) + ")";
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f", 100 * share);
  }
}
