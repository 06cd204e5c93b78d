package org.kadam.worker.entity;

import java.util.Locale;
import java.util.Optional;

/** As the roster says it. */
public enum Sex {
  F,
  M,
  X;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Sex> of(String code) {
    for (Sex sex : values()) {
      if (sex.code().equals(code)) {
        return Optional.of(sex);
      }
    }
    return Optional.empty();
  }
}
