package org.kadam.worker.entity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The only door to names and phone numbers. Whoever asks has made sure that the caller may know
 * these people by name.
 */
@ApplicationScoped
public class WorkerNames {

  @PersistenceContext private EntityManager entities;

  /** The names of some workers; none for an id that is nobody's. */
  public Map<UUID, String> of(Collection<UUID> workers) {
    return all(workers).values().stream()
        .collect(Collectors.toMap(WorkerName::workerId, WorkerName::name));
  }

  /** The phone number in E.164, where the roster has one. */
  public Optional<String> phone(UUID worker) {
    return Optional.ofNullable(entities.find(WorkerName.class, worker)).map(WorkerName::phone);
  }

  /**
   * Writes down what a roster says of many, and tells what is different: who is new or has another
   * name or phone number now.
   *
   * @param said name and phone (or null) by worker
   */
  public Map<UUID, Difference> write(Map<UUID, Said> said) {
    Map<UUID, WorkerName> known = all(said.keySet());
    return said.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> write(e.getKey(), e.getValue(), known)));
  }

  /** A name, and a phone number or null. */
  public record Said(String name, String phone) {}

  /** How a roster differs from what was known. */
  public enum Difference {
    NONE,
    NAME,
    PHONE
  }

  private Difference write(UUID worker, Said said, Map<UUID, WorkerName> known) {
    WorkerName name = known.get(worker);
    if (name == null) {
      entities.persist(new WorkerName(worker, said.name(), said.phone()));
      return Difference.PHONE;
    }
    boolean otherPhone = !java.util.Objects.equals(name.phone(), said.phone());
    boolean other = name.rename(said.name(), said.phone());
    return otherPhone ? Difference.PHONE : other ? Difference.NAME : Difference.NONE;
  }

  private Map<UUID, WorkerName> all(Collection<UUID> workers) {
    if (workers.isEmpty()) {
      return Map.of();
    }
    return entities
        .createQuery("select n from WorkerName n where n.workerId in :workers", WorkerName.class)
        .setParameter("workers", List.copyOf(workers))
        .getResultStream()
        .collect(Collectors.toMap(WorkerName::workerId, Function.identity()));
  }
}
