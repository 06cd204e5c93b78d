package org.kadam.worker.entity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What administrators said the headings of files mean. */
@ApplicationScoped
public class RosterHeadings {

  @PersistenceContext private EntityManager entities;

  /** Our column by heading, for those about which something was said; empty for left out. */
  @SuppressWarnings("unchecked")
  public Map<String, String> of(Collection<String> headings) {
    Map<String, String> columns = new HashMap<>();
    if (!headings.isEmpty()) {
      ((List<Object[]>)
              entities
                  .createNativeQuery(
                      "select heading, column_of from roster_heading where heading in (:headings)",
                      Object[].class)
                  .setParameter("headings", headings)
                  .getResultList())
          .forEach(row -> columns.put((String) row[0], (String) row[1]));
    }
    return columns;
  }

  @Transactional
  public void keep(Map<String, String> columns, Instant now) {
    columns.forEach(
        (heading, column) ->
            entities
                .createNativeQuery(
                    "insert into roster_heading (heading, column_of, since)"
                        + " values (:heading, :column, :now) on conflict (heading)"
                        + " do update set column_of = excluded.column_of, since = excluded.since")
                .setParameter("heading", heading)
                .setParameter("column", column)
                .setParameter("now", now)
                .executeUpdate());
  }
}
