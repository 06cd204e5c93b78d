package org.kadam.worker.entity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kadam.orgunit.entity.Jurisdiction;

/**
 * All imports of rosters: where each stands, and who is at it. Written with plain SQL, because
 * every step is a short transaction of its own while the rows are under way.
 */
@ApplicationScoped
public class RosterImports {

  /** Where an import stands; see the comments of the table. */
  public enum State {
    RECEIVED,
    MAPPING,
    CHECKING,
    COMPARING,
    REFUSED,
    READY,
    CONFIRMED,
    DONE,
    UNDONE,
    DROPPED,
    FAILED;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * An import as it stands; texts are JSON.
   *
   * @param by the code of who sent it, or null
   */
  public record Standing(
      UUID id,
      State state,
      String kind,
      String by,
      Instant at,
      long bytes,
      String headings,
      String columns,
      int rows,
      int progress,
      String counts,
      int faults,
      String hash,
      boolean stale,
      Instant doneAt,
      Instant undoneAt,
      UUID confirmedBy,
      UUID sender) {}

  private static final Duration LEASE = Duration.ofMinutes(2);
  private static final String STANDING =
      "select i.id, i.state, i.kind, w.code, i.made_at, i.bytes, cast(i.headings as text),"
          + " cast(i.columns as text), i.row_count, i.progress, cast(i.counts as text),"
          + " i.fault_count, i.hash, i.stale, i.done_at, i.undone_at, i.confirmed_by, i.made_by"
          + " from roster_import i left join worker w on w.id = i.made_by ";

  @PersistenceContext private EntityManager entities;

  /**
   * Begins one.
   *
   * @param answersFor the places of whoever sends it, so that others who answer for them see it
   */
  @Transactional
  public UUID begin(State state, UUID by, Jurisdiction answersFor, Instant now) {
    JsonArrayBuilder places = Json.createArrayBuilder();
    for (Jurisdiction.Grant grant : answersFor.grants()) {
      JsonObjectBuilder place = Json.createObjectBuilder().add("path", grant.path());
      if (grant.department() != null) {
        place.add("department", grant.department().code());
      }
      places.add(place);
    }
    UUID id = UUID.randomUUID();
    update(
            "insert into roster_import (id, state, made_by, made_at, places)"
                + " values (:id, :state, cast(:by as uuid), :now, cast(:places as jsonb))",
            id)
        .setParameter("state", state.code())
        .setParameter("by", by == null ? null : by.toString())
        .setParameter("now", now)
        .setParameter("places", places.build().toString())
        .executeUpdate();
    return id;
  }

  /** One of her own, or one whose sender's places all lie inside hers. */
  public Optional<Standing> find(UUID id, UUID viewer, Jurisdiction answersFor) {
    Jurisdiction.Bound bound = answersFor.bound("p.path", "p.department");
    return standings(
            bound
                .to(
                    entities.createNativeQuery(
                        STANDING + "where i.id = :id and " + visible(bound), Object[].class))
                .setParameter("id", id)
                .setParameter("viewer", viewer))
        .findFirst();
  }

  private static String visible(Jurisdiction.Bound bound) {
    return "(i.made_by = :viewer or i.places <> '[]' and not exists (select 1"
        + " from jsonb_to_recordset(i.places) as p (path text, department text)"
        + " where not coalesce("
        + bound.condition()
        + ", false)))";
  }

  public Optional<Standing> find(UUID id) {
    return standings(
            entities
                .createNativeQuery(STANDING + "where i.id = :id", Object[].class)
                .setParameter("id", id))
        .findFirst();
  }

  /**
   * One page of those that somebody sees, the latest first.
   *
   * @param before only imports that came before this one; null for the first page
   */
  public List<Standing> page(UUID viewer, Jurisdiction answersFor, UUID before, int most) {
    Jurisdiction.Bound bound = answersFor.bound("p.path", "p.department");
    return standings(
            bound
                .to(
                    entities.createNativeQuery(
                        STANDING
                            + "where "
                            + visible(bound)
                            + " and (cast(:before as uuid) is null or (i.made_at, i.id) <"
                            + " (select b.made_at, b.id from roster_import b"
                            + " where b.id = cast(:before as uuid)))"
                            + " order by i.made_at desc, i.id desc",
                        Object[].class))
                .setParameter("viewer", viewer)
                .setParameter("before", before == null ? null : before.toString())
                .setMaxResults(most))
        .toList();
  }

