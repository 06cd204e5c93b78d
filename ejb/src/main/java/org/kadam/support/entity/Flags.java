package org.kadam.support.entity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.kadam.orgunit.entity.Jurisdiction;

/**
 * All offers of help. What a helper asks for is bounded here, in the query, by the places and
 * departments in which she knows the workers by name, and by the workers' yes; nothing else of
 * other people ever leaves the database for her.
 */
@ApplicationScoped
public class Flags {

  private static final String HELPED =
      "select f from Flag f, Worker w, OrgUnit u"
          + " where w.id = f.workerId and u.id = w.unitId and w.active = true"
          + " and f.endedAt is null and f.expiresAt > :now and f.state in :states"
          + " and f.workerId <> :helper and ";

  @PersistenceContext private EntityManager entities;

  /**
   * A helper and where she knows the workers by name.
   *
   * @param id herself: nobody decides about her own offer
   */
  public record Helper(UUID id, Jurisdiction named) {}

  /** A place in a list that is ordered by time and id: what comes after it is the next page. */
  public record Place(Instant raisedAt, UUID id) {}

  /** The offers of one worker that stand, the oldest first. */
  public List<Flag> of(UUID worker, Instant now) {
    return entities
        .createQuery(
            "select f from Flag f where f.workerId = :worker and f.endedAt is null"
                + " and f.expiresAt > :now order by f.raisedAt, f.id",
            Flag.class)
        .setParameter("worker", worker)
        .setParameter("now", now)
        .getResultList();
  }

  /**
   * The offers that workers of a helper have said yes to, the oldest first.
   *
   * @param after where the page before ended, or null
   */
  public List<Flag> of(Helper helper, Place after, int most, Instant now) {
    Jurisdiction.Bound bound = helper.named().bound("u.path", "w.department");
    String from =
        after == null
            ? ""
            : " and (f.raisedAt > :raised or (f.raisedAt = :raised and f.id > :after))";
    var query =
        bound
            .to(
                entities.createQuery(
                    HELPED + bound.condition() + from + " order by f.raisedAt, f.id", Flag.class))
            .setParameter("now", now)
            .setParameter("states", helpersStates())
            .setParameter("helper", helper.id())
            .setMaxResults(most);
    if (after != null) {
      query.setParameter("raised", after.raisedAt()).setParameter("after", after.id());
    }
    return query.getResultList();
  }

  /** An offer of this worker, held until the transaction ends; empty for another's. */
  public Optional<Flag> hold(UUID id, UUID worker) {
    return entities
        .createQuery("select f from Flag f where f.id = :id and f.workerId = :worker", Flag.class)
        .setParameter("id", id)
        .setParameter("worker", worker)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .findFirst();
  }

  /**
   * An offer that a worker of this helper has said yes to, held until the transaction ends; empty
   * for every other.
   */
  public Optional<Flag> hold(UUID id, Helper helper, Instant now) {
    Jurisdiction.Bound bound = helper.named().bound("u.path", "w.department");
    Optional<Flag> found =
        bound
            .to(entities.createQuery(HELPED + bound.condition() + " and f.id = :id", Flag.class))
            .setParameter("now", now)
            .setParameter("states", helpersStates())
            .setParameter("helper", helper.id())
            .setParameter("id", id)
            .getResultStream()
            .findFirst();
    // She may take her yes back at this very moment: look again once the row is ours.
    found.ifPresent(flag -> entities.refresh(flag, LockModeType.PESSIMISTIC_WRITE));
    return found.filter(flag -> Flag.State.HELPERS.contains(flag.state()));
  }

  private static List<String> helpersStates() {
    return Flag.State.HELPERS.stream().map(Flag.State::code).toList();
  }

  /** What may matter for new offers to these workers: offers that have not ended, and late noes. */
  public Map<UUID, List<Flag>> recent(Collection<UUID> workers, Instant now) {
    return entities
        .createQuery(
            "select f from Flag f where f.workerId in :workers and (f.endedAt is null"
                + " or f.answeredAt > :since or f.decidedAt > :since)",
            Flag.class)
        .setParameter("workers", List.copyOf(workers))
        .setParameter("since", now.minus(Flag.QUIET))
        .getResultStream()
        .collect(Collectors.groupingBy(Flag::workerId));
  }

  /**
   * Makes an offer, unless the same rule has one to the same worker at this moment, on whatever
   * node.
   */
  public void offer(Flag flag) {
    entities
        .createNativeQuery(
            "insert into flag (id, worker_id, rule, rule_version, kind, facts, raised_at, state,"
                + " expires_at) values (:id, :worker, :rule, :version, :kind,"
                + " cast(:facts as jsonb), :raised, :state, :expires)"
                + " on conflict (worker_id, rule) where ended_at is null do nothing")
        .setParameter("id", flag.id())
        .setParameter("worker", flag.workerId())
        .setParameter("rule", flag.rule())
        .setParameter("version", flag.ruleVersion())
        .setParameter("kind", flag.kind())
        .setParameter("facts", new FactsColumn().convertToDatabaseColumn(flag.facts()))
        .setParameter("raised", flag.raisedAt())
        .setParameter("state", flag.state().code())
        .setParameter("expires", flag.expiresAt())
        .executeUpdate();
  }

  /** Ends offers, whatever happens to them at this moment. */
  public void end(Collection<UUID> flags, Instant now) {
    if (!flags.isEmpty()) {
      entities
          .createQuery(
              "update Flag f set f.endedAt = :now where f.id in :flags and f.endedAt is null")
          .setParameter("now", now)
          .setParameter("flags", List.copyOf(flags))
          .executeUpdate();
    }
  }
}
