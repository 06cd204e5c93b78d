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
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.kadam.worker.entity.Accounts;
import org.kadam.worker.entity.RosterImports;

/**
 * What is still to be done in the background, for the metrics: accounts that are yet to be brought
 * over to the sign-in, and imports of rosters. Looked at by the clock, so that asking for the
 * figures costs nothing.
 */
@Singleton
@Startup
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MeasureWaiting {

  private static final Logger LOG = Logger.getLogger(MeasureWaiting.class.getName());

  @Inject private MeterRegistry figures;
  @Inject private Accounts accounts;
  @Inject private RosterImports imports;

  /** By name of the figure, then by state; without those that could not be had. */
  private volatile Map<String, Map<String, Long>> known = Map.of();

  @PostConstruct
  void show() {
    show("kadam.accounts", List.of("waiting", "failed"));
    show("kadam.imports", List.of("waiting", "working", "failed"));
  }

  private void show(String figure, List<String> states) {
    for (String state : states) {
      figures.gauge(figure, Tags.of("state", state), this, self -> self.value(figure, state));
    }
  }

  private double value(String figure, String state) {
    Map<String, Long> states = known.get(figure);
    return states == null ? Double.NaN : states.getOrDefault(state, 0L);
  }

  @Schedule(hour = "*", minute = "*", second = "*/15", persistent = false)
  void measure() {
    try {
      known = Map.of("kadam.accounts", accounts.open(), "kadam.imports", imports.open());
    } catch (RuntimeException e) {
      known = Map.of();
      LOG.log(Level.WARNING, "What waits could not be measured", e);
    }
  }
}
