package org.kadam.assessment.entity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.kadam.assessment.control.analysis.Analysis;

/**
 * All calibrations: where each stands, who is at it, and what it says of each item. Written with
 * plain SQL, because every step of the job is a short transaction of its own.
 */
@ApplicationScoped
public class Calibrations {

  private static final Jsonb JSON = JsonbBuilder.create();
  private static final Duration LEASE = Duration.ofSeconds(45);
  private static final Duration BETWEEN_NIGHTS = Duration.ofHours(12);

  @PersistenceContext private EntityManager entities;

  /** Where a calibration stands; see the comments of the table. */
  public enum State {
    WAITING,
    WORKING,
    FEW,
    READY,
    ACCEPTED,
    DECLINED,
    SUPERSEDED,
    FAILED;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A calibration as it stands.
   *
   * @param execution of its batch job, or null
   * @param persons how many people have answered; null before they were counted
   * @param items how many items there are to go through, and {@code done} how many were
   * @param bank and {@code faults} as JSON, or null
   */
  public record Standing(
      UUID id,
      State state,
      boolean nightly,
      Instant askedAt,
      Long execution,
      int tries,
      Integer persons,
      Double shift,
      String bank,
      String faults,
      Instant finishedAt,
      Instant decidedAt,
      int items,
      int done) {}

  /** One item with what was estimated of it; {@code fit} and {@code report} as JSON, or null. */
  public record ItemRow(
      int nth,
      String item,
      int version,
      String area,
      double guess,
      double spread,
      Double difficulty,
      Double error,
      String fit,
      String report) {}

  private static final String STANDING =
      "select c.id, c.state, c.nightly, c.asked_at, c.execution, c.tries, c.persons, c.shift,"
          + " cast(c.bank as text), cast(c.faults as text), c.finished_at, c.decided_at,"
          + " (select count(*) from calibration_item i where i.calibration_id = c.id),"
          + " (select count(i.report) from calibration_item i where i.calibration_id = c.id)"
          + " from calibration c ";

  /**
   * Asks for one, unless one is under way.
   *
   * @param nightly then only if there are new answers, and no night has asked in twelve hours
   */
  @Transactional
  public void ask(Instant now, boolean nightly) {
    entities
        .createNativeQuery(
            "insert into calibration (id, state, nightly, asked_at, answers)"
                + " select gen_random_uuid(), 'waiting', cast(:nightly as boolean),"
                + " cast(:now as timestamptz), coalesce(sum(answered), 0)"
                + " from attempt having not cast(:nightly as boolean) or (not exists (select 1 from calibration"
                + " where nightly and asked_at > :since) and coalesce(sum(answered), 0) is distinct from"
                + " (select answers from calibration where state not in ('failed')"
                + " order by asked_at desc limit 1))"
                + " on conflict do nothing")
        .setParameter("nightly", nightly)
        .setParameter("now", now)
        .setParameter("since", now.minus(BETWEEN_NIGHTS))
        .executeUpdate();
  }

  /** One that waits for a node, or whose node has gone; from now on it is this node's. */
  @Transactional(TxType.REQUIRES_NEW)
  public Optional<Standing> lease(Instant now) {
    List<?> due =
        entities
            .createNativeQuery(
                "select id from calibration where state in ('waiting', 'working')"
                    + " and (lease_until is null or lease_until < :now) for update skip locked",
                UUID.class)
            .setParameter("now", now)
            .getResultList();
    due.forEach(
        id ->
            change(
                    "update calibration set state = 'working', lease_until = :until,"
                        + " tries = tries + 1 where id = :id",
                    (UUID) id)
                .setParameter("until", now.plus(LEASE))
                .executeUpdate());
    return due.stream().findFirst().flatMap(id -> find((UUID) id));
  }

  /** This node is still at it. */
  @Transactional(TxType.REQUIRES_NEW)
  public void beat(UUID id, Instant now) {
    release(id, now.plus(LEASE));
  }

  /** This node is not at it any more; from then on another may be. */
  @Transactional(TxType.REQUIRES_NEW)
  public void release(UUID id, Instant from) {
    change("update calibration set lease_until = :from where id = :id and state = 'working'", id)
        .setParameter("from", from)
        .executeUpdate();
  }

  @Transactional(TxType.REQUIRES_NEW)
  public void executed(UUID id, long execution) {
    change("update calibration set execution = :execution where id = :id", id)
        .setParameter("execution", execution)
        .executeUpdate();
  }

  /** Ends the work at one, and forgets who came to what. */
  @Transactional
  public void end(UUID id, State state, Instant now) {
    if (state == State.READY) {
      entities
          .createNativeQuery("update calibration set state = 'superseded' where state = 'ready'")
          .executeUpdate();
    }
    change(
            "update calibration set state = :state, finished_at = :now, snapshot = null,"
                + " lease_until = null where id = :id and state = 'working'",
            id)
        .setParameter("state", state.code())
        .setParameter("now", now)
        .executeUpdate();
  }

  /**
   * Keeps who came to what until the end of the work.
   *
   * @param snapshot empty where it comes to its end at once
   */
  @Transactional
  public void collected(UUID id, int persons, byte[] snapshot) {
    change("update calibration set persons = :persons, snapshot = :snapshot where id = :id", id)
        .setParameter("persons", persons)
        .setParameter("snapshot", snapshot)
        .executeUpdate();
  }

