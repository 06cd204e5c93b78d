package org.kadam.assessment.control.calibration;

/**
 * A thousand people's answers to five items of a law school's test, as printed by Bock and
 * Lieberman.
 */
final class Lsat6 {

  private static final int[] COUNTS = {
    3, 6, 2, 11, 1, 1, 3, 4, 1, 8, 0, 16, 0, 3, 2, 15, 10, 29, 14, 81, 3, 28, 15, 80, 16, 56, 21,
    173, 11, 61, 28, 298
  };

  private Lsat6() {}

  static Responses responses() {
    int[][] table = new int[1000][];
    int person = 0;
    for (int pattern = 0; pattern < COUNTS.length; pattern++) {
      for (int i = 0; i < COUNTS[pattern]; i++) {
        int[] row = new int[5];
        for (int item = 0; item < 5; item++) {
          row[item] = pattern >> (4 - item) & 1;
        }
        table[person++] = row;
      }
    }
    return Responses.of(table, new int[] {2, 2, 2, 2, 2});
  }
}
