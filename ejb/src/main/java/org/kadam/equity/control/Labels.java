package org.kadam.equity.control;

import java.util.Map;
import org.kadam.equity.entity.Dimension;
import org.kadam.language.Texts;
import org.kadam.language.Words;
import org.kadam.orgunit.entity.OrgUnit;

/**
 * What groups are called.
 *
 * @param places the places of the report, by code
 */
public record Labels(OrgUnit whole, Map<String, OrgUnit> places) {

  public Labels {
    places = Map.copyOf(places);
  }

  /** The name of a group. Workers of the place itself, and of none inside, go by its name. */
  Texts of(Dimension dimension, String code) {
    if (dimension.ofPlaces()) {
      return places.getOrDefault(code, whole).names();
    }
    return Words.shipped().text(dimension.code() + "." + code);
  }

  static Texts of(Dimension dimension) {
    return Words.shipped().text("equity.dimension." + dimension.code());
  }

  static Texts headOf(Dimension dimension) {
    return Words.shipped().text("equity.head." + dimension.code());
  }
}
