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
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What workers have said yes or no to. Without a word it is a no. There is no way to ask for those
 * who refused, nor for how many: only whether somebody has said yes.
 */
@ApplicationScoped
public class Consents {

  @PersistenceContext private EntityManager entities;

  /** What somebody said last to one purpose, and to which version of its text. */
  public record Said(String purpose, int version, boolean given, Instant saidAt) {}

  /** Her last word on each purpose that she was asked about. */
  public Map<String, Said> of(UUID worker) {
    return rows(
            "select distinct on (purpose) purpose, version, given, said_at from consent"
                + " where worker_id = :worker order by purpose, said_at desc",
            worker)
        .stream()
        .collect(Collectors.toMap(Said::purpose, Function.identity()));
  }

  /** Every word she said, the first first. */
  List<Said> all(UUID worker) {
    return rows(
        "select purpose, version, given, said_at from consent where worker_id = :worker"
            + " order by said_at, purpose",
        worker);
  }

  /** Writes down what she said. */
  public void say(UUID worker, Said said) {
    entities
        .createNativeQuery(
            "insert into consent (worker_id, purpose, version, given, said_at)"
                + " values (:worker, :purpose, :version, :given, :at)"
                + " on conflict (worker_id, purpose, said_at) do update"
                + " set version = excluded.version, given = excluded.given")
        .setParameter("worker", worker)
        .setParameter("purpose", said.purpose())
        .setParameter("version", said.version())
        .setParameter("given", said.given())
        .setParameter("at", said.saidAt())
        .executeUpdate();
  }

  /** Those of some workers whose yes to this version of a purpose holds now. */
  public Set<UUID> yes(Collection<UUID> workers, String purpose, int version) {
    if (workers.isEmpty()) {
      return Set.of();
    }
    List<?> found =
        entities
            .createNativeQuery(
                "select c.worker_id from (select distinct on (worker_id) worker_id, version, given"
                    + " from consent where worker_id in (:workers) and purpose = :purpose"
                    + " order by worker_id, said_at desc) c where c.given and c.version = :version",
                UUID.class)
            .setParameter("workers", List.copyOf(workers))
            .setParameter("purpose", purpose)
            .setParameter("version", version)
            .getResultList();
    Set<UUID> yes = new HashSet<>();
    found.forEach(id -> yes.add((UUID) id));
    return yes;
  }

  void erase(UUID worker) {
    entities
        .createNativeQuery("delete from consent where worker_id = :worker")
        .setParameter("worker", worker)
        .executeUpdate();
  }

  private List<Said> rows(String sql, UUID worker) {
    List<?> rows = entities.createNativeQuery(sql).setParameter("worker", worker).getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .map(
            row ->
                new Said(
                    (String) row[0], ((Number) row[1]).intValue(), (Boolean) row[2], at(row[3])))
        .toList();
  }

  static Instant at(Object value) {
    return value instanceof java.sql.Timestamp time ? time.toInstant() : (Instant) value;
  }
}
