package org.kadam.event.control;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.kadam.event.entity.HelpedPhones;
import org.kadam.problem.Kind;
import org.kadam.problem.Problem;
import org.kadam.worker.control.CurrentWorker;

/** The worker who works on the caller's device just now, so that she can go on where she was. */
@Stateless
@PermitAll
public class HelpedNow {

  @Inject private CurrentWorker current;
  @Inject private HelpedPhones phones;

  /**
   * @return the worker herself
   * @throws Problem NOT_FOUND where she does not, whoever she is
   */
  public UUID require(UUID worker) {
    if (!phones.runs(worker, current.id(), Instant.now())) {
      throw new Problem(Kind.NOT_FOUND, "There is nobody with this id here");
    }
    return worker;
  }
}
