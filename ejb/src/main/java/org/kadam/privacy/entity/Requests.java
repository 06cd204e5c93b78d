package org.kadam.privacy.entity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kadam.orgunit.entity.Jurisdiction;
import org.kadam.privacy.control.NameKeys;

/**
 * What workers ask of those who answer for their data. An administrator sees those of workers in
 * her jurisdiction, by code.
 */
@ApplicationScoped
public class Requests {

  private static final String WITH_CODE =
      "select r, w.code from Request r, Worker w, OrgUnit u"
          + " where w.id = r.workerId and u.id = w.unitId and ";

  @PersistenceContext private EntityManager entities;
  @Inject private NameKeys keys;

  /** A request and whose it is. */
  public record Whose(Request request, String code) {}

  /** A place in the list: by due date, then id. */
  public record Place(LocalDate dueOn, UUID id) {}

  public void add(Request request) {
    entities.persist(request);
  }

  /** Hers, the latest first. */
  public List<Request> of(UUID worker) {
    return entities
        .createQuery(
            "select r from Request r where r.workerId = :worker order by r.askedAt desc, r.id",
            Request.class)
        .setParameter("worker", worker)
        .getResultList();
  }

  /** How many of hers still wait for an answer. */
  public long open(UUID worker) {
    return entities
        .createQuery(
            "select count(r) from Request r where r.workerId = :worker and r.state = 'open'",
            Long.class)
        .setParameter("worker", worker)
        .getSingleResult();
  }

  /** Whether she has asked to be erased and was not answered. */
  public boolean asksForErasure(UUID worker) {
    return !entities
        .createQuery(
            "select 1 from Request r where r.workerId = :worker and r.kind = 'erasure'"
                + " and r.state = 'open'",
            Integer.class)
        .setParameter("worker", worker)
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  /**
   * A page for an administrator, what is due first.
   *
   * @param state only those in this state
   * @param after where the page before ended, or null
   */
  public List<Whose> page(Jurisdiction seen, String state, Place after, int most) {
    Jurisdiction.Bound bound = seen.bound("u.path", "w.department");
    String from =
        after == null ? "" : " and (r.dueOn > :due or (r.dueOn = :due and r.id > :after))";
    var query =
        bound
            .to(
                entities.createQuery(
                    WITH_CODE
                        + bound.condition()
                        + " and r.state = :state"
                        + from
                        + " order by r.dueOn, r.id",
                    Object[].class))
            .setParameter("state", state)
            .setMaxResults(most);
    if (after != null) {
      query.setParameter("due", after.dueOn()).setParameter("after", after.id());
    }
    return query.getResultList().stream()
        .map(row -> new Whose((Request) row[0], (String) row[1]))
        .toList();
  }

  /** One that an administrator may answer. */
  public Optional<Request> find(Jurisdiction seen, UUID id) {
    Jurisdiction.Bound bound = seen.bound("u.path", "w.department");
    return bound
        .to(entities.createQuery(WITH_CODE + bound.condition() + " and r.id = :id", Object[].class))
        .setParameter("id", id)
        .getResultStream()
        .findFirst()
        .map(row -> (Request) row[0]);
  }

  /** What she wrote, or null. */
  public String text(Request request) {
    return request.text(keys);
  }

  /** What she was answered, or null. */
  public String answer(Request request) {
    return request.answer(keys);
  }

  /** Seals some of what another key has sealed anew; gives how many there were. */
  public int reseal(int most) {
    List<?> found =
        entities
            .createNativeQuery(
                "select id from request where substring(text_box from 1 for 5) <> :current"
                    + " or substring(answer_box from 1 for 5) <> :current",
                UUID.class)
            .setParameter("current", keys.current())
            .setMaxResults(most)
            .getResultList();
    found.forEach(id -> entities.find(Request.class, id).reseal(keys));
    return found.size();
  }

  long forgetAnsweredBefore(Instant limit) {
    return entities
        .createQuery("delete from Request r where r.answeredAt < :limit")
        .setParameter("limit", limit)
        .executeUpdate();
  }

  void erase(UUID worker) {
    entities
        .createQuery("delete from Request r where r.workerId = :worker")
        .setParameter("worker", worker)
        .executeUpdate();
    entities
        .createQuery("update Request r set r.answeredBy = null where r.answeredBy = :worker")
        .setParameter("worker", worker)
        .executeUpdate();
  }
}
