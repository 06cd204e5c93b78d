package org.kadam.worker.control;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kadam.orgunit.entity.Department;
import org.kadam.orgunit.entity.Land;
import org.kadam.orgunit.entity.Level;

/**
 * The tree of places as it would be after a roster: the rows of the file over what is known. Checks
 * that it is one, and puts parents before children.
 */
final class UnitTree {

  /** A place that is known already. */
  record Known(String path, Level level, Department department) {}

  private final Map<String, UnitRow> rows;
  private final Map<String, Known> known;
  private final Map<String, String> knownParents = new HashMap<>();

  /**
   * @param rows the file's places by code
   * @param known the known places among the file's codes and parents, by code
   */
  UnitTree(Map<String, UnitRow> rows, Map<String, Known> known) {
    this.rows = rows;
    this.known = known;
    for (Known place : known.values()) {
      String parent = null;
      for (String code : place.path().substring(1).split("/")) {
        knownParents.put(code, parent);
        parent = code;
      }
    }
  }

  /** The rows, parents first; faults of the tree are told to the rows that have them. */
  List<UnitRow> check() {
    rows.values().forEach(this::checkParent);
    Set<String> inCycle = cycles();
    for (UnitRow unit : rows.values()) {
      if (inCycle.contains(unit.code())) {
        unit.row().fault("parent_code", Fault.CYCLE);
      } else {
        checkAgainstParent(unit);
      }
    }
    return inCycle.isEmpty() ? parentsFirst() : List.of();
  }

  private void checkParent(UnitRow unit) {
    if (unit.level() != null
        && (unit.level() == Level.COUNTRY) != (unit.row().text("parent_code") == null)) {
      unit.row().fault("parent_code", Fault.PARENT);
    } else if (unit.parent() != null
        && !rows.containsKey(unit.parent())
        && !known.containsKey(unit.parent())) {
      unit.row().fault("parent_code", Fault.UNKNOWN);
    }
    if (unit.level() == Level.COUNTRY) {
      if (Land.ofCountry(unit.code()).isEmpty()) {
        unit.row().fault("unit_code", Fault.LAND);
      }
      if (unit.timeZone() == null && unit.row().text("time_zone") == null) {
        unit.row().fault("time_zone", Fault.REQUIRED);
      }
    }
  }

  private void checkAgainstParent(UnitRow unit) {
    if (unit.parent() == null || unit.level() == null) {
      return;
    }
    Level above = level(unit.parent());
    if (above != null && !unit.level().narrowerThan(above)) {
      unit.row().fault("level", Fault.LEVEL);
    }
    Department around = department(unit.parent());
    if (around != null && unit.department() != null && around != unit.department()) {
      unit.row().fault("department", Fault.DEPARTMENT);
    }
  }

  private Level level(String code) {
    UnitRow row = rows.get(code);
    return row != null ? row.level() : known.containsKey(code) ? known.get(code).level() : null;
  }

  private Department department(String code) {
    UnitRow row = rows.get(code);
    return row != null
        ? row.department()
        : known.containsKey(code) ? known.get(code).department() : null;
  }

  private String parent(String code) {
    UnitRow row = rows.get(code);
    return row != null ? row.parent() : knownParents.get(code);
  }

  /** The codes of the file whose way up comes back to themselves. */
  private Set<String> cycles() {
    Set<String> cyclic = new HashSet<>();
    Set<String> done = new HashSet<>();
    for (String start : rows.keySet()) {
      Set<String> way = new LinkedHashSet<>();
      String at = start;
      while (at != null && !done.contains(at) && way.add(at)) {
        at = parent(at);
      }
      if (at != null && way.contains(at)) {
        List<String> steps = new ArrayList<>(way);
        steps.subList(steps.indexOf(at), steps.size()).stream()
            .filter(rows::containsKey)
            .forEach(cyclic::add);
      }
      done.addAll(way);
    }
    return cyclic;
  }

  private List<UnitRow> parentsFirst() {
    Set<UnitRow> order = new LinkedHashSet<>();
    for (UnitRow unit : rows.values()) {
      Deque<UnitRow> way = new ArrayDeque<>();
      for (UnitRow at = unit;
          at != null && !order.contains(at);
          at = at.parent() == null ? null : rows.get(at.parent())) {
        way.push(at);
      }
      order.addAll(way);
    }
    return List.copyOf(order);
  }
}
