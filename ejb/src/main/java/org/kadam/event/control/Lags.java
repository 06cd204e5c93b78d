package org.kadam.event.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.kadam.event.entity.Checkpoints;
import org.kadam.event.entity.Ledger;

/** Measures how far each projection is behind. */
@ApplicationScoped
public class Lags {

  @Inject private Projections projections;
  @Inject private Checkpoints checkpoints;
  @Inject private Ledger ledger;

  /** All projections as they are now, by name. */
  public List<Lag> now() {
    long last = ledger.last();
    return projections.all().stream().map(projection -> lag(projection.name(), last)).toList();
  }

  private Lag lag(String name, long last) {
    long at = checkpoints.at(name).map(Checkpoints.Checkpoint::position).orElse(0L);
    Ledger.Waiting waiting = ledger.waiting(at);
    long seconds =
        waiting.since().map(since -> Duration.between(since, Instant.now()).toSeconds()).orElse(0L);
    int percent = at >= last ? 100 : (int) Math.min(99, 100.0 * at / last);
    return new Lag(
        name, at, percent, waiting.events(), Math.max(0, seconds), checkpoints.faults(name));
  }
}
