package org.kadam.equity.entity;

import java.util.Locale;

/** What workers are told apart by. The first five are kinds of places. */
public enum Dimension {
  STATE,
  PROVINCE,
  DISTRICT,
  BLOCK,
  FACILITY,
  CADRE,
  AGE,
  SEX;

  /** As the API and the words spell it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
