package org.kadam.learning.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.kadam.event.entity.Ledger;
import org.kadam.learning.entity.Progress;
import org.kadam.worker.control.CurrentWorker;

/** Shows a worker how far she is, and how much of her work has come in. */
@Stateless
@RolesAllowed({"worker", "helper", "trainer", "officer", "admin"})
public class ShowProgress {

  @Inject private CurrentWorker current;
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
    UUID worker = current.id();
    return new Mine(ledger.count(worker), progress.of(worker));
  }
}
