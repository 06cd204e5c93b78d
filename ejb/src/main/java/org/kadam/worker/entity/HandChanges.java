package org.kadam.worker.entity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Changes that somebody makes to one worker by hand: our own tables first, then the outbox to the
 * sign-in, in one transaction.
 */
@ApplicationScoped
public class HandChanges {

  @PersistenceContext private EntityManager entities;
  @Inject private WorkerNames names;
  @Inject private Accounts accounts;

  /**
   * Another phone number.
   *
   * @param phone E.164, or null for none
   * @param by who says so
   */
  @Transactional
  public void phone(UUID worker, String phone, UUID by, Instant now) {
    names.changePhone(worker, phone);
    note(worker, change -> change.phone(by, now));
    accounts.want(List.of(worker), now);
  }

  /** She has left, or is back. */
  @Transactional
  public void active(UUID worker, boolean active, UUID by, Instant now) {
    Worker her = entities.find(Worker.class, worker);
    if (her.active() != active) {
      her.active(active, now);
      note(worker, change -> change.active(by, now));
      accounts.want(List.of(worker), now);
    }
  }

  /** Who of some has a phone number that was changed by hand and that no roster has said yet. */
  public Set<UUID> phones(Collection<UUID> workers) {
    return workers.isEmpty()
        ? Set.of()
        : Set.copyOf(
            entities
                .createQuery(
                    "select b.workerId from ByHand b where b.workerId in :workers"
                        + " and b.phoneAt is not null",
                    UUID.class)
                .setParameter("workers", workers)
                .getResultList());
  }

  /** A roster says the same phone numbers by now: its word holds again. */
  public void phonesSaid(Collection<UUID> workers) {
    if (workers.isEmpty()) {
      return;
    }
    for (String sql :
        List.of(
            "delete from ByHand b where b.workerId in :workers and b.activeAt is null",
            "update ByHand b set b.phoneAt = null, b.phoneBy = null where b.workerId in :workers")) {
      entities.createQuery(sql).setParameter("workers", workers).executeUpdate();
    }
  }

  private void note(UUID worker, Consumer<ByHand> change) {
    ByHand known = entities.find(ByHand.class, worker);
    ByHand noted = known == null ? new ByHand(worker) : known;
    change.accept(noted);
    if (known == null) {
      entities.persist(noted);
    }
  }
}
