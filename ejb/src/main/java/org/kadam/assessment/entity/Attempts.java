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
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kadam.orgunit.entity.Jurisdiction;

/** All attempts. */
@ApplicationScoped
public class Attempts {

  /** Who she is only says where one person ends and the next begins; it goes no further. */
  private static final String EVERYBODY =
      """
      select a.worker_id, coalesce(w.sex, ''), w.cadre, coalesce(w.chosen_language, w.language),
        case when w.birth_year is null then ''
          when extract(year from current_date) - w.birth_year < 30 then '18-29'
          when extract(year from current_date) - w.birth_year < 40 then '30-39'
          when extract(year from current_date) - w.birth_year < 50 then '40-49'
          else '50+' end, a.answers
      from attempt a join worker w on w.id = a.worker_id
      where a.answered > 0 order by a.worker_id, a.started_at, a.attempt
      """;

  /** Rows that are fetched at once: a million people fit into the memory one after the other. */
  private static final int STRIDE = 1_000;

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

  /**
   * Those with a result of some workers, by worker: the latest results, at most so many of each,
   * the latest first.
   */
  @SuppressWarnings("unchecked")
  public Map<UUID, List<Attempt>> scored(Collection<UUID> workers, int most) {
    if (workers.isEmpty()) {
      return Map.of();
    }
    Query query =
        entities
            .createNativeQuery(
                "select a.* from worker w cross join lateral (select * from attempt"
                    + " where worker_id = w.id and scored_at is not null"
                    + " order by scored_at desc, attempt limit :most) a"
                    + " where w.id in (:workers) order by a.scored_at desc, a.attempt",
                Attempt.class)
            .setParameter("most", most)
            .setParameter("workers", List.copyOf(workers));
    return ((List<Attempt>) query.getResultList())
        .stream().collect(Collectors.groupingBy(attempt -> attempt.key().worker()));
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

  /**
   * Tells of everybody who has any answer, one after the other: her groups (sex, cadre, language,
   * age; empty where not known) and the answers of each of her attempts, the earliest first.
   */
  @SuppressWarnings("unchecked")
  public void everybody(BiConsumer<List<String>, List<Map<String, Answer>>> told) {
    Answers text = new Answers();
    List<Map<String, Answer>> taken = new ArrayList<>();
    Object[] before = null;
    Query query = entities.createNativeQuery(EVERYBODY).setHint("org.hibernate.fetchSize", STRIDE);
    try (Stream<Object[]> rows = query.getResultStream()) {
      for (Object[] row : (Iterable<Object[]>) rows::iterator) {
        if (before != null && !before[0].equals(row[0])) {
          told.accept(groups(before), List.copyOf(taken));
          taken.clear();
        }
        taken.add(text.convertToEntityAttribute((String) row[5]));
        before = row;
      }
    }
    if (before != null) {
      told.accept(groups(before), List.copyOf(taken));
    }
  }

  private static List<String> groups(Object[] row) {
    return List.of((String) row[1], (String) row[2], (String) row[3], (String) row[4]);
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
