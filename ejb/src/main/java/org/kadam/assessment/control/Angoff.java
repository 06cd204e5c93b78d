package org.kadam.assessment.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Cuts by the modified Angoff procedure (Angoff 1971; Cizek and Bunch 2007): each judge says of
 * each item how many of a hundred people who are just at a cut would do it. A judge's cut is the
 * ability at which the Rasch model expects as many items done as her shares add up to; the panel's
 * cut is the mean of its judges', its spread their standard deviation. In logits.
 *
 * @param judges by number, what each one's ratings come to
 * @param cuts of the panel; empty where no judge has rated everything
 * @param items the panel's view of each item
 */
public record Angoff(Map<Integer, List<Double>> judges, List<Cut> cuts, List<Rated> items) {

  /** Fewer judges are no panel. */
  public static final int FEWEST = 5;

  /** No cut is looked for beyond: shares of all 0 or all 100 have none. */
  private static final double FAR = 6;

  private static final double NEAR_ENOUGH = 1e-9;
  private static final double HUNDRED = 100;

  /**
   * A cut of the panel.
   *
   * @param spread standard deviation of the judges'; null for one judge
   * @param error of the mean: spread/√judges
   */
  public record Cut(double at, Double spread, Double error) {}

  /** Mean and standard deviation of the judges' shares of an item, for each cut. */
  public record Rated(String item, List<Double> mean, List<Double> spread) {}

  /**
   * Works it out.
   *
   * @param difficulties in logits, by item
   * @param cuts how many there are
   * @param ratings by judge and item, a share in percent for each cut; judges who have not yet
   *     rated every item count for the items alone
   */
  public static Angoff of(
      Map<String, Double> difficulties,
      int cuts,
      Map<Integer, Map<String, List<Integer>>> ratings) {
    Map<Integer, List<Double>> judges = new TreeMap<>();
    ratings.forEach(
        (judge, rated) -> {
          if (rated.keySet().containsAll(difficulties.keySet())) {
            List<Double> own = new ArrayList<>();
            for (int cut = 0; cut < cuts; cut++) {
              int which = cut;
              double sum =
                  difficulties.keySet().stream()
                      .mapToDouble(item -> rated.get(item).get(which) / HUNDRED)
                      .sum();
              own.add(ability(difficulties, sum));
            }
            judges.put(judge, List.copyOf(own));
          }
        });
    List<Cut> panel = new ArrayList<>();
    for (int cut = 0; cut < cuts && !judges.isEmpty(); cut++) {
      int which = cut;
      double[] each = judges.values().stream().mapToDouble(own -> own.get(which)).toArray();
      Double spread = spread(each);
      panel.add(
          new Cut(mean(each), spread, spread == null ? null : spread / Math.sqrt(each.length)));
    }
    return new Angoff(judges, panel, items(difficulties, cuts, ratings));
  }

  private static List<Rated> items(
      Map<String, Double> difficulties,
      int cuts,
      Map<Integer, Map<String, List<Integer>>> ratings) {
    List<Rated> items = new ArrayList<>();
    for (String item : new TreeMap<>(difficulties).keySet()) {
      List<Double> means = new ArrayList<>();
      List<Double> spreads = new ArrayList<>();
      for (int cut = 0; cut < cuts; cut++) {
        int which = cut;
        double[] shares =
            ratings.values().stream()
                .filter(rated -> rated.containsKey(item))
                .mapToDouble(rated -> rated.get(item).get(which))
                .toArray();
        means.add(shares.length == 0 ? null : mean(shares));
        spreads.add(spread(shares));
      }
      items.add(new Rated(item, means, spreads));
    }
    return items;
  }

  /** The ability at which the expected number of items done is this, by halving. */
  private static double ability(Map<String, Double> difficulties, double done) {
    double low = -FAR;
    double high = FAR;
    while (high - low > NEAR_ENOUGH) {
      double middle = (low + high) / 2;
      double expected =
          difficulties.values().stream()
              .mapToDouble(b -> Logistic.rasch(b).probability(1, middle))
              .sum();
      if (expected < done) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private static Double spread(double[] values) {
    if (values.length < 2) {
      return null;
    }
    double mean = mean(values);
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return Math.sqrt(squares / (values.length - 1));
  }

  /**
   * Why these cuts cannot be set, in a word: {@code judges} for too few, {@code order} where they
   * do not ascend, {@code end} where one lies beyond every ability; empty where they can.
   */
  public String trouble() {
    if (judges.size() < FEWEST) {
      return "judges";
    }
    for (int i = 0; i < cuts.size(); i++) {
      if (Math.abs(cuts.get(i).at()) > FAR - 1) {
        return "end";
      }
      if (i > 0 && cuts.get(i).at() - cuts.get(i - 1).at() < .01) {
        return "order";
      }
    }
    return "";
  }
}
