package org.kadam.worker.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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
 * more than she has already: an administrator for everybody; a helper for those whom she knows by
 * name and who may see nothing that she may not; nobody for herself.
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
    if (!jurisdictions.of(maker.id(), Role.ADMIN.code()).grants().isEmpty()) {
      return true;
    }
    Jurisdiction known = jurisdictions.of(maker.id(), Role.HELPER.code()).named();
    return known.sees(path(worker.unitId()), worker.department())
        && assignments.of(worker.id()).stream().allMatch(other -> within(other, known));
  }

  private boolean within(StaffAssignment other, Jurisdiction known) {
    return switch (other.role()) {
      case WORKER -> true;
      case HELPER -> known.sees(path(other.unitId()), other.department().orElse(null));
      case TRAINER, OFFICER, ADMIN -> false;
    };
  }

  private String path(UUID unit) {
    return units.find(unit).orElseThrow().path();
  }
}
