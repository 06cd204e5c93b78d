package org.kadam.health.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.kadam.event.boundary.WatchProjections;
import org.kadam.event.control.Lag;

/**
 * How far the projections are behind the ledger, in events and seconds. Never a reason not to be
 * ready: what comes in is taken all the same, and read later.
 */
@Readiness
@ApplicationScoped
public class ProjectionsFollow implements HealthCheck {

  @Inject private WatchProjections watch;

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder answer = HealthCheckResponse.named("projections").up();
    for (Lag lag : watch.last()) {
      answer.withData(lag.projection() + ".events", lag.events());
      answer.withData(lag.projection() + ".seconds", lag.seconds());
    }
    return answer.build();
  }
}
