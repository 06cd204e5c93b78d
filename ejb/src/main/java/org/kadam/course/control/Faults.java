package org.kadam.course.control;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.kadam.problem.Kind;
import org.kadam.problem.Problem;

/**
 * The faults found in content so far, so that a check reports all of them and not the first. Each
 * names the file, the place in it as a path of keys (or a line), a kind and a reason.
 */
public final class Faults {

  /**
   * One fault.
   *
   * @param line from 1; 0 where it is not known
   */
  public record Fault(String file, int line, String place, String kind, String reason) {

    /** The file and the line in it, as editors take it. */
    public String where() {
      return line == 0 ? file : file + ":" + line;
    }

    @Override
    public String toString() {
      return where() + (place.isEmpty() ? "" : " at " + place) + ": " + reason;
    }
  }

  /** Content that cannot be published, with every fault that was found. */
  public static final class Broken extends Problem {

    private static final long serialVersionUID = 1L;

    private Broken(List<Fault> faults) {
      super(
          Kind.FILE,
          null,
          faults.stream().map(Fault::toString).collect(Collectors.joining("\n")),
          faults.stream()
              .map(f -> new Detail(f.line(), 0, f.file() + "#" + f.place(), f.kind(), f.reason()))
              .toList());
    }
  }

  private final List<Fault> found = new ArrayList<>();
  private Lines lines = Lines.UNKNOWN;

  /** From now on faults name the lines of these files. */
  public void know(Lines lines) {
    this.lines = lines;
  }

  /** One fault as an exception, where a check cannot go on. */
  public static Broken broken(String file, String place, String kind, String reason) {
    return broken(file, 0, place, kind, reason);
  }

  /** The same, with the line. */
  public static Broken broken(String file, int line, String place, String kind, String reason) {
    return new Broken(List.of(new Fault(file, line, place, kind, reason)));
  }

  /** A view that writes into this one, with file and place already said. */
  public Spot at(String file, String place) {
    return new Spot(this, file, place);
  }

  public List<Fault> found() {
    return List.copyOf(found);
  }

  /**
   * Ends a check.
   *
   * @throws Broken if anything was found
   */
  public void refuse() {
    if (!found.isEmpty()) {
      throw new Broken(found);
    }
  }

  /** A place in a file where faults can be reported. */
  public record Spot(Faults faults, String file, String place) {

    /** The place of a key below this one. */
    public Spot in(String key) {
      return new Spot(faults, file, place.isEmpty() ? key : place + "." + key);
    }

    public void fault(String kind, String reason) {
      fault(faults.lines.of(file, place), kind, reason);
    }

    /** Reports a fault in a line that is known. */
    public void fault(int line, String kind, String reason) {
      faults.found.add(new Fault(file, line, place, kind, reason));
    }

    /** Reports a fault in a line if the condition holds; says whether it did. */
    public boolean faultIf(boolean bad, int line, String kind, String reason) {
      if (bad) {
        fault(line, kind, reason);
      }
      return bad;
    }

    /** Reports a fault if the condition holds; says whether it did. */
    public boolean faultIf(boolean bad, String kind, String reason) {
      if (bad) {
        fault(kind, reason);
      }
      return bad;
    }
  }
}
