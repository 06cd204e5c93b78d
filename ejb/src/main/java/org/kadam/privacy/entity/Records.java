package org.kadam.privacy.entity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What a holding does with its tables, in SQL: each row a record, with the names of the fields as
 * the statement gives them. For holdings, and for nobody else.
 */
@ApplicationScoped
public class Records {

  @PersistenceContext private EntityManager entities;

  /**
   * The records that a statement finds about one worker.
   *
   * @param select with a parameter {@code :worker}; its columns' names are the records' fields, in
   *     their order; null values are left out
   */
  public List<JsonObject> about(UUID worker, String select) {
    String rows =
        (String)
            entities
                .createNativeQuery(
                    "select cast(coalesce(json_agg(json_strip_nulls(row_to_json(r))), '[]')"
                        + " as text) from ("
                        + select
                        + ") r")
                .setParameter("worker", worker)
                .getSingleResult();
    try (var reader = Json.createReader(new StringReader(rows))) {
      JsonArray all = reader.readArray();
      return all.getValuesAs(JsonObject.class);
    }
  }

  /** Changes or deletes the rows about one worker; {@code :worker} is she. */
  public void change(UUID worker, String... statements) {
    for (String statement : statements) {
      entities.createNativeQuery(statement).setParameter("worker", worker).executeUpdate();
    }
  }

  /** Deletes what is older than a moment, {@code :before}; gives how many there were. */
  public long forget(Instant before, String statement) {
    return entities.createNativeQuery(statement).setParameter("before", before).executeUpdate();
  }

  /** Waits for rows and holds them until the transaction ends. */
  public void lock(String select) {
    entities.createNativeQuery(select).getResultList();
  }

  /** Sends what was changed in memory, and lets go of it: statements come after it. */
  public void settle() {
    entities.flush();
    entities.clear();
  }
}
