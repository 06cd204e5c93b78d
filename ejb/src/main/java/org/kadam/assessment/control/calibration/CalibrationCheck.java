package org.kadam.assessment.control.calibration;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.kadam.course.control.Faults;

/**
 * Whether a calibrated bank may be published. Reports every item by file, key and reason; as long
 * as there is one, nothing of the bank is published. Stricter than the calibration itself: with an
 * expert's prior it has a number even for an item that everybody did, but that number is the
 * expert's and not the answers'.
 */
public final class CalibrationCheck {

  private CalibrationCheck() {}

  /**
   * A column of the answers.
   *
   * @param file where the item stands, such as {@code item/A1/items.yaml}
   * @param id of the item
   */
  public record Column(String file, String id) {}

  /** Adds what is wrong to {@code faults}; the columns are in the order of the responses' items. */
  public static void check(
      List<Column> columns, Responses responses, MarginalCalibration.Result result, Faults faults) {
    if (columns.size() != responses.items() || columns.size() != result.items().size()) {
      throw new IllegalArgumentException("There must be a column for each item");
    }
    Set<String> seen = new HashSet<>();
    for (int item = 0; item < columns.size(); item++) {
      Column column = columns.get(item);
      Faults.Spot spot = faults.at(column.file(), column.id());
      spot.faultIf(!seen.add(column.id()), "double", "This id is there twice");
      outcomes(responses.counts(item), spot.in("outcomes"));
      Calibrated one = result.items().get(item);
      spot.in("difficulty")
          .faultIf(
              one.refused() == null && !finite(one),
              "number",
              "The answers give no finite difficulty and discrimination");
    }
    faults
        .at("calibration", "rounds")
        .faultIf(
            !result.converged(),
            "unsettled",
            "After " + result.rounds() + " rounds the difficulties still moved");
  }

  private static void outcomes(long[] counts, Faults.Spot spot) {
    int chosen = 0;
    int last = 0;
    for (int k = 0; k < counts.length; k++) {
      chosen += counts[k] > 0 ? 1 : 0;
      last = counts[k] > 0 ? k : last;
    }
    if (chosen == 0) {
      spot.fault("unanswered", "Nobody has answered this item");
    } else if (chosen == 1) {
      spot.fault(
          "one-outcome",
          last == counts.length - 1
              ? "Everybody got this right, so the answers say nothing of how difficult it is"
              : "Everybody came to outcome " + last + ", so the answers say nothing of it");
    } else {
      for (int k = 0; k < counts.length; k++) {
        spot.faultIf(
            counts[k] == 0,
            "empty-outcome",
            "Nobody came to outcome " + k + " of 0 to " + (counts.length - 1));
      }
    }
  }

  private static boolean finite(Calibrated item) {
    return Double.isFinite(item.model().discrimination())
        && item.model().steps().stream().allMatch(Double::isFinite);
  }
}
