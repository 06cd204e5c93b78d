package org.kadam.event.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.kadam.event.entity.Months;

/**
 * Makes the ledger's tables of the coming months, so that there is one before anything falls into
 * it. If no node ran for a long time nothing is lost: it went among the others, and is moved.
 */
@Singleton
@Startup
@PermitAll
public class MakeMonths {

  private static final Logger LOG = Logger.getLogger(MakeMonths.class.getName());
  private static final int BEFORE = 1;
  private static final int AHEAD = 3;

  @Resource private TimerService timers;
  @Inject private Months months;

  @PostConstruct
  void atStart() {
    timers.createSingleActionTimer(1, new TimerConfig(null, false));
  }

  @Timeout
  void soon() {
    make();
  }

  @Schedule(hour = "3", minute = "17", persistent = false)
  void nightly() {
    make();
  }

  private void make() {
    try {
      months.make(Instant.now(), BEFORE, AHEAD);
    } catch (IllegalStateException e) {
      // There are months in hand; the next night tries again.
      LOG.log(Level.WARNING, "The tables of the coming months could not be made", e);
    }
  }
}
