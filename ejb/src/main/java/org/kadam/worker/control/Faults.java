package org.kadam.worker.control;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.kadam.problem.Kind;
import org.kadam.problem.Problem;
import org.kadam.worker.entity.RosterRows;

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

  /** A fault for which the file is read no further; it is told however many came before it. */
  void addLast(long line, Fault fault) {
    if (details.size() == SHOWN) {
      details.remove(SHOWN - 1);
    }
    add(line, 0, null, fault);
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
    throw new Refused("Nothing was imported. Faults: " + total + shown + ".", details, total);
  }

  /** The problem of a file that reaches outside of somebody's places. */
  static Problem outside(List<RosterRows.Outside> fields) {
    return new Refused(
        "Nothing was imported. Faults: " + fields.get(0).of() + ".",
        fields.stream()
            .map(
                field ->
                    new Problem.Detail(
                        field.line(),
                        0,
                        field.field(),
                        Fault.OUTSIDE.kind(),
                        Fault.OUTSIDE.reason()))
            .toList(),
        fields.get(0).of());
  }

  /** A file with faults, and how many there are in all. */
  static final class Refused extends Problem {
    private static final long serialVersionUID = 1L;
    private final int total;

    Refused(String reason, List<Problem.Detail> details, int total) {
      super(Kind.FILE, null, reason, details);
      this.total = total;
    }

    int total() {
      return total;
    }
  }
}
