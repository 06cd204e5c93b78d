package org.kadam.event.boundary;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.kadam.event.control.Projector;

/**
 * Keeps the projections close behind the ledger: soon after events came in here, and every few
 * seconds for those that came in elsewhere. Other nodes do the same; the checkpoints' locks see to
 * it that nothing is done twice.
 */
@Singleton
@Startup
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DriveProjections {

  private static final Logger LOG = Logger.getLogger(DriveProjections.class.getName());

  /** Long enough for one reading to serve several batches, short enough not to be noticed. */
  private static final long SOON_MILLIS = 150;

  /** Shorter than the pause between two turns of the clock. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  @Resource private TimerService timers;
  @Inject private Projector projector;

  private final ReentrantLock driving = new ReentrantLock();
  private final AtomicBoolean asked = new AtomicBoolean();

  /** Asks for a reading soon; many who ask get one. */
  public void soon() {
    if (asked.compareAndSet(false, true)) {
      timers.createSingleActionTimer(SOON_MILLIS, new TimerConfig(null, false));
    }
  }

  @Timeout
  void asked() {
    asked.set(false);
    drive();
  }

  @Schedule(hour = "*", minute = "*", second = "*/3", persistent = false)
  void turn() {
    drive();
  }

  private void drive() {
    if (!driving.tryLock()) {
      return;
    }
    try {
      if (projector.drive(PATIENCE)) {
        soon();
      }
    } catch (RuntimeException e) {
      // The next turn tries again.
      LOG.log(Level.WARNING, "The projections could not be driven", e);
    } finally {
      driving.unlock();
    }
  }
}
