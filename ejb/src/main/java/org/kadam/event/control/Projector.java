package org.kadam.event.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Brings projections up to the settled position of the ledger. An event that a projection cannot
 * apply must not stop all that come after it: the steps get smaller until it stands alone, and it
 * is stepped over and noted; a rebuild tries it again.
 */
@ApplicationScoped
public class Projector {

  /** The most events of one step. */
  static final int STEP = 1_000;

  private static final Logger LOG = Logger.getLogger(Projector.class.getName());

  @Inject private Projections projections;
  @Inject private Projecting steps;

  Projector() {
    // for the container's proxy
  }

  Projector(Projections projections, Projecting steps) {
    this.projections = projections;
    this.steps = steps;
  }

  /** Drives all projections for about so long; says whether there is more to do. */
  public boolean drive(Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    boolean more = false;
    if (projections.all().stream().anyMatch(steps::behind)) {
      long settled = steps.settled();
      for (Projection projection : projections.all()) {
        more |= drive(projection, settled, () -> System.nanoTime() < end, false);
      }
    }
    return more;
  }

  /** Clears all projections; who drives them reads the ledger again from its beginning. */
  public void beginAnew() {
    projections.all().forEach(steps::beginAnew);
  }

  /** Clears a projection and reads the ledger again from its beginning. */
  public void rebuild(Projection projection) {
    steps.beginAnew(projection);
    drive(projection, steps.settled(), () -> true, true);
  }

  private boolean drive(
      Projection projection, long settled, BooleanSupplier patient, boolean wait) {
    int size = STEP;
    while (patient.getAsBoolean()) {
      try {
        OptionalInt applied = steps.step(projection, settled, size, wait);
        if (applied.isEmpty() || applied.getAsInt() < size) {
          return false;
        }
        size = Math.min(STEP, size * 2);
      } catch (RuntimeException e) {
        LOG.log(Level.WARNING, e, () -> "Projection " + projection.name() + " failed at a step");
        if (size == 1) {
          steps.stepOver(projection, settled, cause(e).getClass().getName());
        }
        size = Math.max(1, size / 8);
      }
    }
    return true;
  }

  private static Throwable cause(Throwable thrown) {
    Throwable cause = thrown;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }
}
