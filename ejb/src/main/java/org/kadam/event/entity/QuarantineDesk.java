package org.kadam.event.entity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.kadam.orgunit.entity.Jurisdiction;

/**
 * What is kept in quarantine, as an administrator may see it: what claims to be of her places, and
 * what claims nobody whom we know and came in the session of somebody there, or of nobody.
 */
@ApplicationScoped
public class QuarantineDesk {

  private static final String FROM =
      " from quarantine q"
          + " left join worker claimed on claimed.id = q.worker_claimed"
          + " left join worker w on w.id = coalesce(claimed.id, q.session_worker)"
          + " left join org_unit u on u.id = w.unit_id"
          + " where (w.id is null or %s)";

  private static final String LINE =
      "select q.id, q.reason, cast(extract(epoch from q.received_at) * 1000 as bigint), q.type, q.v,"
          + " claimed.code, octet_length(q.raw)";

  @PersistenceContext private EntityManager entities;

  /**
   * One kept thing without its content.
   *
   * @param type the type it claims, or null
   * @param version the version it claims, or null
   * @param claimedWorker the code of the worker it claims, or null
   */
  public record Line(
      long id,
      String reason,
      Instant receivedAt,
      String type,
      Integer version,
      String claimedWorker,
      int bytes) {}

  /**
   * One kept thing with its content.
   *
   * @param sentAt by the phone's clock, or null
   * @param raw JSON text
   * @param key the key that it names, known or not, or null
   * @param session who was signed in when it came, or null
   */
  public record Held(Line line, Instant sentAt, String raw, UUID key, UUID session) {}

  /** How many there are for each reason. */
  public Map<String, Long> reasons(Jurisdiction seen) {
    var bound = seen.bound("u.path", "w.department");
    Map<String, Long> reasons = new TreeMap<>();
    for (Object row :
        bound
            .to(
                entities.createNativeQuery(
                    "select q.reason, count(*)"
                        + FROM.formatted(bound.condition())
                        + " group by q.reason"))
            .getResultList()) {
      Object[] column = (Object[]) row;
      reasons.put((String) column[0], ((Number) column[1]).longValue());
    }
    return reasons;
  }

  /**
   * One page, the latest first.
   *
   * @param reason only of this; null for all
   * @param after only what was kept before this; null for the first page
   */
  public List<Line> page(Jurisdiction seen, String reason, Long after, int most) {
    var bound = seen.bound("u.path", "w.department");
    List<?> rows =
        bound
            .to(
                entities.createNativeQuery(
                    LINE
                        + FROM.formatted(bound.condition())
                        + " and q.id < :after and (:reason = '' or q.reason = :reason)"
                        + " order by q.id desc"))
            .setParameter("after", Objects.requireNonNullElse(after, Long.MAX_VALUE))
            .setParameter("reason", reason == null ? "" : reason)
            .setMaxResults(most)
            .getResultList();
    return rows.stream().map(row -> line((Object[]) row)).toList();
  }

  /** One with its content, locked; nothing where it is not hers to see. */
  public Optional<Held> take(long id, Jurisdiction seen) {
    var bound = seen.bound("u.path", "w.department");
    List<?> rows =
        bound
            .to(
                entities.createNativeQuery(
                    LINE
                        + ", cast(extract(epoch from q.sent_at) * 1000 as bigint), q.raw, q.key_id, q.session_worker"
                        + FROM.formatted(bound.condition())
                        + " and q.id = :id for update of q"))
            .setParameter("id", id)
            .getResultList();
    return rows.stream().map(row -> held((Object[]) row)).findFirst();
  }

  /** It is kept no longer. */
  public void remove(long id) {
    entities
        .createNativeQuery("delete from quarantine where id = :id")
        .setParameter("id", id)
        .executeUpdate();
  }

  private static Line line(Object[] row) {
    return new Line(
        ((Number) row[0]).longValue(),
        (String) row[1],
        instant(row[2]),
        (String) row[3],
        row[4] == null ? null : ((Number) row[4]).intValue(),
        (String) row[5],
        ((Number) row[6]).intValue());
  }

  private static Held held(Object[] row) {
    return new Held(line(row), instant(row[7]), (String) row[8], (UUID) row[9], (UUID) row[10]);
  }

  private static Instant instant(Object millis) {
    return millis == null ? null : Instant.ofEpochMilli(((Number) millis).longValue());
  }
}
