package org.kadam.assessment.control.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.kadam.assessment.control.PartialCredit;
import org.kadam.assessment.control.calibration.Calibrated;
import org.kadam.assessment.control.calibration.CalibrationCheck;
import org.kadam.assessment.control.calibration.Linking;
import org.kadam.assessment.control.calibration.MarginalCalibration;
import org.kadam.assessment.control.calibration.Prior;
import org.kadam.assessment.control.calibration.RaschFit;
import org.kadam.assessment.control.calibration.Responses;
import org.kadam.assessment.control.calibration.ScoreFit;
import org.kadam.assessment.control.calibration.Slopes;
import org.kadam.course.control.Faults;

/**
 * Difficulties by the model that scores: Rasch, of what was done alone or not done. Estimated once
 * without the experts, which tells how far the people lie from the scale that the guesses and the
 * cuts are on (the mean of the items is kept where the experts put it), and then with each expert's
 * guess as a prior, moved by as much. All in logits.
 *
 * @param items by their place in the snapshot; those with too few answers are missing
 * @param shift what was added to the estimates
 */
public record Estimates(Map<Integer, Estimated> items, double shift, List<Faults.Fault> faults) {

  /** Fewer people say too little of an item: its standard error would be above a quarter logit. */
  public static final int FEWEST = 100;

  /**
   * One item.
   *
   * @param infit null where it cannot be said; so are {@code outfit} and {@code p}
   * @param p of S-X²: how probable a misfit as large is by chance
   */
  public record Estimated(double difficulty, double error, Double infit, Double outfit, Double p) {}

  public Estimates {
    items = Map.copyOf(items);
    faults = List.copyOf(faults);
  }

  /** Works out what can be said. */
  public static Estimates of(Snapshot snapshot) {
    List<Integer> enough =
        IntStream.range(0, snapshot.columns().size())
            .filter(column -> scored(snapshot, column) >= FEWEST)
            .boxed()
            .toList();
    if (enough.isEmpty()) {
      return new Estimates(Map.of(), 0, List.of());
    }
    int[] two = new int[enough.size()];
    java.util.Arrays.fill(two, 2);
    Responses responses =
        Responses.of(
            snapshot.people().size(),
            two,
            (person, item) -> snapshot.people().get(person).outcome(enough.get(item)));
    double shift = shift(snapshot, enough, responses);
    Prior[] priors = new Prior[enough.size()];
    for (int i = 0; i < priors.length; i++) {
      Snapshot.Column column = snapshot.columns().get(enough.get(i));
      priors[i] = new Prior(column.guess() - shift, column.spread());
    }
    MarginalCalibration.Result result =
        MarginalCalibration.of(Slopes.ONE).withErrors().of(responses, priors);
    Faults faults = new Faults();
    CalibrationCheck.check(
        enough.stream()
            .map(snapshot.columns()::get)
            .map(c -> new CalibrationCheck.Column("item/" + c.area() + "/items.yaml", c.item()))
            .toList(),
        responses,
        result,
        faults);
    return new Estimates(items(enough, responses, result, shift), shift, faults.found());
  }

  private static long scored(Snapshot snapshot, int column) {
    return snapshot.people().stream().filter(person -> person.outcome(column) >= 0).count();
  }

  private static double shift(Snapshot snapshot, List<Integer> enough, Responses responses) {
    List<Calibrated> alone = MarginalCalibration.of(Slopes.ONE).of(responses).items();
    List<PartialCredit> here = new ArrayList<>();
    List<PartialCredit> there = new ArrayList<>();
    for (int i = 0; i < enough.size(); i++) {
      if (alone.get(i).refused() == null) {
        here.add(alone.get(i).model());
        there.add(new PartialCredit(1, List.of(snapshot.columns().get(enough.get(i)).guess())));
      }
    }
    return here.isEmpty() ? 0 : Linking.byMeans(here, there).shift();
  }

  private static Map<Integer, Estimated> items(
      List<Integer> enough, Responses responses, MarginalCalibration.Result result, double shift) {
    double[] difficulties = new double[enough.size()];
    List<PartialCredit> models = new ArrayList<>();
    for (int i = 0; i < difficulties.length; i++) {
      models.add(result.items().get(i).model());
      difficulties[i] = result.items().get(i).difficulty();
    }
    List<RaschFit> fits = RaschFit.ofSome(responses, difficulties);
    List<ScoreFit> scores = byScore(responses, models);
    Map<Integer, Estimated> items = new HashMap<>();
    for (int i = 0; i < difficulties.length; i++) {
      items.put(
          enough.get(i),
          new Estimated(
              difficulties[i] + shift,
              result.items().get(i).stepErrors().get(0),
              finite(fits.get(i).infit()),
              finite(fits.get(i).outfit()),
              scores.isEmpty() ? null : finite(scores.get(i).p())));
    }
    return items;
  }

  /** S-X² of those who answered everything alone; nothing where they are too few. */
  private static List<ScoreFit> byScore(Responses responses, List<PartialCredit> models) {
    List<int[]> whole = new ArrayList<>();
    for (int person = 0; person < responses.persons(); person++) {
      int[] row = responses.outcomes(new int[responses.items()], person);
      if (java.util.Arrays.stream(row).allMatch(outcome -> outcome != Responses.MISSING)) {
        whole.add(row);
      }
    }
    if (whole.size() < FEWEST || models.size() < 3) {
      return List.of();
    }
    int[] two = new int[models.size()];
    java.util.Arrays.fill(two, 2);
    return ScoreFit.of(Responses.of(whole.toArray(int[][]::new), two), models, 1);
  }

  private static Double finite(double value) {
    return Double.isFinite(value) ? value : null;
  }
}
