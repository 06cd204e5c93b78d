package org.kadam.worker.entity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Whose account is whose. */
@ApplicationScoped
public class Identities {

  @PersistenceContext private EntityManager entities;

  /** The worker that an account belongs to. */
  public Optional<UUID> worker(String issuer, String subject) {
    return Optional.ofNullable(entities.find(Identity.class, new Identity.Key(issuer, subject)))
        .map(Identity::workerId);
  }

  /** The account of a worker with an issuer, the latest where there are several. */
  public Optional<String> subject(String issuer, UUID worker) {
    return entities
        .createQuery(
            "select i from Identity i where i.workerId = :worker and i.issuer = :issuer"
                + " order by i.since desc",
            Identity.class)
        .setParameter("worker", worker)
        .setParameter("issuer", issuer)
        .setMaxResults(1)
        .getResultStream()
        .findFirst()
        .map(Identity::subject);
  }

  /** From now on this account belongs to this worker. */
  @Transactional
  public void join(String issuer, String subject, UUID worker, Instant now) {
    Identity known = entities.find(Identity.class, new Identity.Key(issuer, subject));
    if (known == null) {
      entities.persist(new Identity(issuer, subject, worker, now));
    } else if (!known.workerId().equals(worker)) {
      known.belongTo(worker, now);
    }
  }
}
