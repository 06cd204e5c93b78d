package org.kadam.problem;

import jakarta.ejb.ApplicationException;
import java.util.List;

/**
 * What went wrong, in a form that can be told to the one who asked: a named {@link Kind}, the field
 * it is about (or null) and a reason in English for programs; screens translate the kind. Rolls the
 * transaction back. The texts never hold personal data or the offending value.
 */
@ApplicationException(rollback = true, inherited = true)
public class Problem extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Kind kind;
  private final String field;
  private final transient List<Detail> details;

  /** One of several faults of a file: line and column from 1 (0 where there is none). */
  public record Detail(long line, int column, String field, String kind, String reason) {}

  public Problem(Kind kind, String reason) {
    this(kind, null, reason, List.of());
  }

  public Problem(Kind kind, String field, String reason) {
    this(kind, field, reason, List.of());
  }

  public Problem(Kind kind, String field, String reason, List<Detail> details) {
    super(reason, null, false, false);
    this.kind = kind;
    this.field = field;
    this.details = List.copyOf(details);
  }

  public Kind kind() {
    return kind;
  }

  /** The field of the request that the problem is about, or null. */
  public String field() {
    return field;
  }

  /** All faults of a file at once, in its order; empty where the problem is a single one. */
  public List<Detail> details() {
    return details;
  }
}
