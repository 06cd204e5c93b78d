package org.kadam.worker.control;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.kadam.problem.Kind;
import org.kadam.problem.Problem;

/** All faults of one file, found so far. The first thousand are kept, the rest counted. */
final class Faults {

  private static final int SHOWN = 1_000;

  private final List<Problem.Detail> details = new ArrayList<>();
  private int total;

  void add(long line, int column, String field, Fault fault) {
    add(line, column, field, fault, fault.reason());
  }

  void add(long line, int column, String field, Fault fault, String reason) {
    total++;
    if (details.size() < SHOWN) {
      details.add(new Problem.Detail(line, column, field, fault.kind(), reason));
    }
  }

  int total() {
    return total;
  }

  /** Throws the problem that tells of all faults, in the order of the file, if there are any. */
  void refuse() {
    if (total == 0) {
      return;
    }
    details.sort(
        Comparator.comparingLong(Problem.Detail::line).thenComparingInt(Problem.Detail::column));
    String shown = total > SHOWN ? "; the first " + SHOWN + " are listed" : "";
    throw new Problem(
        Kind.FILE, null, "Nothing was imported. Faults: " + total + shown + ".", details);
  }
}
