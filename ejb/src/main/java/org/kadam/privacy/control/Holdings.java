package org.kadam.privacy.control;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Everything that is kept about people. Refuses to start on an unknown or doubled holding, so that
 * none is left out of an erasure by a slip of the pen.
 */
@ApplicationScoped
public class Holdings {

  /**
   * The order of erasing: the ledger first, so that no projection that is under way writes her
   * again; the roster last, since the others point to it.
   */
  private static final List<String> ORDER =
      List.of(
          "event",
          "learning",
          "assessment",
          "device",
          "support",
          "credential",
          "exchange",
          "privacy",
          "worker");

  @Inject @Any private Instance<Holding> found;
  @PersistenceContext private EntityManager entities;

  private List<Holding> all;

  Holdings() {
    // for the container
  }

  @PostConstruct
  void begin() {
    all = ordered(found.stream().toList());
  }

  static List<Holding> ordered(List<Holding> given) {
    List<Holding> ordered = new ArrayList<>(given);
    ordered.sort(Comparator.comparingInt(holding -> ORDER.indexOf(holding.name())));
    if (!ordered.stream().map(Holding::name).toList().equals(ORDER)) {
      throw new IllegalStateException(
          "Holdings must be "
              + ORDER
              + ", each once, and are "
              + ordered.stream().map(Holding::name).toList());
    }
    return List.copyOf(ordered);
  }

  /** All holdings, in the order of erasing. */
  public List<Holding> all() {
    return all;
  }

  /** How many rows of each table carry a worker's id; tables with none are left out. */
  public Map<String, Long> counts(UUID worker) {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (Holding holding : all) {
      holding
          .tables()
          .forEach(
              (table, columns) -> {
                String any = String.join(" = :worker or ", columns) + " = :worker";
                Number rows =
                    (Number)
                        entities
                            .createNativeQuery("select count(*) from " + table + " where " + any)
                            .setParameter("worker", worker)
                            .getSingleResult();
                if (rows.longValue() > 0) {
                  counts.put(table, rows.longValue());
                }
              });
    }
    return counts;
  }
}
