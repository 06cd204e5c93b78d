package org.kadam.event.control;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * How many events this node has answered, by what became of them, for the metrics. Nothing in it
 * says whose they were.
 */
@ApplicationScoped
public class EventFigures {

  private final MeterRegistry figures;

  EventFigures() {
    // for the container's proxy
    this(null);
  }

  @Inject
  EventFigures(MeterRegistry figures) {
    this.figures = figures;
  }

  /** Counts what became of each event of a batch. */
  public void count(Receipt receipt) {
    for (Receipt.Result result : receipt.results()) {
      if (result.status().equals("quarantined")) {
        Counter.builder("kadam.events.quarantined")
            .description("Events kept aside, by reason")
            .tag("reason", result.reason())
            .register(figures)
            .increment();
      } else {
        Counter.builder("kadam.events." + result.status())
            .description("Events that were " + result.status() + " when they came in")
            .register(figures)
            .increment();
      }
    }
  }
}
