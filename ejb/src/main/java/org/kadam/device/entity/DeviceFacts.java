package org.kadam.device.entity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** All facts about devices. */
@ApplicationScoped
public class DeviceFacts {

  @PersistenceContext private EntityManager entities;

  /** The latest observation of a fact about one worker's device. */
  public Optional<DeviceFact> latest(UUID worker, String fact) {
    return Optional.ofNullable(latest(List.of(worker), fact).get(worker));
  }

  /** The latest observation of a fact by worker, for those about whom there is one. */
  public Map<UUID, DeviceFact> latest(Collection<UUID> workers, String fact) {
    Map<UUID, DeviceFact> latest = new HashMap<>();
    if (workers.isEmpty()) {
      return latest;
    }
    entities
        .createQuery(
            "select f from DeviceFact f where f.workerId in :workers and f.fact = :fact"
                + " order by f.observedOn, f.source",
            DeviceFact.class)
        .setParameter("workers", List.copyOf(workers))
        .setParameter("fact", fact)
        .getResultStream()
        .forEach(found -> latest.put(found.workerId(), found));
    return latest;
  }

  /**
   * Writes an observation down; another of the same day and source is corrected by it.
   *
   * @param latest what {@link #latest} gave for this worker and fact, or null where it gave nothing
   */
  public void observe(DeviceFact seen, DeviceFact latest) {
    DeviceFact known = latest == null ? null : entities.find(DeviceFact.class, seen.key());
    if (known == null) {
      entities.persist(seen);
    } else {
      known.correct(seen.value());
    }
  }
}
