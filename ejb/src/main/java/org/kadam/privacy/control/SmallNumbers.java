package org.kadam.privacy.control;

/**
 * Which figures could be about somebody in particular.
 *
 * @param minimum a count above 0 and below this is hidden, and so is one that leaves a remainder
 *     above 0 and below this: "9 of 10 managed" names the tenth
 * @param denominator a share of fewer than this is hidden
 * @param uniform none or all of fewer than this is hidden: it tells the same of everybody in the
 *     group
 */
public record SmallNumbers(int minimum, int denominator, int uniform) {

  /** The rule of every report: after CMS, ONS and NHS practice, with remainders protected too. */
  public static final SmallNumbers RULE = new SmallNumbers(5, 10, 20);

  /** Whether a count of so many is to be kept back. */
  public boolean hides(int count, int of) {
    int remainder = of - count;
    return of < denominator
        || few(count)
        || few(remainder)
        || (of < uniform && (count == 0 || remainder == 0));
  }

  /** Whether so few could be somebody in particular. */
  public boolean few(int count) {
    return count > 0 && count < minimum;
  }
}
