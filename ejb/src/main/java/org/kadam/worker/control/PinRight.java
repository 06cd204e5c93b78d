package org.kadam.worker.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.kadam.orgunit.entity.Jurisdiction;
import org.kadam.orgunit.entity.Jurisdictions;
import org.kadam.orgunit.entity.OrgUnits;
import org.kadam.orgunit.entity.Role;
import org.kadam.orgunit.entity.StaffAssignment;
import org.kadam.orgunit.entity.StaffAssignments;
import org.kadam.worker.entity.Worker;

/**
 * Who may make a new first PIN for whom. With it one can sign in as somebody, so nobody gets at
 * more than she has already: an administrator for those of her places, a helper for those whom she
 * knows by name, and both only for such as may see nothing that she may not; nobody for herself.
 */
@ApplicationScoped
public class PinRight {

  @Inject private Jurisdictions jurisdictions;
  @Inject private StaffAssignments assignments;
  @Inject private OrgUnits units;

  public boolean has(Worker maker, Worker worker) {
    if (maker.id().equals(worker.id())) {
      return false;
    }
    Jurisdiction answersFor = jurisdictions.of(maker.id(), Role.ADMIN.code());
    Jurisdiction knows = jurisdictions.of(maker.id(), Role.HELPER.code()).named();
    return inside(worker, answersFor, EnumSet.allOf(Role.class))
        || inside(worker, knows, EnumSet.of(Role.WORKER, Role.HELPER));
  }

  private boolean inside(Worker worker, Jurisdiction mine, Set<Role> roles) {
    return mine.sees(path(worker.unitId()), worker.department())
        && assignments.of(worker.id()).stream()
            .allMatch(other -> roles.contains(other.role()) && within(other, mine));
  }

  private boolean within(StaffAssignment other, Jurisdiction mine) {
    return other.role() == Role.WORKER
        || mine.sees(path(other.unitId()), other.department().orElse(null));
  }

  private String path(UUID unit) {
    return units.find(unit).orElseThrow().path();
  }
}
