package org.kadam.worker.control;

import java.time.ZoneId;
import org.kadam.language.Language;
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

  static UnitRow read(Row row) {
    return new UnitRow(
        row,
        row.requiredCode("unit_code"),
        row.code("parent_code"),
        row.requiredChoice("level", Level::of),
        row.choice("department", Department::of),
        row.required("name_en"),
        row.name("name_hi", Language.HI),
        row.name("name_lo", Language.LO),
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
