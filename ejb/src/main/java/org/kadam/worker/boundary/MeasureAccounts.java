package org.kadam.worker.boundary;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.kadam.worker.entity.Accounts;

/** How many accounts are yet to be brought over to the sign-in, for the metrics. */
@Singleton
@Startup
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MeasureAccounts {

  private static final Logger LOG = Logger.getLogger(MeasureAccounts.class.getName());

  @Inject private MeterRegistry figures;
  @Inject private Accounts accounts;

  private volatile Map<String, Long> open = Map.of();
  private volatile boolean known;

  @PostConstruct
  void show() {
    for (String state : new String[] {"waiting", "failed"}) {
      figures.gauge("kadam.accounts", Tags.of("state", state), this, self -> self.waiting(state));
    }
  }

  private double waiting(String state) {
    if (!known) {
      return Double.NaN;
    }
    return open.getOrDefault(state, 0L);
  }

  @Schedule(hour = "*", minute = "*", second = "*/15", persistent = false)
  void measure() {
    try {
      open = accounts.open();
      known = true;
    } catch (RuntimeException e) {
      known = false;
      LOG.log(Level.WARNING, "The accounts could not be measured", e);
    }
  }
}
