package org.kadam.worker.control;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.kadam.json.Jsons;
import org.kadam.orgunit.entity.Department;
import org.kadam.orgunit.entity.OrgUnit;
import org.kadam.worker.entity.RosterRows;

/** Reads places, checks that they are a tree, and keeps them with parents first. */
final class UnitReading implements RosterWork.Reading {

  private final Faults faults;
  private final IntConsumer progress;
  private final Function<Collection<String>, Map<String, OrgUnit>> known;
  private final Consumer<List<RosterRows.Said>> keeper;
  private final FirstOf<String> codes = new FirstOf<>();
  private final Map<String, UnitRow> units = new LinkedHashMap<>();
  private int rows;

  UnitReading(
      Faults faults,
      IntConsumer progress,
      Function<Collection<String>, Map<String, OrgUnit>> known,
      Consumer<List<RosterRows.Said>> keeper) {
    this.faults = faults;
    this.progress = progress;
    this.known = known;
    this.keeper = keeper;
  }

  @Override
  public void accept(Row row) {
    rows++;
    // Each code once, rows with other faults among them, so that nobody is told that a parent is
    // missing who only has a fault.
    UnitRow unit = UnitRow.read(row);
    if (unit.code() != null && codes.take(unit.code(), row, "unit_code")) {
      units.put(unit.code(), unit);
    }
  }

  @Override
  public int end() {
    Set<String> asked = new HashSet<>(units.keySet());
    units.values().stream().map(UnitRow::parent).filter(p -> p != null).forEach(asked::add);
    Map<String, UnitTree.Known> places =
        known.apply(asked).entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    e ->
                        new UnitTree.Known(
                            e.getValue().path(),
                            e.getValue().level(),
                            e.getValue().department().orElse(null))));
    List<UnitRow> order = new UnitTree(units, places).check();
    if (faults.total() == 0) {
      List<RosterRows.Said> said = new ArrayList<>();
      for (UnitRow unit : order) {
        said.add(
            new RosterRows.Said(
                said.size(), unit.row().line(), unit.code(), said(unit), null, null));
      }
      keeper.accept(said);
    }
    progress.accept(rows);
    return rows;
  }

  private static JsonObject said(UnitRow unit) {
    return Jsons.JSON
        .createObjectBuilder()
        .add("parent_code", text(unit.parent()))
        .add("level", unit.level().code())
        .add("department", text(code(unit.department())))
        .add("name_en", unit.nameEn())
        .add("name_hi", text(unit.nameHi()))
        .add("name_lo", text(unit.nameLo()))
        .add("time_zone", text(unit.timeZone() == null ? null : unit.timeZone().getId()))
        .build();
  }

  private static String code(Department department) {
    return department == null ? null : department.code();
  }

  static JsonValue text(String text) {
    return text == null ? JsonValue.NULL : Jsons.JSON.createValue(text);
  }
}
