package org.kadam.event.boundary;

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
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.kadam.event.control.Projection;
import org.kadam.event.control.Projections;
import org.kadam.event.entity.Checkpoints;
import org.kadam.event.entity.Ledger;

/**
 * How far each projection is behind the ledger, for the metrics. Read by the clock and not when
 * somebody looks: a look must cost nothing and answer also while the database does not.
 */
@Singleton
@Startup
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MeasureLedger {

  private static final Logger LOG = Logger.getLogger(MeasureLedger.class.getName());

  @Inject private MeterRegistry figures;
  @Inject private Projections projections;
  @Inject private Checkpoints checkpoints;
  @Inject private Ledger ledger;

  private final Map<String, Double> behind = new ConcurrentHashMap<>();

  @PostConstruct
  void show() {
    for (Projection projection : projections.all()) {
      String name = projection.name();
      figures.gauge(
          "kadam.projection.lag",
          Tags.of("projection", name),
          behind,
          all -> all.getOrDefault(name, Double.NaN));
    }
  }

  @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
  void measure() {
    try {
      long last = ledger.last();
      for (Projection projection : projections.all()) {
        long position = checkpoints.position(projection.name()).orElse(0);
        behind.put(projection.name(), (double) Math.max(0, last - position));
      }
    } catch (RuntimeException e) {
      behind.clear();
      LOG.log(Level.WARNING, "The ledger could not be measured", e);
    }
  }
}
