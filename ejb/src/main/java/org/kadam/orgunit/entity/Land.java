package org.kadam.orgunit.entity;

import java.util.Locale;
import java.util.Optional;

/**
 * A country that Kadam knows the ways of; the top place of every path is one. A district of Laos
 * has about as many workers as a block of India, so names begin one level higher there.
 */
public enum Land {
  IN(Level.BLOCK),
  LA(Level.DISTRICT);

  private final Level widestWithNames;

  Land(Level widestWithNames) {
    this.widestWithNames = widestWithNames;
  }

  /** Whether somebody who helps in a place of this level may know the workers by name. */
  boolean names(Level level) {
    return level == widestWithNames || level.narrowerThan(widestWithNames);
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The land of a country's unit code, such as {@code IN}. */
  public static Optional<Land> ofCountry(String unitCode) {
    for (Land land : values()) {
      if (land.name().equals(unitCode)) {
        return Optional.of(land);
      }
    }
    return Optional.empty();
  }

  /** The land a path lies in. */
  public static Land ofPath(String path) {
    return valueOf(path.substring(1, path.indexOf('/', 1)));
  }
}
