package org.kadam.device.entity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.kadam.privacy.control.Purposes;
import org.kadam.privacy.entity.Consents;

/** All facts about devices. */
@ApplicationScoped
public class DeviceFacts {

  /** The purpose of which a worker must have said yes before facts from a phone are read. */
  public static final String CONSENT = "device";

  @PersistenceContext private EntityManager entities;
  @Inject private Consents consents;

  /** The latest observation of a fact about one worker's device. */
  public Optional<DeviceFact> latest(UUID worker, String fact) {
    return Optional.ofNullable(latest(List.of(worker), fact).get(worker));
  }

  /**
   * The latest observation of a fact by worker, for those about whom there is one. What a phone
   * said is read only of those whose consent to it holds; what the roster says needs none.
   */
  public Map<UUID, DeviceFact> latest(Collection<UUID> workers, String fact) {
    Map<UUID, DeviceFact> latest = new HashMap<>();
    if (workers.isEmpty()) {
      return latest;
    }
    int version = Purposes.shipped().named(CONSENT).version();
    // Never empty, so that the query need not be another one where nobody has said yes.
    Set<UUID> yes = new HashSet<>(consents.yes(workers, CONSENT, version));
    yes.add(new UUID(0, 0));
    entities
        .createQuery(
            "select f from DeviceFact f where f.workerId in :workers and f.fact = :fact"
                + " and (f.source = :roster or f.workerId in :yes)"
                + " order by f.observedOn, f.source",
            DeviceFact.class)
        .setParameter("workers", List.copyOf(workers))
        .setParameter("fact", fact)
        .setParameter("roster", DeviceFact.ROSTER)
        .setParameter("yes", yes)
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

  /** Deletes what phones said about one worker's device. */
  public void forgetPhones(UUID worker) {
    entities
        .createQuery("delete from DeviceFact f where f.workerId = :worker and f.source <> :roster")
        .setParameter("worker", worker)
        .setParameter("roster", DeviceFact.ROSTER)
        .executeUpdate();
  }

  /** Forgets what one source said of a fact from a day on. */
  public void forget(UUID worker, String fact, String source, LocalDate since) {
    entities
        .createQuery(
            "delete from DeviceFact f where f.workerId = :worker and f.fact = :fact"
                + " and f.source = :source and f.observedOn >= :since")
        .setParameter("worker", worker)
        .setParameter("fact", fact)
        .setParameter("source", source)
        .setParameter("since", since)
        .executeUpdate();
  }
}
