package org.kadam.privacy.entity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.kadam.privacy.control.Holding;

/** Each time that what had been kept long enough was deleted. */
@ApplicationScoped
public class RetentionRuns {

  private static final Duration NIGHT = Duration.ofHours(12);

  @PersistenceContext private EntityManager entities;

  /**
   * One run.
   *
   * @param finishedAt null where it broke off, or is still at it
   */
  public record Run(long id, Instant startedAt, Instant finishedAt, List<Result> results) {}

  /** What one run deleted of one purpose. */
  public record Result(String purpose, Instant before, long deleted) {}

  /**
   * Begins a run, unless one has begun within the last twelve hours, on whatever node.
   *
   * @param anyway begin even then
   */
  @Transactional(TxType.REQUIRES_NEW)
  public OptionalLong begin(Instant now, boolean anyway) {
    entities
        .createNativeQuery("select 1 from pg_advisory_xact_lock(7460143)", Integer.class)
        .getSingleResult();
    List<?> recent =
        entities
            .createNativeQuery("select id from retention_run where started_at > :since")
            .setParameter("since", now.minus(NIGHT))
            .setMaxResults(1)
            .getResultList();
    if (!recent.isEmpty() && !anyway) {
      return OptionalLong.empty();
    }
    Number id =
        (Number)
            entities
                .createNativeQuery(
                    "insert into retention_run (started_at) values (:now) returning id")
                .setParameter("now", now)
                .getSingleResult();
    return OptionalLong.of(id.longValue());
  }

  /** Writes down what was deleted. */
  @Transactional(TxType.REQUIRES_NEW)
  public void note(long run, Map<String, Holding.Expired> deleted) {
    deleted.forEach(
        (purpose, expired) ->
            entities
                .createNativeQuery(
                    "insert into retention_result (run_id, purpose, before, deleted)"
                        + " values (:run, :purpose, :before, :deleted)"
                        + " on conflict (run_id, purpose) do update"
                        + " set deleted = retention_result.deleted + excluded.deleted")
                .setParameter("run", run)
                .setParameter("purpose", purpose)
                .setParameter("before", expired.before())
                .setParameter("deleted", expired.deleted())
                .executeUpdate());
  }

  @Transactional(TxType.REQUIRES_NEW)
  public void finish(long run, Instant now) {
    entities
        .createNativeQuery("update retention_run set finished_at = :now where id = :run")
        .setParameter("now", now)
        .setParameter("run", run)
        .executeUpdate();
  }

  /**
   * Runs, the latest first.
   *
   * @param before only earlier ones than this
   */
  @SuppressWarnings("unchecked")
  public List<Run> page(long before, int most) {
    List<Object[]> rows =
        entities
            .createNativeQuery(
                "select r.id, r.started_at, r.finished_at, e.purpose, e.before, e.deleted"
                    + " from (select * from retention_run where id < :before"
                    + " order by id desc limit :most) r"
                    + " left join retention_result e on e.run_id = r.id"
                    + " order by r.id desc, e.purpose")
            .setParameter("before", before)
            .setParameter("most", most)
            .getResultList();
    Map<Long, Run> runs = new LinkedHashMap<>();
    for (Object[] row : rows) {
      Run run =
          runs.computeIfAbsent(
              ((Number) row[0]).longValue(),
              id -> new Run(id, Consents.at(row[1]), Consents.at(row[2]), new ArrayList<>()));
      if (row[3] != null) {
        run.results()
            .add(new Result((String) row[3], Consents.at(row[4]), ((Number) row[5]).longValue()));
      }
    }
    return List.copyOf(runs.values());
  }
}
