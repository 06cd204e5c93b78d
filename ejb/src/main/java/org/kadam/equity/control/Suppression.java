package org.kadam.equity.control;

import java.util.BitSet;
import java.util.Comparator;
import org.kadam.equity.control.Figures.Column;
import org.kadam.equity.entity.Census;
import org.kadam.equity.entity.Group;
import org.kadam.equity.entity.Measure;
import org.kadam.privacy.control.SmallNumbers;

/**
 * Which figures of a census are told and which are kept back: once for all formats, so that none
 * gives away what another hides.
 *
 * <ol>
 *   <li>A small count, a small remainder or a small group is hidden ({@link SmallNumbers}); and
 *       what is a share of something hidden is hidden.
 *   <li>While a hidden figure can be worked out from the shown ones to less than {@link
 *       SmallNumbers#minimum} workers, or what remains of it can, one more is hidden: of its column
 *       the smallest that is enough, and the sum last.
 * </ol>
 *
 * <p>The first step that other rules have apart, never to leave one hidden figure alone in a column
 * with a sum, is the plainest case of the second.
 */
public final class Suppression {

  private final SmallNumbers rule;
  private final Figures figures;
  private final BitSet hidden = new BitSet();

  private Suppression(Census census, SmallNumbers rule) {
    this.rule = rule;
    this.figures = new Figures(census);
  }

  /** What may be told of a census. */
  public static Suppression of(Census census, SmallNumbers rule) {
    Suppression suppression = new Suppression(census, rule);
    suppression.hideSmall();
    while (suppression.hideOneMore()) {
      suppression.hideSharesOfHidden();
    }
    return suppression;
  }

  /** Whether a figure is told; the group is one of the census. */
  public boolean shows(Group group, Measure measure) {
    return !hidden.get(figures.figure(group, measure));
  }

  private void hideSmall() {
    for (int figure = 0; figure < figures.size(); figure++) {
      if (rule.hides(figures.count(figure), figures.of(figure))) {
        hidden.set(figure);
      }
    }
    hideSharesOfHidden();
  }

  private void hideSharesOfHidden() {
    for (int figure = 0; figure < figures.size(); figure++) {
      int base = figures.base(figure);
      if (base >= 0 && hidden.get(base)) {
        hidden.set(figure);
      }
    }
  }

  /** Hides a figure if some hidden one is known too well, and says whether it did. */
  private boolean hideOneMore() {
    Inference inference = new Inference(figures, hidden);
    for (int figure : hidden.stream().toArray()) {
      if (knownTooWell(figure, inference) && coverUp(figure)) {
        return true;
      }
    }
    return false;
  }

  private boolean knownTooWell(int figure, Inference inference) {
    int enough = Math.min(rule.minimum(), figures.room(figure, hidden));
    if (enough == 0 || swapsWidely(figure, enough)) {
      return false;
    }
    return inference.width(figure) < enough || inference.widthOfRemainder(figure) < enough;
  }

  /**
   * Whether moving workers between this figure and the other hidden ones of its column, with
   * everything else as it truly is, gives room enough. Cheap, and never says so wrongly.
   */
  private boolean swapsWidely(int figure, int enough) {
    Column column = figures.columnsOf(figure).get(0);
    if (column.total() == figure || hidden.get(column.total())) {
      return false;
    }
    int up = 0;
    int down = 0;
    for (int part : column.parts()) {
      if (hidden.get(part) && part != figure) {
        up += figures.rise(part);
        down += figures.fall(part);
      }
    }
    int higher = Math.min(figures.rise(figure), down);
    int lower = Math.min(figures.fall(figure), up);
    return higher + lower >= enough;
  }

  /** Hides one more figure in a column of one that is known too well; false if all are hidden. */
  private boolean coverUp(int figure) {
    for (Column column : figures.columnsOf(figure)) {
      int best = cover(column, figure);
      if (best >= 0) {
        hidden.set(best);
        return true;
      }
    }
    int total = figures.columnsOf(figure).get(0).total();
    boolean open = !hidden.get(total);
    hidden.set(total);
    return open;
  }

  /** The smallest shown figure that gives enough room by itself, or else that gives the most. */
  private int cover(Column column, int figure) {
    int best = -1;
    Comparator<Integer> better =
        Comparator.<Integer>comparingInt(
                part -> Math.min(rule.minimum(), gain(column, figure, part)))
            .thenComparing(Comparator.<Integer>comparingInt(figures::count).reversed());
    for (int part : column.parts()) {
      boolean useful = !hidden.get(part) && figures.room(part, hidden) > 0;
      if (useful && (best < 0 || better.compare(part, best) > 0)) {
        best = part;
      }
    }
    return best;
  }

  /** How wide the figure's interval gets in its column by itself if a part is hidden as well. */
  private int gain(Column column, int figure, int candidate) {
    if (column.total() == figure || hidden.get(column.total())) {
      return figures.room(candidate, hidden);
    }
    int sum = figures.count(figure);
    int others = 0;
    for (int part : column.parts()) {
      if (part != figure && (part == candidate || hidden.get(part))) {
        sum += figures.count(part);
        others += figures.room(part, hidden);
      }
    }
    int high = Math.min(figures.room(figure, hidden), sum);
    return high - Math.max(0, sum - others);
  }
}
