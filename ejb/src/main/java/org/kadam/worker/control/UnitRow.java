package org.kadam.worker.control;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.kadam.orgunit.entity.Department;
import org.kadam.orgunit.entity.Level;

/** A place as a roster describes it; the time zone is null where it is that of the parent. */
record UnitRow(
    Row row,
    String code,
    String parent,
    Level level,
    Department department,
    String nameEn,
    String nameHi,
    String nameLo,
    ZoneId timeZone) {

  /**
   * The places of a table by code, in its order: each code once, rows with other faults among them,
   * so that nobody is told that a parent is missing who only has a fault.
   */
  static Map<String, UnitRow> read(RosterTable table) {
    Map<String, UnitRow> units = new LinkedHashMap<>();
    FirstOf<String> codes = new FirstOf<>();
    for (Row row : table.rows()) {
      UnitRow unit = read(row);
      if (unit.code != null && codes.take(unit.code, row, "unit_code")) {
        units.put(unit.code, unit);
      }
    }
    return units;
  }

  private static UnitRow read(Row row) {
    return new UnitRow(
        row,
        row.requiredCode("unit_code"),
        row.code("parent_code"),
        row.requiredChoice("level", Level::of),
        row.choice("department", Department::of),
        row.required("name_en"),
        row.text("name_hi"),
        row.text("name_lo"),
        zone(row));
  }

  private static ZoneId zone(Row row) {
    String id = row.text("time_zone");
    if (id == null) {
      return null;
    }
    if (!ZoneId.getAvailableZoneIds().contains(id)) {
      row.fault("time_zone", Fault.ZONE);
      return null;
    }
    return ZoneId.of(id);
  }
}
