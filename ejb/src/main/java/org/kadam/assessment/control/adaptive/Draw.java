package org.kadam.assessment.control.adaptive;

/**
 * A small sequence of random numbers that a phone and the server make alike from one seed: 32 bits
 * of state, a Weyl step and two rounds of mixing by shifts and multiplications that wrap around.
 * Good enough to spread items, and for nothing secret.
 */
public final class Draw {

  private static final int STEP = 0x6D2B79F5;

  private int state;

  public Draw(int seed) {
    this(seed, 0);
  }

  /** The sequence of a seed after so many numbers. */
  public Draw(int seed, int after) {
    state = seed + after * STEP;
  }

  /** A whole number from 0 to below {@code most}, which is at most 2¹⁶. */
  public int below(int most) {
    state += STEP;
    int z = (state ^ state >>> 15) * (state | 1);
    z ^= z + (z ^ z >>> 7) * (z | 61);
    return ((z ^ z >>> 14) >>> 16) * most >>> 16;
  }
}
