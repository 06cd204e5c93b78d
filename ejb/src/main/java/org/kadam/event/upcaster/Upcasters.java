package org.kadam.event.upcaster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kadam.event.entity.LedgerEvent;

/** The upcasters there are. Two for one version of a type stop the start. */
@ApplicationScoped
public class Upcasters {

  private Map<Step, Upcaster> steps = Map.of();

  private record Step(String type, int from) {}

  Upcasters() {
    // for the container's proxy
  }

  @Inject
  Upcasters(@Any Instance<Upcaster> upcasters) {
    this(upcasters.stream().toList());
  }

  /** For use without a container. */
  public Upcasters(List<Upcaster> upcasters) {
    Map<Step, Upcaster> all = new HashMap<>();
    for (Upcaster upcaster : upcasters) {
      Step step = new Step(upcaster.type(), upcaster.from());
      if (step.from() < 1 || all.put(step, upcaster) != null) {
        throw new IllegalStateException("Two upcasters, or a bad one, for " + step);
      }
    }
    steps = Map.copyOf(all);
  }

  /** The event as readers of today know it; one that nobody knows is left as it is. */
  public LedgerEvent up(LedgerEvent event) {
    LedgerEvent now = event;
    for (Upcaster step = steps.get(new Step(now.type(), now.v()));
        step != null;
        step = steps.get(new Step(now.type(), now.v()))) {
      now = now.next(step.up(now.body()));
    }
    return now;
  }
}
