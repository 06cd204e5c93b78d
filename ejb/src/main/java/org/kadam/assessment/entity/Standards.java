package org.kadam.assessment.entity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** All panels that judged the cuts, and what they said. Call it within a transaction. */
@ApplicationScoped
@Transactional
public class Standards {

  private static final Jsonb JSON = JsonbBuilder.create();

  @PersistenceContext private EntityManager entities;

  /**
   * A panel.
   *
   * @param cuts that were set, in logits; null as long as they are proposed
   */
  public record Standard(
      UUID id, LocalDate heldOn, String panel, String form, List<Double> cuts, Instant setAt) {}

  /** One judge's shares of an item, one for each cut. */
  public record Rating(String item, int version, List<Integer> shares) {}

  public void add(UUID id, LocalDate heldOn, String panel, String form, Instant now) {
    change(
            "insert into standard (id, held_on, panel, form, made_at)"
                + " values (:id, :heldOn, :panel, :form, :now)",
            id)
        .setParameter("heldOn", heldOn)
        .setParameter("panel", panel)
        .setParameter("form", form)
        .setParameter("now", now)
        .executeUpdate();
  }

  /** The latest panels, the last that met first. */
  public List<Standard> page(int most) {
    return standards("order by held_on desc, made_at desc, id limit " + most, Map.of());
  }

  public Optional<Standard> find(UUID id) {
    return standards("where id = :id", Map.of("id", id)).stream().findFirst();
  }

  /** The cuts that were set last for a form. */
  public Optional<Standard> last(String form) {
    return standards(
            "where form = :form and set_at is not null order by set_at desc, id limit 1",
            Map.of("form", form))
        .stream()
        .findFirst();
  }

  @SuppressWarnings("unchecked")
  private List<Standard> standards(String which, Map<String, Object> values) {
    Query query =
        entities.createNativeQuery(
            "select id, held_on, panel, form, cast(cuts as text), set_at from standard " + which);
    values.forEach(query::setParameter);
    return ((List<Object[]>) query.getResultList())
        .stream()
            .map(
                r ->
                    new Standard(
                        (UUID) r[0],
                        r[1] instanceof Date date ? date.toLocalDate() : (LocalDate) r[1],
                        (String) r[2],
                        (String) r[3],
                        r[4] == null ? null : List.of(JSON.fromJson((String) r[4], Double[].class)),
                        r[5] instanceof Timestamp time ? time.toInstant() : (Instant) r[5]))
            .toList();
  }

  /** By judge and item: the shares for each cut, of these versions of the items. */
  @SuppressWarnings("unchecked")
  public Map<Integer, Map<String, List<Integer>>> ratings(UUID id, Map<String, Integer> versions) {
    Map<Integer, Map<String, List<Integer>>> ratings = new TreeMap<>();
    List<Object[]> rows =
        change(
                "select judge, item, version, share from standard_rating where standard_id = :id"
                    + " order by judge, item, cut",
                id)
            .getResultList();
    for (Object[] row : rows) {
      if (row[2].equals(versions.get(row[1]))) {
        ratings
            .computeIfAbsent((Integer) row[0], any -> new TreeMap<>())
            .computeIfAbsent((String) row[1], any -> new ArrayList<>())
            .add((Integer) row[3]);
      }
    }
    return ratings;
  }

  /** Keeps what a judge says, in place of what she said before. */
  public void rate(UUID id, int judge, List<Rating> ratings) {
    change("delete from standard_rating where standard_id = :id and judge = :judge", id)
        .setParameter("judge", judge)
        .executeUpdate();
    for (Rating rating : ratings) {
      for (int cut = 0; cut < rating.shares().size(); cut++) {
        change(
                "insert into standard_rating (standard_id, judge, item, version, cut, share)"
                    + " values (:id, :judge, :item, :version, :cut, :share)",
                id)
            .setParameter("judge", judge)
            .setParameter("item", rating.item())
            .setParameter("version", rating.version())
            .setParameter("cut", cut)
            .setParameter("share", rating.shares().get(cut))
            .executeUpdate();
      }
    }
  }

  /** Sets its cuts; false where they are set already. */
  public boolean set(UUID id, List<Double> cuts, UUID by, Instant now) {
    return change(
                "update standard set cuts = cast(:cuts as jsonb), set_at = :now, set_by = :by"
                    + " where id = :id and set_at is null",
                id)
            .setParameter("cuts", JSON.toJson(cuts))
            .setParameter("now", now)
            .setParameter("by", by)
            .executeUpdate()
        == 1;
  }

  private Query change(String sql, UUID id) {
    return entities.createNativeQuery(sql).setParameter("id", id);
  }
}
