package org.kadam.worker.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.kadam.orgunit.entity.Department;
import org.kadam.orgunit.entity.OrgUnit;
import org.kadam.orgunit.entity.OrgUnits;
import org.kadam.orgunit.entity.Role;
import org.kadam.orgunit.entity.StaffAssignment;
import org.kadam.orgunit.entity.StaffAssignments;
import org.kadam.worker.entity.Accounts;
import org.kadam.worker.entity.Worker;
import org.kadam.worker.entity.Workers;

/**
 * Brings a roster of assignments in. For each person in the file, its rows are all she has from
 * then on: a right is withdrawn by leaving its row out, and a row with the role {@code worker}
 * alone leaves none.
 */
@ApplicationScoped
class AssignmentRoster {

  @Inject private Workers workers;
  @Inject private OrgUnits units;
  @Inject private StaffAssignments assignments;
  @Inject private Accounts accounts;

  /** Two assignments with the same of these are the same. */
  private record Key(UUID worker, Role role, UUID unit, Department department) {

    static Key of(StaffAssignment assignment) {
      return new Key(
          assignment.workerId(),
          assignment.role(),
          assignment.unitId(),
          assignment.department().orElse(null));
    }
  }

  Counts take(RosterTable table, Faults faults, Instant now) {
    List<AssignmentRow> rows = AssignmentRow.read(table);
    Map<String, Worker> people =
        workers.byCodes(rows.stream().map(AssignmentRow::worker).distinct().toList());
    Map<String, OrgUnit> places =
        units.byCodes(rows.stream().map(AssignmentRow::unit).distinct().toList());
    for (AssignmentRow row : rows) {
      if (!people.containsKey(row.worker())) {
        row.row().fault("worker_id", Fault.UNKNOWN);
      }
      if (!places.containsKey(row.unit())) {
        row.row().fault("unit_code", Fault.UNKNOWN);
      }
    }
    faults.refuse();

    Map<Key, StaffAssignment> had =
        assignments.of(people.values().stream().map(Worker::id).toList()).stream()
            .collect(Collectors.toMap(Key::of, a -> a, (a, b) -> a, HashMap::new));
    Set<UUID> touched = new HashSet<>();
    int added = 0;
    for (AssignmentRow row : rows) {
      UUID worker = people.get(row.worker()).id();
      Key key = new Key(worker, row.role(), places.get(row.unit()).id(), row.department());
      if (had.remove(key) == null) {
        assignments.add(new StaffAssignment(worker, row.role(), key.unit(), row.department(), now));
        touched.add(worker);
        added++;
      }
    }
    had.values().forEach(assignments::remove);
    had.keySet().forEach(key -> touched.add(key.worker()));
    accounts.want(touched, now);
    return new Counts(rows.size(), added, 0, rows.size() - added, had.size());
  }
}
