package org.kadam.orgunit.entity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;

/** Who may see what. */
@ApplicationScoped
public class Jurisdictions {

  @PersistenceContext private EntityManager entities;

  /**
   * What somebody may see in one of her roles; empty where she is not assigned to it.
   *
   * @param role the role she acts in, such as {@code helper}
   */
  public Jurisdiction of(UUID worker, String role) {
    List<Object[]> rows =
        entities
            .createQuery(
                "select a, u from StaffAssignment a join OrgUnit u on u.id = a.unitId"
                    + " where a.workerId = :worker and a.role = :role order by u.path",
                Object[].class)
            .setParameter("worker", worker)
            .setParameter("role", role)
            .getResultList();
    return new Jurisdiction(
        rows.stream()
            .map(row -> Jurisdiction.Grant.of((StaffAssignment) row[0], (OrgUnit) row[1]))
            .toList());
  }
}
