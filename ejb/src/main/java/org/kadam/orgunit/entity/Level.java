package org.kadam.orgunit.entity;

import java.util.Locale;
import java.util.Optional;

/** How wide a place is. State and province are one width, and so are sector and facility. */
public enum Level {
  COUNTRY(0),
  STATE(1),
  PROVINCE(1),
  DISTRICT(2),
  BLOCK(3),
  SECTOR(4),
  FACILITY(4),
  VILLAGE(5);

  private final int rank;

  Level(int rank) {
    this.rank = rank;
  }

  public boolean narrowerThan(Level other) {
    return rank > other.rank;
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Level> of(String code) {
    for (Level level : values()) {
      if (level.code().equals(code)) {
        return Optional.of(level);
      }
    }
    return Optional.empty();
  }
}
