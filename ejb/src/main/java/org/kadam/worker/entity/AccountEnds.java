package org.kadam.worker.entity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Accounts at the sign-in that are to be deleted there. Beside the outbox of {@link Accounts},
 * because an erased worker has no row any more that an order could point to.
 */
@ApplicationScoped
public class AccountEnds {

  private static final Duration LEASE = Duration.ofMinutes(2);

  @PersistenceContext private EntityManager entities;

  /** An account to be deleted. */
  public record End(String issuer, String subject) {}

  /** Every account of a worker is to go; her identities are for the caller to delete. */
  void of(UUID worker, Instant now) {
    entities
        .createNativeQuery(
            "insert into account_end (issuer, subject, next_try)"
                + " select issuer, subject, :now from identity where worker_id = :worker"
                + " on conflict do nothing")
        .setParameter("now", now)
        .setParameter("worker", worker)
        .executeUpdate();
  }

  /** The next accounts to delete, leased for two minutes. */
  @Transactional(TxType.REQUIRES_NEW)
  public List<End> lease(int most, Instant now) {
    List<?> rows =
        entities
            .createNativeQuery(
                "update account_end set next_try = :until, tries = tries + 1"
                    + " where (issuer, subject) in (select issuer, subject from account_end"
                    + " where next_try <= :now order by next_try limit :most"
                    + " for update skip locked) returning issuer, subject")
            .setParameter("until", now.plus(LEASE))
            .setParameter("now", now)
            .setParameter("most", most)
            .getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .map(row -> new End((String) row[0], (String) row[1]))
        .toList();
  }

  /** The account is gone. */
  @Transactional(TxType.REQUIRES_NEW)
  public void gone(End end) {
    entities
        .createNativeQuery("delete from account_end where issuer = :issuer and subject = :subject")
        .setParameter("issuer", end.issuer())
        .setParameter("subject", end.subject())
        .executeUpdate();
  }
}
