package org.kadam.equity.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kadam.equity.control.Hardest.Task;
import org.kadam.equity.entity.Struggles;
import org.kadam.privacy.control.SmallNumbers;

class HardestTest {

  private static List<Task> told(int assessed, Struggles.Task... tasks) {
    return Hardest.of(new Struggles.Group("X", assessed, List.of(tasks)), SmallNumbers.RULE);
  }

  private static Struggles.Task task(String item, int not, int of) {
    return new Struggles.Task(item, not, of);
  }

  @Test
  void the_three_that_most_could_not_do_the_hardest_first() {
    assertEquals(
        List.of(new Task("d", 8), new Task("a", 5), new Task("b", 5)),
        told(
            40,
            task("a", 20, 40),
            task("b", 20, 40),
            task("c", 10, 40),
            task("d", 30, 38),
            task("e", 6, 40)));
  }

  @Test
  void of_a_small_group_nothing_is_told() {
    assertEquals(List.of(), told(9, task("a", 5, 10)));
    assertEquals(1, told(10, task("a", 5, 10)).size());
  }

  @Test
  void a_number_that_tells_of_few_is_left_out() {
    assertEquals(
        List.of(new Task("told", 3)),
        told(
            12,
            task("few-could", 9, 12),
            task("few-could-not", 3, 12),
            task("nobody-could", 12, 12),
            task("told", 5, 15),
            task("nobody-failed", 0, 12)));
  }

  @Test
  void all_of_a_large_group_is_no_secret() {
    assertEquals(List.of(new Task("a", 10)), told(20, task("a", 20, 20)));
  }
}
