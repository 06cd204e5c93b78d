package org.kadam.equity.control;

/** The chi-square distribution, for tests. */
final class ChiSquare {

  private static final int MOST_TERMS = 10_000;
  private static final double ENOUGH = 1e-14;

  private ChiSquare() {}

  /**
   * How probable a value at least this large is by chance: Q(k/2, x/2), the upper incomplete gamma
   * function, by its series below and its continued fraction above (Abramowitz and Stegun, 6.5.29
   * and 6.5.31).
   *
   * @param value at least 0
   * @param degrees degrees of freedom, at least 1
   */
  static double beyond(double value, int degrees) {
    if (value < 0 || degrees < 1) {
      throw new IllegalArgumentException("No chi-square value");
    }
    if (value == 0) {
      return 1;
    }
    double a = degrees / 2.0;
    double x = value / 2;
    double scale = Math.exp(a * Math.log(x) - x - logGamma(degrees));
    return x < a + 1 ? 1 - scale * series(a, x) : scale * fraction(a, x);
  }

  private static double series(double a, double x) {
    double term = 1 / a;
    double sum = term;
    for (int n = 1; n < MOST_TERMS && term > sum * ENOUGH; n++) {
      term *= x / (a + n);
      sum += term;
    }
    return sum;
  }

  /** Evaluated from the front by Lentz's method. */
  private static double fraction(double a, double x) {
    double b = x + 1 - a;
    double c = 1e300;
    double d = 1 / b;
    double product = d;
    for (int n = 1; n < MOST_TERMS; n++) {
      double numerator = -n * (n - a);
      b += 2;
      d = 1 / (numerator * d + b);
      c = b + numerator / c;
      product *= c * d;
      if (Math.abs(c * d - 1) < ENOUGH) {
        break;
      }
    }
    return product;
  }

  /** ln Γ(k/2), exactly by its recurrence from Γ(1) = 1 and Γ(1/2) = √π. */
  private static double logGamma(int degrees) {
    double log = degrees % 2 == 0 ? 0 : Math.log(Math.PI) / 2;
    for (double x = degrees % 2 == 0 ? 1 : .5; x < degrees / 2.0 - .25; x++) {
      log += Math.log(x);
    }
    return log;
  }
}
