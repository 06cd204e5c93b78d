package org.kadam.assessment.control.calibration;

/** The little linear algebra that calibration needs. */
final class Matrices {

  private static final double TINY = 1e-12;

  private Matrices() {}

  /**
   * The inverse of a symmetric positive definite matrix, by Gauss and Jordan with pivots.
   *
   * @throws ArithmeticException where it has none
   */
  static double[][] inverse(double[][] matrix) {
    int n = matrix.length;
    double[][] a = new double[n][2 * n];
    for (int i = 0; i < n; i++) {
      System.arraycopy(matrix[i], 0, a[i], 0, n);
      a[i][n + i] = 1;
    }
    for (int column = 0; column < n; column++) {
      int pivot = column;
      for (int row = column + 1; row < n; row++) {
        if (Math.abs(a[row][column]) > Math.abs(a[pivot][column])) {
          pivot = row;
        }
      }
      if (!(Math.abs(a[pivot][column]) > TINY)) {
        throw new ArithmeticException("The information is singular");
      }
      double[] swap = a[column];
      a[column] = a[pivot];
      a[pivot] = swap;
      double by = a[column][column];
      for (int j = 0; j < 2 * n; j++) {
        a[column][j] /= by;
      }
      for (int row = 0; row < n; row++) {
        double times = a[row][column];
        if (row != column && times != 0) {
          for (int j = 0; j < 2 * n; j++) {
            a[row][j] -= times * a[column][j];
          }
        }
      }
    }
    double[][] inverse = new double[n][n];
    for (int i = 0; i < n; i++) {
      System.arraycopy(a[i], n, inverse[i], 0, n);
    }
    return inverse;
  }

  /** The solution of {@code matrix · x = right}. */
  static double[] solve(double[][] matrix, double[] right) {
    double[][] inverse = inverse(matrix);
    double[] x = new double[right.length];
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < x.length; j++) {
        x[i] += inverse[i][j] * right[j];
      }
    }
    return x;
  }
}