  /** The first faults, as a JSON list. */
  public String faults(UUID id) {
    return (String)
        entities
            .createNativeQuery("select cast(faults as text) from roster_import where id = :id")
            .setParameter("id", id)
            .getSingleResult();
  }

  /**
   * Moves an import on, if it stands where the caller thinks.
   *
   * @return whether it did
   */
  @Transactional
  public boolean move(UUID id, Collection<State> from, State to) {
    return update(
                "update roster_import set state = :to, progress = 0, lease_until = null"
                    + " where id = :id and state in (:from)",
                id)
            .setParameter("to", to.code())
            .setParameter("from", from.stream().map(State::code).toList())
            .executeUpdate()
        == 1;
  }

  /**
   * The next import that waits for a node, leased to this one for two minutes; {@link #progress}
   * prolongs the lease.
   */
  @Transactional(TxType.REQUIRES_NEW)
  public Optional<Standing> lease(Instant now) {
    List<?> due =
        entities
            .createNativeQuery(
                "select id from roster_import where state in"
                    + " ('received', 'checking', 'comparing', 'confirmed')"
                    + " and (lease_until is null or lease_until < :now)"
                    + " order by made_at limit 1 for update skip locked",
                UUID.class)
            .setParameter("now", now)
            .getResultList();
    due.forEach(id -> lease((UUID) id, now));
    return due.stream().findFirst().flatMap(id -> find((UUID) id));
  }

  private void lease(UUID id, Instant now) {
    update("update roster_import set lease_until = :until where id = :id", id)
        .setParameter("until", now.plus(LEASE))
        .executeUpdate();
  }

  /** So many rows are behind the present step; seen at once from outside. */
  @Transactional(TxType.REQUIRES_NEW)
  public void progress(UUID id, int rows, Instant now) {
    update(
            "update roster_import set progress = :rows, lease_until = :until where id = :id"
                + " and lease_until is not null",
            id)
        .setParameter("rows", rows)
        .setParameter("until", now.plus(LEASE))
        .executeUpdate();
  }

  @Transactional
  public void received(UUID id, long bytes) {
    update("update roster_import set bytes = :bytes where id = :id", id)
        .setParameter("bytes", bytes)
        .executeUpdate();
  }

  @Transactional
  public void head(UUID id, String headings, String columns) {
    update(
            "update roster_import set headings = cast(:headings as jsonb),"
                + " columns = cast(:columns as jsonb) where id = :id",
            id)
        .setParameter("headings", headings)
        .setParameter("columns", columns)
        .executeUpdate();
  }

  @Transactional
  public void read(UUID id, String kind, int rows) {
    update("update roster_import set kind = :kind, row_count = :rows where id = :id", id)
        .setParameter("kind", kind)
        .setParameter("rows", rows)
        .executeUpdate();
  }

  @Transactional
  public void refused(UUID id, String faults, int count) {
    update(
            "update roster_import set state = 'refused', faults = cast(:faults as jsonb),"
                + " fault_count = :count, lease_until = null where id = :id",
            id)
        .setParameter("faults", faults)
        .setParameter("count", count)
        .executeUpdate();
  }

  /** The differences are known. */
  @Transactional
  public void compared(UUID id, String counts, String hash, boolean stale) {
    update(
            "update roster_import set state = 'ready', counts = cast(:counts as jsonb),"
                + " hash = :hash, stale = :stale, lease_until = null where id = :id",
            id)
        .setParameter("counts", counts)
        .setParameter("hash", hash)
        .setParameter("stale", stale)
        .executeUpdate();
  }

  /** Somebody says yes, and who among the missing is to leave: {@code {"all":…,"codes":[…]}}. */
  @Transactional
  public void confirmed(UUID id, UUID by, String leave) {
    update(
            "update roster_import set confirmed_by = :by, leave = cast(:leave as jsonb)"
                + " where id = :id",
            id)
        .setParameter("by", by)
        .setParameter("leave", leave)
        .executeUpdate();
  }

