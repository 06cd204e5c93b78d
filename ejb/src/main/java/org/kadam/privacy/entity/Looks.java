package org.kadam.privacy.entity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.kadam.orgunit.entity.Role;

/**
 * Who was shown whose name, and why. Whoever shows a worker's name to somebody else notes it here,
 * in the same transaction; only the worker reads it. That those whom a helper helps see their
 * helper's name is not noted: it is how they find her.
 */
@ApplicationScoped
public class Looks {

  /** Why somebody was shown a name; the texts are in {@code content/privacy}. */
  public enum Why {
    /** Offers of help that workers have said yes to. */
    OFFERS("offers"),
    /** A new first PIN. */
    FIRST_PIN("first-pin"),
    /** Login slips. */
    SLIPS("slips"),
    /** A roster, and how it differs from the one before. */
    ROSTER("roster"),
    /** A list of workers to choose from. */
    LIST("list"),
    /** Learning on a helper's device, or on paper that she enters. */
    HELPED("helped"),
    /** Her account: phone number, leaving, coming back. */
    ACCOUNT("account"),
    /** What she asked of those who answer for her data. */
    REQUEST("request");

    private final String code;

    Why(String code) {
      this.code = code;
    }

    /** As the database and the texts spell it. */
    public String code() {
      return code;
    }
  }

  @PersistenceContext private EntityManager entities;

  /**
   * One look.
   *
   * @param viewer who looked; null where she has been erased
   */
  public record Look(long id, UUID viewer, String role, String why, LocalDate day) {}

  /**
   * Notes that these workers' names were shown; her own to herself is no look. The same on the same
   * day is noted once.
   */
  @Transactional
  public void note(UUID viewer, Role role, Why why, Collection<UUID> workers) {
    List<UUID> others = workers.stream().filter(w -> !w.equals(viewer)).distinct().toList();
    if (others.isEmpty()) {
      return;
    }
    entities
        .createNativeQuery(
            "insert into look (worker_id, viewer_id, role, why, day)"
                + " select w.id, :viewer, :role, :why,"
                + " cast(current_timestamp at time zone u.time_zone as date)"
                + " from worker w join org_unit u on u.id = w.unit_id where w.id in (:workers)"
                + " order by w.id on conflict do nothing")
        .setParameter("viewer", viewer)
        .setParameter("role", role.code())
        .setParameter("why", why.code())
        .setParameter("workers", others)
        .executeUpdate();
  }

  /**
   * Looks at one worker's name, the latest first.
   *
   * @param before only earlier ones than this; {@link Long#MAX_VALUE} for the first page
   */
  @SuppressWarnings("unchecked")
  public List<Look> at(UUID worker, long before, int most) {
    List<Object[]> rows =
        entities
            .createNativeQuery(
                "select id, viewer_id, role, why, day from look"
                    + " where worker_id = :worker and id < :before order by id desc")
            .setParameter("worker", worker)
            .setParameter("before", before)
            .setMaxResults(most)
            .getResultList();
    return rows.stream().map(Looks::look).toList();
  }

  private static Look look(Object[] row) {
    LocalDate day =
        row[4] instanceof LocalDate date ? date : ((java.sql.Date) row[4]).toLocalDate();
    return new Look(
        ((Number) row[0]).longValue(), (UUID) row[1], (String) row[2], (String) row[3], day);
  }

  /** Deletes what is older than a day; gives how many there were. */
  long forgetBefore(LocalDate day) {
    return entities
        .createNativeQuery("delete from look where day < :day")
        .setParameter("day", day)
        .executeUpdate();
  }

  /** Looks at her go; of looks by her it stays that somebody looked. */
  void erase(UUID worker) {
    entities
        .createNativeQuery("delete from look where worker_id = :worker")
        .setParameter("worker", worker)
        .executeUpdate();
    // Two looks of erased viewers on one day would be the same row now: one is enough.
    entities
        .createNativeQuery(
            "delete from look l where l.viewer_id = :worker and exists (select 1 from look o"
                + " where o.viewer_id is null and o.worker_id = l.worker_id and o.role = l.role"
                + " and o.why = l.why and o.day = l.day)")
        .setParameter("worker", worker)
        .executeUpdate();
    entities
        .createNativeQuery("update look set viewer_id = null where viewer_id = :worker")
        .setParameter("worker", worker)
        .executeUpdate();
  }
}
