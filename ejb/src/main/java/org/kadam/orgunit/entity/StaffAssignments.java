package org.kadam.orgunit.entity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** All staff assignments. */
@ApplicationScoped
public class StaffAssignments {

  @PersistenceContext private EntityManager entities;

  /** What one worker is assigned to, in the order of role and place. */
  public List<StaffAssignment> of(UUID worker) {
    return of(List.of(worker));
  }

  /** What some workers are assigned to. */
  public List<StaffAssignment> of(Collection<UUID> workers) {
    return entities
        .createQuery(
            "select a from StaffAssignment a where a.workerId in :workers order by a.workerId, a.role, a.id",
            StaffAssignment.class)
        .setParameter("workers", workers)
        .getResultList();
  }

  /**
   * Who is assigned as helper for a place and department, the nearest place first, then by id.
   *
   * @param department the department of the one to be helped, or null
   */
  public List<UUID> helpersFor(OrgUnit unit, Department department) {
    List<String> around = new ArrayList<>();
    for (int end = unit.path().indexOf('/', 1); end > 0; end = unit.path().indexOf('/', end + 1)) {
      around.add(unit.path().substring(0, end + 1));
    }
    return entities
        .createQuery(
            "select a.workerId from StaffAssignment a join OrgUnit u on u.id = a.unitId"
                + " where a.role = 'helper' and u.path in :around"
                + " and (a.department is null or a.department = :department)"
                + " order by length(u.path) desc, a.workerId",
            UUID.class)
        .setParameter("around", around)
        .setParameter("department", department == null ? "" : department.code())
        .getResultList();
  }

  public void add(StaffAssignment assignment) {
    entities.persist(assignment);
  }

  public void remove(StaffAssignment assignment) {
    entities.remove(assignment);
  }
}
