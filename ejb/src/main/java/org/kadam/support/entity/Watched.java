package org.kadam.support.entity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;

/** Everybody whom rules may have something to say about: who is there, or has an offer. */
@ApplicationScoped
public class Watched {

  @PersistenceContext private EntityManager entities;

  /** The next of them after an id, in the database's order of ids; empty at the end. */
  @SuppressWarnings("unchecked")
  public List<UUID> after(UUID id, int most) {
    return entities
        .createNativeQuery(
            "select w.id from worker w where w.id > :after and (w.active or exists"
                + " (select 1 from flag f where f.worker_id = w.id and f.ended_at is null))"
                + " order by w.id",
            UUID.class)
        .setParameter("after", id)
        .setMaxResults(most)
        .getResultList();
  }
}
