package org.kadam.privacy.entity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** Who has been erased: ids that lead nowhere any more. */
@ApplicationScoped
public class Erasures {

  @PersistenceContext private EntityManager entities;

  /** Remembers an erasure; the first time counts. */
  public void remember(UUID worker, Instant at) {
    entities
        .createNativeQuery(
            "insert into erasure (worker_id, erased_at) values (:worker, :at)"
                + " on conflict (worker_id) do nothing")
        .setParameter("worker", worker)
        .setParameter("at", at)
        .executeUpdate();
  }

  /** Those of some ids that have been erased. */
  public Set<UUID> among(Collection<UUID> ids) {
    if (ids.isEmpty()) {
      return Set.of();
    }
    Set<UUID> erased = new HashSet<>();
    entities
        .createNativeQuery("select worker_id from erasure where worker_id in (:ids)", UUID.class)
        .setParameter("ids", List.copyOf(ids))
        .getResultList()
        .forEach(id -> erased.add((UUID) id));
    return erased;
  }

  /** The whole list, by id. */
  public Map<UUID, Instant> all() {
    List<?> rows =
        entities.createNativeQuery("select worker_id, erased_at from erasure").getResultList();
    Map<UUID, Instant> all = new TreeMap<>();
    rows.stream()
        .map(Object[].class::cast)
        .forEach(row -> all.put((UUID) row[0], Consents.at(row[1])));
    return all;
  }
}
