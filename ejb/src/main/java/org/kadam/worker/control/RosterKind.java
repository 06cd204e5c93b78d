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
      20_000,
      List.of("unit_code", "level"),
      List.of("unit_code", "parent_code", "level", "name_en"),
      "unit_code",
      "parent_code",
      "level",
      "department",
      "name_en",
      "name_hi",
      "name_lo",
      "time_zone"),
  WORKERS(
      100_000,
      List.of("worker_id", "name"),
      List.of("worker_id", "name", "language", "cadre", "active", "unit_code"),
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
  ASSIGNMENTS(
      100_000,
      List.of("worker_id", "role"),
      List.of("worker_id", "role", "unit_code"),
      "worker_id",
      "role",
      "unit_code",
      "department");

  private final int mostRows;
  private final List<String> key;
  private final List<String> needed;
  private final List<String> columns;

  RosterKind(int mostRows, List<String> key, List<String> needed, String... columns) {
    this.mostRows = mostRows;
    this.key = key;
    this.needed = needed;
    this.columns = List.of(columns);
  }

  /** How many rows one import takes; a tree of places has to be looked at as a whole. */
  int mostRows() {
    return mostRows;
  }

  /** The columns that tell this kind from the others. */
  List<String> key() {
    return key;
  }

  /** The columns that a file with headings of its own cannot lack. */
  public List<String> needed() {
    return needed;
  }

  public List<String> columns() {
    return columns;
  }

  /** As the API spells it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<RosterKind> ofCode(String code) {
    return Stream.of(values()).filter(kind -> kind.code().equals(code)).findFirst();
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
  double likeness(Collection<String> header) {
    long both = columns.stream().filter(header::contains).count();
    return (double) both / Math.max(1, columns.size() + header.size() - both);
  }
}
