package org.kadam.orgunit.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What somebody does, where, and for which department: the source of her jurisdiction. */
@Entity
@Table(name = "staff_assignment")
public class StaffAssignment {

  @Id private UUID id;

  @Column(name = "worker_id")
  private UUID workerId;

  private String role;

  @Column(name = "unit_id")
  private UUID unitId;

  private String department;
  private String source;
  private Instant since;

  protected StaffAssignment() {}

  /** An assignment that a roster gives; a null department means every department. */
  public StaffAssignment(
      UUID workerId, Role role, UUID unitId, Department department, Instant now) {
    this.id = UUID.randomUUID();
    this.workerId = workerId;
    this.role = role.code();
    this.unitId = unitId;
    this.department = department == null ? null : department.code();
    this.source = "roster";
    this.since = now;
  }

  public UUID workerId() {
    return workerId;
  }

  public Role role() {
    return Role.of(role).orElseThrow();
  }

  public UUID unitId() {
    return unitId;
  }

  /** The department it holds for; empty for every department. */
  public Optional<Department> department() {
    return Department.of(department);
  }
}
