package org.kadam.privacy.control;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a component keeps about people. A component that has a table with a worker's id in it hands
 * in one holding; a test compares their tables with the schema. All runs inside the caller's
 * transaction.
 */
public interface Holding {

  /** The component's name; {@link Holdings} knows the order in which they are erased. */
  String name();

  /** The tables with a worker's id, and the column or columns that carry it. */
  Map<String, List<String>> tables();

  /** All that is kept about one worker, as she may read it. */
  List<Kept> export(UUID worker);

  /**
   * Takes everything away that leads to a worker, and leaves what is only counted. May be repeated:
   * what came in meanwhile, or back with a backup, goes too.
   */
  void erase(UUID worker);

  /**
   * Deletes what has been kept long enough.
   *
   * @return how many records were deleted, by the id of their purpose
   */
  default Map<String, Expired> expire(Instant now) {
    return Map.of();
  }

  /**
   * What has been deleted of one purpose.
   *
   * @param before what was older than this had been kept long enough
   */
  record Expired(Instant before, long deleted) {}

  /**
   * Some records of one kind about one worker.
   *
   * @param what their kind, which has a name in every language: {@code kept.<what>}
   * @param purpose why they are kept, a purpose of {@code content/privacy}
   * @param source where they come from: roster, phone, helper, server or herself
   * @param records each with its fields, as they are stored
   */
  record Kept(String what, String purpose, String source, List<JsonObject> records) {

    public Kept {
      records = List.copyOf(records);
    }
  }
}
