package org.kadam.learning.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.kadam.event.control.HelpedNow;
import org.kadam.event.entity.Ledger;
import org.kadam.learning.entity.Progress;
import org.kadam.worker.control.CurrentWorker;

/** Shows a worker how far she is, and how much of her work has come in. */
@Stateless
@RolesAllowed({"worker", "helper", "trainer", "officer", "admin"})
public class ShowProgress {

  @Inject private CurrentWorker current;
  @Inject private HelpedNow helped;
  @Inject private Ledger ledger;
  @Inject private Progress progress;

  /**
   * Her own progress.
   *
   * @param events how many events of hers are in the ledger; the modules follow a little later
   */
  public record Mine(long events, List<Progress.Module> modules) {}

  /** The progress of who is signed in. */
  public Mine mine() {
    return of(current.id());
  }

  /**
   * The progress of a worker who works on the caller's device just now.
   *
   * @throws org.kadam.problem.Problem NOT_FOUND where she does not
   */
  public Mine helped(UUID worker) {
    return of(helped.require(worker));
  }

  private Mine of(UUID worker) {
    return new Mine(ledger.count(worker), progress.of(worker));
  }
}
