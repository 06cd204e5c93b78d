package org.kadam.equity.control;

import java.util.Arrays;
import java.util.BitSet;
import org.kadam.equity.control.Figures.Column;

/**
 * What somebody who can add and subtract works out about figures that are hidden: between which
 * numbers each must lie, given everything that is shown. The bounds come from a linear program, as
 * in audits of official tables (Willenborg and de Waal, Elements of Statistical Disclosure Control,
 * 2001, chapter 4), since simple rules miss some: where all workers reached are two more than those
 * assessed, no group can have more than two reached and not assessed.
 *
 * <p>The unknowns are differences from the true figures, so that zero is always allowed.
 */
final class Inference {

  /** What rounding may cost. */
  private static final double NOTHING = 1e-6;

  private final Figures figures;
  private final BitSet hidden;
  private final int[] unknowns;
  private final LinearProgram program;

  Inference(Figures figures, BitSet hidden) {
    this.figures = figures;
    this.hidden = hidden;
    this.unknowns = hidden.stream().toArray();
    this.program = new LinearProgram(unknowns.length);
    for (int figure : unknowns) {
      staysInPlace(figure);
    }
    for (Column column : figures.columns()) {
      addsUp(column);
    }
  }

  /** From how low to how high a hidden figure could be, in whole workers. */
  int width(int figure) {
    return width(sum(figure, 1));
  }

  /** The same for what remains of the figure that it is a share of. */
  int widthOfRemainder(int figure) {
    int base = figures.base(figure);
    if (base < 0 || !hidden.get(base)) {
      return width(figure);
    }
    int[] remainder = sum(base, 1);
    remainder[unknown(figure)] = -1;
    return width(remainder);
  }

  private int width(int[] sum) {
    int[] opposite = Arrays.stream(sum).map(c -> -c).toArray();
    return whole(program.largest(sum)) + whole(program.largest(opposite));
  }

  private static int whole(double value) {
    return (int) Math.floor(value + NOTHING);
  }

  /** A figure is not negative, and not larger than what it lies within. */
  private void staysInPlace(int figure) {
    program.atMost(sum(figure, -1), figures.count(figure));
    int outer = figures.within(figure);
    int most = outer < 0 ? figures.group(figure).workers() : figures.count(outer);
    int[] excess = sum(figure, 1);
    if (outer >= 0 && hidden.get(outer)) {
      excess[unknown(outer)] = -1;
    }
    program.atMost(excess, most - figures.count(figure));
    for (int inner = 0; inner < figures.size(); inner++) {
      if (figures.within(inner) == figure && !hidden.get(inner)) {
        program.atMost(sum(figure, -1), figures.count(figure) - figures.count(inner));
      }
    }
  }

  private void addsUp(Column column) {
    int[] difference = new int[unknowns.length];
    boolean any = hidden.get(column.total());
    if (any) {
      difference[unknown(column.total())] = -1;
    }
    for (int part : column.parts()) {
      if (hidden.get(part)) {
        difference[unknown(part)] = 1;
        any = true;
      }
    }
    if (any) {
      program.zero(difference);
    }
  }

  private int[] sum(int figure, int coefficient) {
    int[] sum = new int[unknowns.length];
    sum[unknown(figure)] = coefficient;
    return sum;
  }

  private int unknown(int figure) {
    return Arrays.binarySearch(unknowns, figure);
  }
}
