package org.kadam.assessment.entity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.kadam.orgunit.entity.Jurisdiction;

/** All attempts. */
@ApplicationScoped
public class Attempts {

  @PersistenceContext private EntityManager entities;

  /** Those of these keys that are known. */
  public Map<Attempt.Key, Attempt> of(Collection<Attempt.Key> keys) {
    Map<Attempt.Key, Attempt> found = new HashMap<>();
    if (keys.isEmpty()) {
      return found;
    }
    entities
        .createQuery(
            "select a from Attempt a" + " where a.worker in :workers and a.attempt in :attempts",
            Attempt.class)
        .setParameter("workers", keys.stream().map(Attempt.Key::worker).distinct().toList())
        .setParameter("attempts", keys.stream().map(Attempt.Key::attempt).distinct().toList())
        .getResultStream()
        .filter(attempt -> keys.contains(attempt.key()))
        .forEach(attempt -> found.put(attempt.key(), attempt));
    return found;
  }

  /** All of one worker, the latest first. */
  public List<Attempt> of(UUID worker) {
    return entities
        .createQuery(
            "select a from Attempt a where a.worker = :worker"
                + " order by a.startedAt desc, a.attempt",
            Attempt.class)
        .setParameter("worker", worker)
        .getResultList();
  }

  /** Those with a result of some workers, by worker, the latest result first. */
  public Map<UUID, List<Attempt>> scored(Collection<UUID> workers) {
    if (workers.isEmpty()) {
      return Map.of();
    }
    return entities
        .createQuery(
            "select a from Attempt a"
                + " where a.worker in :workers and a.scoredAt is not null"
                + " order by a.scoredAt desc, a.attempt",
            Attempt.class)
        .setParameter("workers", List.copyOf(workers))
        .getResultStream()
        .collect(Collectors.groupingBy(attempt -> attempt.key().worker()));
  }

  /**
   * The answers of everybody inside a jurisdiction who has any: for each person those of each
   * attempt, the earliest first; the people in no order.
   */
  @SuppressWarnings("unchecked")
  public Collection<List<Map<String, Answer>>> answers(Jurisdiction seen) {
    Jurisdiction.Bound bound = seen.bound("u.path", "w.department");
    Query query =
        entities.createNativeQuery(
            "select a.worker_id, a.answers from attempt a join worker w on w.id = a.worker_id"
                + " join org_unit u on u.id = w.unit_id where a.answered > 0 and "
                + bound.condition()
                + " order by a.started_at, a.attempt");
    Answers text = new Answers();
    Map<Object, List<Map<String, Answer>>> people = new HashMap<>();
    for (Object[] row : (List<Object[]>) bound.to(query).getResultList()) {
      people
          .computeIfAbsent(row[0], any -> new ArrayList<>())
          .add(text.convertToEntityAttribute((String) row[1]));
    }
    return people.values();
  }

  public void add(Attempt attempt) {
    entities.persist(attempt);
  }

  /** Forgets all. */
  public void clear() {
    entities.createNativeQuery("delete from attempt").executeUpdate();
    entities.clear();
  }
}
