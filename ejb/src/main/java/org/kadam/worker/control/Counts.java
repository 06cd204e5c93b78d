package org.kadam.worker.control;

/**
 * What a roster did, in rows; {@code removed} are assignments that its people had and no row gives
 * them any more.
 */
public record Counts(int rows, int added, int changed, int unchanged, int removed) {

  static Counts of(int added, int changed, int unchanged) {
    return new Counts(added + changed + unchanged, added, changed, unchanged, 0);
  }
}
