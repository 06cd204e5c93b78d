package org.kadam.equity.control;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How large a sum of unknowns can get under constraints of the form a·x ≤ b with b ≥ 0, where the
 * unknowns may have any sign. So x = 0 is allowed, and the simplex method (Dantzig 1947) starts
 * there; by Bland's rule it never circles. Coefficients are small whole numbers.
 */
final class LinearProgram {

  private static final double NOTHING = 1e-9;

  private final int unknowns;
  private final List<double[]> rows = new ArrayList<>();

  LinearProgram(int unknowns) {
    this.unknowns = unknowns;
  }

  /**
   * Adds Σ coefficient·x ≤ bound.
   *
   * @param bound at least 0
   */
  void atMost(int[] coefficients, double bound) {
    if (bound < 0) {
      throw new IllegalArgumentException("Zero has to be allowed");
    }
    // Each unknown is the difference of two that are not negative; the bound comes last.
    double[] row = new double[2 * unknowns + 1];
    for (int i = 0; i < unknowns; i++) {
      row[2 * i] = coefficients[i];
      row[2 * i + 1] = -coefficients[i];
    }
    row[2 * unknowns] = bound;
    rows.add(row);
  }

  /** Adds Σ coefficient·x = 0. */
  void zero(int[] coefficients) {
    atMost(coefficients, 0);
    atMost(Arrays.stream(coefficients).map(c -> -c).toArray(), 0);
  }

  /**
   * The largest Σ coefficient·x, never below 0.
   *
   * @throws IllegalStateException where there is no largest
   */
  double largest(int[] coefficients) {
    int columns = 2 * unknowns;
    double[][] table = new double[rows.size()][];
    for (int i = 0; i < table.length; i++) {
      table[i] = rows.get(i).clone();
    }
    double[] gain = new double[columns + 1];
    for (int i = 0; i < unknowns; i++) {
      gain[2 * i] = coefficients[i];
      gain[2 * i + 1] = -coefficients[i];
    }
    int[] basis = new int[table.length];
    int[] outside = new int[columns];
    Arrays.setAll(basis, i -> columns + i);
    Arrays.setAll(outside, i -> i);
    for (int enter = entering(gain, outside); enter >= 0; enter = entering(gain, outside)) {
      int leave = leaving(table, basis, enter);
      pivot(table, gain, leave, enter);
      int swapped = basis[leave];
      basis[leave] = outside[enter];
      outside[enter] = swapped;
    }
    return -gain[columns];
  }

  /** The column of the first unknown, by its number, that still gains; −1 where none does. */
  private static int entering(double[] gain, int[] outside) {
    int best = -1;
    for (int column = 0; column < outside.length; column++) {
      if (gain[column] > NOTHING && (best < 0 || outside[column] < outside[best])) {
        best = column;
      }
    }
    return best;
  }

  private static int leaving(double[][] table, int[] basis, int enter) {
    int leave = -1;
    double tightest = Double.POSITIVE_INFINITY;
    for (int row = 0; row < table.length; row++) {
      if (table[row][enter] > NOTHING) {
        double room = table[row][table[row].length - 1] / table[row][enter];
        boolean tighter = room < tightest - NOTHING;
        boolean earlier = leave >= 0 && room < tightest + NOTHING && basis[row] < basis[leave];
        if (tighter || earlier) {
          leave = row;
          tightest = Math.min(tightest, room);
        }
      }
    }
    if (leave < 0) {
      throw new IllegalStateException("Without a bound");
    }
    return leave;
  }

  private static void pivot(double[][] table, double[] gain, int leave, int enter) {
    double[] row = table[leave];
    double head = row[enter];
    row[enter] = 1;
    for (int column = 0; column < row.length; column++) {
      row[column] /= head;
    }
    for (double[] other : table) {
      if (other != row) {
        eliminate(other, row, enter);
      }
    }
    eliminate(gain, row, enter);
  }

  private static void eliminate(double[] target, double[] row, int enter) {
    double factor = target[enter];
    if (factor == 0) {
      return;
    }
    target[enter] = 0;
    for (int column = 0; column < row.length; column++) {
      target[column] -= factor * row[column];
    }
  }
}
