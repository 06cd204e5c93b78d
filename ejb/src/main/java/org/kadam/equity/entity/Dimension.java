package org.kadam.equity.entity;

import java.util.Locale;
import org.kadam.orgunit.entity.Level;

/** What workers are told apart by; the first five are kinds of places. */
public enum Dimension {
  STATE,
  PROVINCE,
  DISTRICT,
  BLOCK,
  FACILITY,
  CADRE,
  AGE,
  SEX;

  /** The dimension of places of a level; the narrowest are all facilities here. */
  static Dimension of(Level level) {
    return switch (level) {
      case COUNTRY, STATE -> STATE;
      case PROVINCE -> PROVINCE;
      case DISTRICT -> DISTRICT;
      case BLOCK -> BLOCK;
      case SECTOR, FACILITY, VILLAGE -> FACILITY;
    };
  }

  /** As the API and the words spell it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public boolean ofPlaces() {
    return compareTo(CADRE) < 0;
  }
}
