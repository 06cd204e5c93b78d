package org.kadam.equity.control;

/**
 * Between which shares a group lies by chance, if it is like all others; shares from 0 to 1.
 *
 * <p>The limit is the share whose Wilson interval just touches the mean, as England's UKHSA draws
 * funnel plots (Fingertips, PHEindicatormethods): mean ± z·√(mean(1−mean)/n).
 */
public record FunnelLimits(double low, double high) {

  private static final double Z_95 = 1.959963984540054;
  private static final double Z_998 = 3.090232306167813;

  /** One group in twenty lies outside by chance. */
  public static FunnelLimits at95(double mean, int of) {
    return at(mean, of, Z_95);
  }

  /** Two groups in a thousand lie outside by chance. */
  public static FunnelLimits at998(double mean, int of) {
    return at(mean, of, Z_998);
  }

  private static FunnelLimits at(double mean, int of, double z) {
    if (of < 1 || mean < 0 || mean > 1) {
      throw new IllegalArgumentException("No funnel");
    }
    double half = z * Math.sqrt(mean * (1 - mean) / of);
    return new FunnelLimits(Math.max(0, mean - half), Math.min(1, mean + half));
  }

  public boolean holds(double share) {
    return low <= share && share <= high;
  }
}
