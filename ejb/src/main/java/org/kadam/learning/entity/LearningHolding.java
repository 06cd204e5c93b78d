package org.kadam.learning.entity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kadam.privacy.control.Holding;
import org.kadam.privacy.entity.Records;

/** How far she is in each module: made of her events, and gone with them. */
@ApplicationScoped
public class LearningHolding implements Holding {

  private static final String MODULES =
      """
      select course, module, cards,
        to_char(started_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "startedAt",
        to_char(finished_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "finishedAt"
      from module_progress where worker_id = :worker order by started_at, course, module
      """;

  @Inject private Records records;

  @Override
  public String name() {
    return "learning";
  }

  @Override
  public Map<String, List<String>> tables() {
    return Map.of("module_progress", List.of("worker_id"), "reached", List.of("worker_id"));
  }

  @Override
  public List<Kept> export(UUID worker) {
    return List.of(new Kept("modules", "learning", "phone", records.about(worker, MODULES)));
  }

  @Override
  public void erase(UUID worker) {
    records.change(
        worker,
        "delete from module_progress where worker_id = :worker",
        "delete from reached where worker_id = :worker");
  }
}
