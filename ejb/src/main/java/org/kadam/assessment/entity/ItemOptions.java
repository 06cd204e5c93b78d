package org.kadam.assessment.entity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How often each answer of an item was chosen. */
@ApplicationScoped
public class ItemOptions {

  @PersistenceContext private EntityManager entities;

  /** An answer of an item as it was worded then. */
  public record Key(String item, int version, String option) {}

  /** Counts some more. */
  public void add(Map<Key, Integer> chosen) {
    chosen.forEach(
        (key, count) ->
            entities
                .createNativeQuery(
                    "insert into item_option (item, version, option, chosen)"
                        + " values (:item, :version, :option, :chosen)"
                        + " on conflict (item, version, option) do update"
                        + " set chosen = item_option.chosen + excluded.chosen")
                .setParameter("item", key.item())
                .setParameter("version", key.version())
                .setParameter("option", key.option())
                .setParameter("chosen", count)
                .executeUpdate());
  }

  /** The counts of one item. */
  @SuppressWarnings("unchecked")
  public Map<String, Long> of(String item, int version) {
    Map<String, Long> chosen = new HashMap<>();
    List<Object[]> rows =
        entities
            .createNativeQuery(
                "select option, chosen from item_option where item = :item and version = :version")
            .setParameter("item", item)
            .setParameter("version", version)
            .getResultList();
    rows.forEach(row -> chosen.put((String) row[0], ((Number) row[1]).longValue()));
    return chosen;
  }

  /** Forgets all. */
  public void clear() {
    entities.createNativeQuery("delete from item_option").executeUpdate();
  }
}
