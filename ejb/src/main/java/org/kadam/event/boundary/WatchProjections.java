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
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.kadam.event.control.Lag;
import org.kadam.event.control.Lags;
import org.kadam.event.control.Projection;
import org.kadam.event.control.Projections;

/**
 * How far the projections are behind the ledger, as of a few seconds ago: measured by the clock and
 * not when somebody looks, so that a look costs nothing and is answered while the database is not.
 * Health and the metrics look here.
 */
@Singleton
@Startup
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class WatchProjections {

  private static final Logger LOG = Logger.getLogger(WatchProjections.class.getName());

  @Inject private Lags lags;
  @Inject private MeterRegistry figures;
  @Inject private Projections projections;

  private volatile List<Lag> last = List.of();

  /** Each projection, by name; none before the first measurement and while there can be none. */
  public List<Lag> last() {
    return last;
  }

  @PostConstruct
  void show() {
    for (Projection projection : projections.all()) {
      String name = projection.name();
      Tags tags = Tags.of("projection", name);
      figures.gauge("kadam.projection.lag", tags, this, all -> all.waiting(name));
    }
  }

  /** How many events wait for a projection; no number where that is not known. */
  private double waiting(String projection) {
    return last.stream()
        .filter(lag -> lag.projection().equals(projection))
        .mapToDouble(Lag::events)
        .findFirst()
        .orElse(Double.NaN);
  }

  @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
  void measure() {
    try {
      last = lags.now();
    } catch (RuntimeException e) {
      last = List.of();
      LOG.log(Level.WARNING, "The projections could not be measured", e);
    }
  }
}
