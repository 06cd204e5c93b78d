package org.kadam.worker.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.kadam.orgunit.entity.OrgUnit;
import org.kadam.orgunit.entity.OrgUnits;

/** Brings a roster of places in. */
@ApplicationScoped
class UnitRoster {

  @Inject private OrgUnits units;

  Counts take(RosterTable table, Faults faults) {
    Map<String, UnitRow> rows = UnitRow.read(table);
    Map<String, OrgUnit> places = known(rows);
    List<UnitRow> order = new UnitTree(rows, describe(places)).check();
    faults.refuse();

    int added = 0;
    int changed = 0;
    boolean moved = false;
    for (UnitRow row : order) {
      OrgUnit parent = row.parent() == null ? null : places.get(row.parent());
      OrgUnit.Description described = description(row, parent);
      OrgUnit unit = places.get(row.code());
      if (unit == null) {
        unit = new OrgUnit(parent, described);
        units.add(unit);
        places.put(row.code(), unit);
        added++;
      } else {
        String path = unit.path();
        changed += unit.describe(parent, described) ? 1 : 0;
        moved |= !unit.path().equals(path);
      }
    }
    if (moved) {
      units.follow();
    }
    return Counts.of(added, changed, order.size() - added - changed);
  }

  private Map<String, OrgUnit> known(Map<String, UnitRow> rows) {
    Set<String> codes = new HashSet<>(rows.keySet());
    rows.values().stream().map(UnitRow::parent).filter(p -> p != null).forEach(codes::add);
    return new HashMap<>(units.byCodes(codes));
  }

  private static Map<String, UnitTree.Known> describe(Map<String, OrgUnit> places) {
    return places.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                e ->
                    new UnitTree.Known(
                        e.getValue().path(),
                        e.getValue().level(),
                        e.getValue().department().orElse(null))));
  }

  private static OrgUnit.Description description(UnitRow row, OrgUnit parent) {
    return new OrgUnit.Description(
        row.code(),
        row.level(),
        row.department(),
        row.nameEn(),
        row.nameHi(),
        row.nameLo(),
        Optional.ofNullable(row.timeZone()).orElseGet(() -> parent.timeZone()));
  }
}