  /** What was said then. */
  public String leave(UUID id) {
    return (String)
        entities
            .createNativeQuery("select cast(leave as text) from roster_import where id = :id")
            .setParameter("id", id)
            .getSingleResult();
  }

  @Transactional
  public void done(UUID id, String counts, Instant now) {
    update(
            "update roster_import set state = 'done', counts = cast(:counts as jsonb),"
                + " done_at = :now, lease_until = null where id = :id",
            id)
        .setParameter("counts", counts)
        .setParameter("now", now)
        .executeUpdate();
  }

  @Transactional
  public void undone(UUID id, UUID by, Instant now) {
    update(
            "update roster_import set state = 'undone', undone_by = :by, undone_at = :now"
                + " where id = :id",
            id)
        .setParameter("by", by)
        .setParameter("now", now)
        .executeUpdate();
  }

  /** How many imports wait for a node, have one at it, or failed within a day, by these words. */
  @SuppressWarnings("unchecked")
  public Map<String, Long> open() {
    List<Object[]> states =
        entities
            .createNativeQuery(
                "select case when state = 'failed' then 'failed' when lease_until > now()"
                    + " then 'working' else 'waiting' end as what, count(*) from roster_import"
                    + " where state in ('received', 'checking', 'comparing', 'confirmed')"
                    + " or state = 'failed' and made_at > now() - interval '1 day' group by 1")
            .getResultList();
    return states.stream()
        .collect(
            Collectors.toMap(state -> (String) state[0], state -> ((Number) state[1]).longValue()));
  }

  /** Forgets one wholly, as if it had never been; for what leaves nothing to undo. */
  @Transactional
  public void forget(UUID id) {
    update("delete from roster_import where id = :id", id).executeUpdate();
  }

  /** Forgets what is not needed any more: uploads and rows; the line in the history stays. */
  @Transactional
  public void sweep(Instant unconfirmedBefore, Instant doneBefore) {
    entities
        .createNativeQuery(
            "update roster_import set state = 'dropped' where made_at < :before"
                + " and state in ('mapping', 'ready')")
        .setParameter("before", unconfirmedBefore)
        .executeUpdate();
    entities
        .createNativeQuery(
            "delete from roster_import_part p using roster_import i where i.id = p.import_id"
                + " and (i.state in ('done', 'undone') or i.made_at < :before)")
        .setParameter("before", unconfirmedBefore)
        .executeUpdate();
    entities
        .createNativeQuery(
            "delete from roster_import_row r using roster_import i where i.id = r.import_id"
                + " and (i.state in ('undone', 'failed', 'refused')"
                + " or i.state = 'dropped' and i.made_at < :unconfirmed"
                + " or i.state = 'done' and i.done_at < :done)")
        .setParameter("unconfirmed", unconfirmedBefore)
        .setParameter("done", doneBefore)
        .executeUpdate();
  }

  private Query update(String sql, UUID id) {
    return entities.createNativeQuery(sql).setParameter("id", id);
  }

  @SuppressWarnings("unchecked")
  private static Stream<Standing> standings(Query query) {
    return ((List<Object[]>) query.getResultList())
        .stream()
            .map(
                row ->
                    new Standing(
                        (UUID) row[0],
                        State.valueOf(((String) row[1]).toUpperCase(Locale.ROOT)),
                        (String) row[2],
                        (String) row[3],
                        instant(row[4]),
                        ((Number) row[5]).longValue(),
                        (String) row[6],
                        (String) row[7],
                        ((Number) row[8]).intValue(),
                        ((Number) row[9]).intValue(),
                        (String) row[10],
                        ((Number) row[11]).intValue(),
                        (String) row[12],
                        (Boolean) row[13],
                        instant(row[14]),
                        instant(row[15]),
                        (UUID) row[16],
                        (UUID) row[17]));
  }

  private static Instant instant(Object time) {
    return time == null
        ? null
        : time instanceof Timestamp stamp ? stamp.toInstant() : (Instant) time;
  }
}
