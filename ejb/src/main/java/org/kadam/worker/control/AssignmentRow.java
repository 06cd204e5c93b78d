package org.kadam.worker.control;

import org.kadam.orgunit.entity.Department;
import org.kadam.orgunit.entity.Role;

/** What a roster assigns somebody to; a null department is every department. */
record AssignmentRow(Row row, String worker, Role role, String unit, Department department) {

  static AssignmentRow read(Row row) {
    return new AssignmentRow(
        row,
        row.requiredCode("worker_id"),
        row.requiredChoice("role", Role::of),
        row.requiredCode("unit_code"),
        row.choice("department", Department::of));
  }

  /** What two rows that say the same have in common. */
  String key() {
    return worker + " " + role + " " + unit + " " + department;
  }
}