  @Transactional
  public byte[] snapshot(UUID id) {
    return (byte[])
        entities
            .createNativeQuery("select snapshot from calibration where id = :id", byte[].class)
            .setParameter("id", id)
            .getSingleResult();
  }

  /** Keeps what was estimated, in place of what an earlier try did. */
  @Transactional
  public void estimated(
      UUID id, List<ItemRow> items, double shift, String bank, String faults, Instant now) {
    change("delete from calibration_item where calibration_id = :id", id).executeUpdate();
    for (ItemRow item : items) {
      change(
              "insert into calibration_item (calibration_id, nth, item, version, area, guess,"
                  + " spread, difficulty, error, fit, written_at) values (:id, :nth, :item,"
                  + " :version, :area, :guess, :spread,"
                  + " cast(nullif(:difficulty, '') as double precision),"
                  + " cast(nullif(:error, '') as double precision), cast(:fit as jsonb), :now)",
              id)
          .setParameter("nth", item.nth())
          .setParameter("item", item.item())
          .setParameter("version", item.version())
          .setParameter("area", item.area())
          .setParameter("guess", item.guess())
          .setParameter("spread", item.spread())
          .setParameter("difficulty", text(item.difficulty()))
          .setParameter("error", text(item.error()))
          .setParameter("fit", item.fit())
          .setParameter("now", now)
          .executeUpdate();
    }
    change(
            "update calibration set shift = :shift, bank = cast(:bank as jsonb),"
                + " faults = cast(:faults as jsonb) where id = :id",
            id)
        .setParameter("shift", shift)
        .setParameter("bank", bank)
        .setParameter("faults", faults)
        .executeUpdate();
  }

  private static String text(Double value) {
    return value == null ? "" : value.toString();
  }

  /** Keeps what is shown of an item; the same again changes nothing but the time. */
  @Transactional
  public void analysed(UUID id, int nth, Analysis report, Instant now) {
    change(
            "update calibration_item set report = cast(:report as jsonb), written_at = :now"
                + " where calibration_id = :id and nth = :nth",
            id)
        .setParameter("nth", nth)
        .setParameter("report", JSON.toJson(report))
        .setParameter("now", now)
        .executeUpdate();
  }

  /** All items of one, in their order. */
  @Transactional
  @SuppressWarnings("unchecked")
  public List<ItemRow> items(UUID id) {
    List<Object[]> rows =
        change(
                "select nth, item, version, area, guess, spread, difficulty, error,"
                    + " cast(fit as text), cast(report as text) from calibration_item"
                    + " where calibration_id = :id order by nth",
                id)
            .getResultList();
    return rows.stream()
        .map(
            r ->
                new ItemRow(
                    (Integer) r[0],
                    (String) r[1],
                    (Integer) r[2],
                    (String) r[3],
                    (Double) r[4],
                    (Double) r[5],
                    (Double) r[6],
                    (Double) r[7],
                    (String) r[8],
                    (String) r[9]))
        .toList();
  }

  /** A trainer has said yes or no; false where it is not open any more. */
  @Transactional
  public boolean decide(UUID id, State state, UUID by, String structure, Instant now) {
    return change(
                "update calibration set state = :state, decided_at = :now, decided_by = :by,"
                    + " structure = nullif(:structure, '') where id = :id and state = 'ready'",
                id)
            .setParameter("state", state.code())
            .setParameter("now", now)
            .setParameter("by", by)
            .setParameter("structure", structure == null ? "" : structure)
            .executeUpdate()
        == 1;
  }

  @Transactional
  public Optional<Standing> find(UUID id) {
    return standing("where c.id = :id", Map.of("id", id));
  }

  /** The latest that was asked for. */
  @Transactional
  public Optional<Standing> latest() {
    return standing("order by c.asked_at desc, c.id limit 1", Map.of());
  }

  /** The latest that has a report. */
  @Transactional
  public Optional<Standing> reported() {
    return standing(
        "where c.state in ('ready', 'accepted', 'declined')"
            + " order by c.finished_at desc, c.id limit 1",
        Map.of());
  }

  /** The latest that was accepted. */
  @Transactional
  public Optional<Standing> accepted() {
    return standing(
        "where c.state = 'accepted' order by c.decided_at desc, c.id limit 1", Map.of());
  }

  @SuppressWarnings("unchecked")
  private Optional<Standing> standing(String which, Map<String, Object> values) {
    Query query = entities.createNativeQuery(STANDING + which);
    values.forEach(query::setParameter);
    return ((List<Object[]>) query.getResultList())
        .stream()
            .findFirst()
            .map(
                r ->
                    new Standing(
                        (UUID) r[0],
                        State.valueOf(((String) r[1]).toUpperCase(Locale.ROOT)),
                        (Boolean) r[2],
                        at(r[3]),
                        (Long) r[4],
                        (Integer) r[5],
                        (Integer) r[6],
                        (Double) r[7],
                        (String) r[8],
                        (String) r[9],
                        at(r[10]),
                        at(r[11]),
                        ((Number) r[12]).intValue(),
                        ((Number) r[13]).intValue()));
  }

  /** The zones that places are in. */
  @Transactional
  public List<String> zones() {
    List<?> zones =
        entities.createNativeQuery("select distinct time_zone from org_unit").getResultList();
    return zones.stream().map(String.class::cast).toList();
  }

  private static Instant at(Object value) {
    return value instanceof Timestamp time ? time.toInstant() : (Instant) value;
  }

  private Query change(String sql, UUID id) {
    return entities.createNativeQuery(sql).setParameter("id", id);
  }
}
