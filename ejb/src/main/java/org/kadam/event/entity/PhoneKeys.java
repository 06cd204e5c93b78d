package org.kadam.event.entity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The keys of all workers on all phones. */
@ApplicationScoped
public class PhoneKeys {

  @PersistenceContext private EntityManager entities;

  public Optional<PhoneKey> find(UUID id) {
    return Optional.ofNullable(entities.find(PhoneKey.class, id));
  }

  /** Those of these keys that are registered. */
  public List<PhoneKey> find(Collection<UUID> ids) {
    return entities
        .createQuery("select k from PhoneKey k where k.id in :ids", PhoneKey.class)
        .setParameter("ids", ids)
        .getResultList();
  }

  /** Registers a key, or finds it where the same was registered before; gives its id. */
  public UUID register(UUID worker, UUID device, String thumbprint, byte[] publicKey, Instant now) {
    entities
        .createNativeQuery(
            "insert into phone_key (id, worker_id, device, thumbprint, public_key, registered_at)"
                + " values (:id, :worker, :device, :thumbprint, :key, :now)"
                + " on conflict (worker_id, device, thumbprint) do nothing")
        .setParameter("id", UUID.randomUUID())
        .setParameter("worker", worker)
        .setParameter("device", device)
        .setParameter("thumbprint", thumbprint)
        .setParameter("key", publicKey)
        .setParameter("now", now)
        .executeUpdate();
    return entities
        .createQuery(
            "select k.id from PhoneKey k where k.workerId = :worker and k.device = :device"
                + " and k.thumbprint = :thumbprint",
            UUID.class)
        .setParameter("worker", worker)
        .setParameter("device", device)
        .setParameter("thumbprint", thumbprint)
        .getSingleResult();
  }
}
