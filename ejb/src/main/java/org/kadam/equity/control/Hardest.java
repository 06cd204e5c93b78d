package org.kadam.equity.control;

import java.util.Comparator;
import java.util.List;
import org.kadam.equity.entity.Struggles;
import org.kadam.privacy.control.SmallNumbers;

/**
 * The three tasks that most of a group could not do by themselves: what to practise together at the
 * next meeting. Told in tenths, so that what was helped with cannot be worked out from shares.
 */
public final class Hardest {

  private static final int MOST = 3;
  private static final double TENTHS = 10;

  private Hardest() {}

  /**
   * A task.
   *
   * @param tenths of ten who tried it by themselves, how many could not; at least one
   */
  public record Task(String item, int tenths) {}

  /** The hardest first; empty for a small group, and where each number is too small to be told. */
  public static List<Task> of(Struggles.Group group, SmallNumbers rule) {
    if (group.assessed() < rule.denominator()) {
      return List.of();
    }
    return group.tasks().stream()
        .filter(task -> task.not() > 0 && !rule.hides(task.not(), task.of()))
        .sorted(
            Comparator.comparingDouble((Struggles.Task task) -> -(double) task.not() / task.of())
                .thenComparing(Struggles.Task::item))
        .map(task -> new Task(task.item(), (int) Math.round(TENTHS * task.not() / task.of())))
        .filter(task -> task.tenths() > 0)
        .limit(MOST)
        .toList();
  }
}
