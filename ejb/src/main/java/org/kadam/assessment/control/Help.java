package org.kadam.assessment.control;

/**
 * What it says of somebody that she did an observed task with help, by the meaning of the levels;
 * see {@link ItemModel#withHelp}.
 *
 * @param worth h in logits, above 0: the distance from the cut at which "with help" begins to the
 *     one at which "on my own" begins, so that who stands at the first does with help what who
 *     stands at the second does alone
 * @param until in logits, the cut at which "on my own" begins. From there on it says nothing:
 *     whoever does it alone does it with help as well, so nobody can tell from it how far above she
 *     is
 */
public record Help(double worth, double until) {

  public Help {
    if (!(worth > 0) || !Double.isFinite(worth)) {
      throw new IllegalArgumentException("What help is worth must be a number above 0");
    }
    if (!Double.isFinite(until)) {
      throw new IllegalArgumentException("Where help says nothing more must be a number");
    }
  }
}
