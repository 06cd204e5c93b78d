package org.kadam.worker.entity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kadam.privacy.control.NameKeys;

/**
 * The only door to names and phone numbers, which are sealed in the database. Whoever asks has made
 * sure that the caller may know these people by name, and notes who looked ({@link
 * org.kadam.privacy.entity.Looks}) where they are shown to somebody else.
 */
@ApplicationScoped
public class WorkerNames {

  @PersistenceContext private EntityManager entities;
  @Inject private NameKeys keys;

  /** The names of some workers; none for an id that is nobody's. */
  public Map<UUID, String> of(Collection<UUID> workers) {
    return all(workers).values().stream()
        .collect(Collectors.toMap(WorkerName::workerId, name -> name.name(keys)));
  }

  /** Names and phone numbers of some workers; nothing for an id that is nobody's. */
  public Map<UUID, Said> said(Collection<UUID> workers) {
    return all(workers).values().stream()
        .collect(
            Collectors.toMap(
                WorkerName::workerId, name -> new Said(name.name(keys), name.phone(keys))));
  }

  /** The phone number in E.164, where the roster has one. */
  public Optional<String> phone(UUID worker) {
    return Optional.ofNullable(entities.find(WorkerName.class, worker))
        .map(name -> name.phone(keys));
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

  /**
   * Another phone number for one worker; her name stays.
   *
   * @param phone E.164, or null for none
   */
  public void changePhone(UUID worker, String phone) {
    Map<UUID, WorkerName> known = all(List.of(worker));
    write(worker, new Said(known.get(worker).name(keys), phone), known);
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
      entities.persist(new WorkerName(worker, said, keys));
      return Difference.PHONE;
    }
    return name.rename(said, keys);
  }

  /**
   * Seals some of what another key than the current one has sealed anew.
   *
   * @return how many there were; 0 once all are current
   */
  public int reseal(int most) {
    List<?> found =
        entities
            .createNativeQuery(
                "select worker_id from worker_name where substring(name_box from 1 for 5) <>"
                    + " :current or substring(phone_box from 1 for 5) <> :current",
                UUID.class)
            .setParameter("current", keys.current())
            .setMaxResults(most)
            .getResultList();
    all(found.stream().map(UUID.class::cast).toList()).values().forEach(n -> n.reseal(keys));
    return found.size();
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
