package org.kadam.event.control;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How many events this node has answered, by what became of them, for the metrics. Nothing in it
 * says whose they were.
 */
@ApplicationScoped
public class EventFigures {

  private final MeterRegistry figures;
  private final Map<String, Counter> counters = new ConcurrentHashMap<>();

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
      String reason = result.reason() == null ? "" : result.reason();
      counters
          .computeIfAbsent(result.status() + " " + reason, all -> counter(result.status(), reason))
          .increment();
    }
  }

  private Counter counter(String status, String reason) {
    Tags tags = reason.isEmpty() ? Tags.empty() : Tags.of("reason", reason);
    return figures.counter("kadam.events." + status, tags);
  }
}
