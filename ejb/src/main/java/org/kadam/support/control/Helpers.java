package org.kadam.support.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.kadam.orgunit.entity.Jurisdictions;
import org.kadam.orgunit.entity.Role;
import org.kadam.support.entity.Flags;
import org.kadam.worker.entity.Worker;

/** Who helps whom: workers of her own place and department, where she knows them by name. */
@ApplicationScoped
public class Helpers {

  @Inject private Jurisdictions jurisdictions;

  /** Somebody in her role as helper; one who is not assigned to any place sees nobody. */
  public Flags.Helper asHelper(Worker worker) {
    return new Flags.Helper(worker.id(), jurisdictions.of(worker.id(), Role.HELPER.code()).named());
  }
}
