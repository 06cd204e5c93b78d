package org.kadam.worker.entity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kadam.orgunit.entity.Jurisdiction;

/** All workers, without their names. */
@ApplicationScoped
public class Workers {

  @PersistenceContext private EntityManager entities;

  public Optional<Worker> find(UUID id) {
    return Optional.ofNullable(entities.find(Worker.class, id));
  }

  /**
   * The worker of an id, if she is inside: one query, whether there is nobody or somebody else's.
   */
  public Optional<Worker> find(UUID id, Jurisdiction within) {
    Jurisdiction.Bound bound = within.bound("u.path", "w.department");
    return bound
        .to(
            entities.createQuery(
                "select w from Worker w join OrgUnit u on u.id = w.unitId where w.id = :id and "
                    + bound.condition(),
                Worker.class))
        .setParameter("id", id)
        .getResultStream()
        .findFirst();
  }

  /** The worker of a code, in whatever case it is written. */
  public Optional<Worker> byCode(String code) {
    return byCodes(List.of(code.toUpperCase(Locale.ROOT))).values().stream().findFirst();
  }

  /** The workers that exist among some codes (upper case), by code. */
  public Map<String, Worker> byCodes(Collection<String> codes) {
    return entities
        .createQuery("select w from Worker w where w.code in :codes", Worker.class)
        .setParameter("codes", codes)
        .getResultStream()
        .collect(Collectors.toMap(Worker::code, Function.identity()));
  }

  /** Which of some codes (upper case) are anybody's. */
  public Set<String> known(Collection<String> codes) {
    return Set.copyOf(
        entities
            .createQuery("select w.code from Worker w where w.code in :codes", String.class)
            .setParameter("codes", codes)
            .getResultList());
  }

  /** The workers of some ids, by id. */
  public Map<UUID, Worker> byIds(Collection<UUID> ids) {
    return entities
        .createQuery("select w from Worker w where w.id in :ids", Worker.class)
        .setParameter("ids", ids)
        .getResultStream()
        .collect(Collectors.toMap(Worker::id, Function.identity()));
  }

  /**
   * Who works inside a place, in the order of the codes, those who have left among them.
   *
   * @param inside the path of the place; {@code /} for everywhere
   * @param within only those whom this jurisdiction sees
   * @param code only codes that begin like this, upper case; empty for all
   * @param after only codes behind this one; empty for the first page
   */
  public List<Worker> inside(
      String inside, Jurisdiction within, String code, String after, int most) {
    Jurisdiction.Bound bound = within.bound("u.path", "w.department");
    return bound
        .to(
            entities
                .createQuery(
                    "select w from Worker w join OrgUnit u on u.id = w.unitId"
                        + " where u.path like :inside and w.code like :code and w.code > :after and "
                        + bound.condition()
                        + " order by w.code",
                    Worker.class)
                .setParameter("inside", inside + "%")
                .setParameter("code", code + "%")
                .setParameter("after", after))
        .setMaxResults(most)
        .getResultList();
  }

  /** Whether there is anybody at all. */
  public boolean any() {
    return !entities
        .createQuery("select 1 from Worker w", Integer.class)
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  /** Some of those who have left, and whose row has not changed since before a moment. */
  public List<UUID> leftBefore(Instant moment, int most) {
    return entities
        .createQuery(
            "select w.id from Worker w where w.active = false and w.changedAt < :moment"
                + " order by w.id",
            UUID.class)
        .setParameter("moment", moment)
        .setMaxResults(most)
        .getResultList();
  }

  /** Until the end of the transaction no other import of a roster runs, on any node. */
  public void oneRosterAtATime() {
    entities
        .createNativeQuery("select 1 from pg_advisory_xact_lock(7460142)", Integer.class)
        .getSingleResult();
  }

  /** Sends what has been added or changed, and lets go of it, so that a long import stays small. */
  public void flushAndForget() {
    entities.flush();
    entities.clear();
  }

  public void add(Worker worker) {
    entities.persist(worker);
  }
}
