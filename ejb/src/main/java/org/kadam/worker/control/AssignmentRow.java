package org.kadam.worker.control;

import java.util.ArrayList;
import java.util.List;
import org.kadam.orgunit.entity.Department;
import org.kadam.orgunit.entity.Role;

/** What a roster assigns somebody to; a null department is every department. */
record AssignmentRow(Row row, String worker, Role role, String unit, Department department) {

  /** The assignments of a table, each once, without those that have a fault already. */
  static List<AssignmentRow> read(RosterTable table) {
    List<AssignmentRow> assignments = new ArrayList<>();
    FirstOf<List<Object>> seen = new FirstOf<>();
    for (Row row : table.rows()) {
      AssignmentRow read =
          new AssignmentRow(
              row,
              row.requiredCode("worker_id"),
              row.requiredChoice("role", Role::of),
              row.requiredCode("unit_code"),
              row.choice("department", Department::of));
      if (row.sound() && seen.take(read.key(), row, "worker_id")) {
        assignments.add(read);
      }
    }
    return assignments;
  }

  private List<Object> key() {
    return List.of(worker, role, unit, department == null ? "" : department);
  }
}
