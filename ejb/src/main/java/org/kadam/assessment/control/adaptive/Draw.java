package org.kadam.assessment.control.adaptive;

/**
 * A small sequence of random numbers that a phone and the server make alike from one seed: 32 bits
 * of state, a Weyl step and two rounds of mixing by shifts and multiplications that wrap around.
 * Good enough to spread items, and for nothing secret.
 */
public final class Draw {

  private int state;

  public Draw(int seed) {
    state = seed;
  }

  /** A whole number from 0 to below {@code most}, which is at most 2¹⁶. */
  public int below(int most) {
    state += 0x6D2B79F5;
    int z = (state ^ state >>> 15) * (state | 1);
    z ^= z + (z ^ z >>> 7) * (z | 61);
    return ((z ^ z >>> 14) >>> 16) * most >>> 16;
  }
}
