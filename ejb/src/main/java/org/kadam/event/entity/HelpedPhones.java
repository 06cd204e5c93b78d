package org.kadam.event.entity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The keys of workers on their helpers' devices. */
@ApplicationScoped
public class HelpedPhones {

  @PersistenceContext private EntityManager entities;

  /** Lets a key be used on a helper's device from now on; once more where it was before. */
  public void begin(UUID key, UUID helper, Instant now, Instant until) {
    HelpedPhone known = entities.find(HelpedPhone.class, key);
    if (known == null) {
      entities.persist(new HelpedPhone(key, helper, now, until));
    } else {
      known.goOn(helper, until);
    }
  }

  /** Ends whatever of a worker's runs on the devices of a helper. */
  public void end(UUID worker, UUID helper, Instant now) {
    entities
        .createQuery(
            "update HelpedPhone h set h.until = :now where h.helperId = :helper"
                + " and h.until > :now and h.since < :now"
                + " and h.keyId in (select k.id from PhoneKey k where k.workerId = :worker)")
        .setParameter("worker", worker)
        .setParameter("helper", helper)
        .setParameter("now", now)
        .executeUpdate();
  }

  /** Whether a worker works on a device of this helper just now. */
  public boolean runs(UUID worker, UUID helper, Instant now) {
    return !entities
        .createQuery(
            "select 1 from HelpedPhone h where h.helperId = :helper and h.until > :now"
                + " and h.keyId in (select k.id from PhoneKey k where k.workerId = :worker)",
            Integer.class)
        .setParameter("worker", worker)
        .setParameter("helper", helper)
        .setParameter("now", now)
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  /** Those of these keys that are on a helper's device, by key. */
  public Map<UUID, HelpedPhone> of(Collection<UUID> keys) {
    if (keys.isEmpty()) {
      return Map.of();
    }
    return entities
        .createQuery("select h from HelpedPhone h where h.keyId in :keys", HelpedPhone.class)
        .setParameter("keys", keys)
        .getResultStream()
        .collect(Collectors.toMap(HelpedPhone::keyId, Function.identity()));
  }
}
