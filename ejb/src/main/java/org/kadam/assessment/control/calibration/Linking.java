package org.kadam.assessment.control.calibration;

import java.util.List;
import org.kadam.assessment.control.Grid;
import org.kadam.assessment.control.PartialCredit;

/**
 * The line θ* = slope·θ + shift that brings one calibration onto the scale of another by the items
 * that both have: b* = slope·b + shift, a* = a/slope.
 */
public record Linking(double slope, double shift) {

  private static final int MOST_STEPS = 200;
  private static final double NEAR_ENOUGH = 1e-9;
  private static final double DIFFERENCE = 1e-5;

  /** Rasch scales differ by a shift alone: that of the mean difficulty of the common items. */
  public static Linking byMeans(List<PartialCredit> here, List<PartialCredit> there) {
    same(here, there);
    return new Linking(1, mean(there) - mean(here));
  }

  /** By mean and standard deviation of the common steps (Marco 1977). */
  public static Linking byMeansAndSpreads(List<PartialCredit> here, List<PartialCredit> there) {
    same(here, there);
    double spread = spread(here);
    if (spread == 0) {
      throw new IllegalArgumentException("Steps all alike have no spread to link by");
    }
    double slope = spread(there) / spread;
    return new Linking(slope, mean(there) - slope * mean(here));
  }

  /**
   * By the least squared distance of the two test characteristic curves over an ability N(0,1)
   * (Stocking and Lord 1983, Applied Psychological Measurement 7:201).
   */
  public static Linking byCurves(List<PartialCredit> here, List<PartialCredit> there) {
    Linking link = byMeans(here, there);
    Grid grid = Grid.STANDARD;
    double damping = 1e-3;
    double distance = link.distance(here, there, grid);
    for (int i = 0; i < MOST_STEPS; i++) {
      double[] step = link.step(here, there, grid, damping);
      Linking next = new Linking(Math.max(.05, link.slope + step[0]), link.shift + step[1]);
      double nextDistance = next.distance(here, there, grid);
      if (nextDistance <= distance) {
        boolean near = Math.hypot(step[0], step[1]) < NEAR_ENOUGH;
        link = next;
        distance = nextDistance;
        damping /= 4;
        if (near) {
          break;
        }
      } else {
        damping *= 8;
      }
    }
    return link;
  }

  /** An item brought onto the other scale. */
  public PartialCredit of(PartialCredit item) {
    return new PartialCredit(
        item.discrimination() / slope, item.steps().stream().map(b -> slope * b + shift).toList());
  }

  /** One damped step by Gauss, Newton, Levenberg and Marquardt. */
  private double[] step(
      List<PartialCredit> here, List<PartialCredit> there, Grid grid, double damping) {
    double[] apart = apart(here, there, grid);
    double[] bySlope = new Linking(slope + DIFFERENCE, shift).apart(here, there, grid);
    double[] byShift = new Linking(slope, shift + DIFFERENCE).apart(here, there, grid);
    double[] weights = grid.prior();
    double[][] normal = new double[2][2];
    double[] right = new double[2];
    for (int q = 0; q < apart.length; q++) {
      double s = (bySlope[q] - apart[q]) / DIFFERENCE;
      double t = (byShift[q] - apart[q]) / DIFFERENCE;
      normal[0][0] += weights[q] * s * s;
      normal[0][1] += weights[q] * s * t;
      normal[1][1] += weights[q] * t * t;
      right[0] -= weights[q] * s * apart[q];
      right[1] -= weights[q] * t * apart[q];
    }
    normal[1][0] = normal[0][1];
    normal[0][0] += damping * normal[0][0] + 1e-12;
    normal[1][1] += damping * normal[1][1] + 1e-12;
    return Matrices.solve(normal, right);
  }

  private double distance(List<PartialCredit> here, List<PartialCredit> there, Grid grid) {
    double[] apart = apart(here, there, grid);
    double[] weights = grid.prior();
    double sum = 0;
    for (int q = 0; q < apart.length; q++) {
      sum += weights[q] * apart[q] * apart[q];
    }
    return sum;
  }

  private double[] apart(List<PartialCredit> here, List<PartialCredit> there, Grid grid) {
    return grid.row(
        at -> {
          double sum = 0;
          for (int i = 0; i < here.size(); i++) {
            sum += expected(of(here.get(i)), at) - expected(there.get(i), at);
          }
          return sum;
        });
  }

  private static double expected(PartialCredit item, double at) {
    double[] p = item.at(at).p();
    double sum = 0;
    for (int k = 1; k < p.length; k++) {
      sum += k * p[k];
    }
    return sum;
  }

  private static void same(List<PartialCredit> here, List<PartialCredit> there) {
    boolean same = !here.isEmpty() && here.size() == there.size();
    for (int i = 0; same && i < here.size(); i++) {
      same = here.get(i).outcomes() == there.get(i).outcomes();
    }
    if (!same) {
      throw new IllegalArgumentException("Linking needs the same items on both scales");
    }
  }

  private static double mean(List<PartialCredit> items) {
    return items.stream().flatMap(i -> i.steps().stream()).mapToDouble(b -> b).average().orElse(0);
  }

  private static double spread(List<PartialCredit> items) {
    double mean = mean(items);
    return Math.sqrt(
        items.stream()
            .flatMap(i -> i.steps().stream())
            .mapToDouble(b -> (b - mean) * (b - mean))
            .average()
            .orElse(0));
  }
}
