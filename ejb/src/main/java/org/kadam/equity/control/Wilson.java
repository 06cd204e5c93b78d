package org.kadam.equity.control;

/**
 * The interval that a proportion lies in with a confidence of 95 %, as shares from 0 to 1.
 *
 * <p>Wilson's score interval (E. B. Wilson, J. Am. Stat. Assoc. 22, 1927; recommended by Brown, Cai
 * and DasGupta, Stat. Sci. 16, 2001): the proportions p for which |x/n − p| ≤ z·√(p(1−p)/n).
 */
public record Wilson(double low, double high) {

  /** Two-sided 95 % of the normal distribution. */
  private static final double Z = 1.959963984540054;

  /**
   * @param count how many of them; 0 to {@code of}
   * @param of at least 1
   */
  public static Wilson of(int count, int of) {
    if (of < 1 || count < 0 || count > of) {
      throw new IllegalArgumentException("Not a proportion");
    }
    double share = (double) count / of;
    double spread = Z * Z / of;
    double middle = (share + spread / 2) / (1 + spread);
    double half = Z / (1 + spread) * Math.sqrt(share * (1 - share) / of + spread / (4 * of));
    return new Wilson(Math.max(0, middle - half), Math.min(1, middle + half));
  }
}
