package org.kadam.worker.control;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The three files of a roster, told apart by their header. */
public enum RosterKind {
  UNITS(
      "unit_code",
      "parent_code",
      "level",
      "department",
      "name_en",
      "name_hi",
      "name_lo",
      "time_zone"),
  WORKERS(
      "worker_id",
      "name",
      "sex",
      "birth_year",
      "phone_e164",
      "language",
      "cadre",
      "role_start",
      "active",
      "unit_code",
      "device",
      "first_pin"),
  ASSIGNMENTS("worker_id", "role", "unit_code", "department");

  private final List<String> columns;

  RosterKind(String... columns) {
    this.columns = List.of(columns);
  }

  List<String> columns() {
    return columns;
  }

  /** As the API spells it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The kind most like a header, so that a file with a column too few or too many is still told
   * what it lacks; empty where they have less than half of their columns in common.
   */
  static Optional<RosterKind> of(Collection<String> header) {
    return Stream.of(values())
        .filter(kind -> kind.likeness(header) >= 0.5)
        .max(Comparator.comparingDouble(kind -> kind.likeness(header)));
  }

  /** The columns in both, as a share of the columns in either. */
  private double likeness(Collection<String> header) {
    long both = columns.stream().filter(header::contains).count();
    return (double) both / Math.max(1, columns.size() + header.size() - both);
  }
}
