package org.kadam.orgunit.entity;

import java.util.Locale;
import java.util.Optional;

/** A line of command. The two share places on the map and no authority over each other. */
public enum Department {
  HEALTH,
  ICDS;

  /** As the roster, the database and the API spell it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The department of a code; empty for null and for anything that is none. */
  public static Optional<Department> of(String code) {
    for (Department department : values()) {
      if (department.code().equals(code)) {
        return Optional.of(department);
      }
    }
    return Optional.empty();
  }
}
