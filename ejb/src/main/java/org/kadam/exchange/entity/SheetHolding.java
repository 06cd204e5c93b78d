package org.kadam.exchange.entity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kadam.privacy.control.Holding;
import org.kadam.privacy.entity.Records;

/** The sheets of paper: who was given one, and when it was entered. */
@ApplicationScoped
public class SheetHolding implements Holding {

  private static final String SHEETS =
      """
      select code as sheet, name as about,
        to_char(made_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "madeAt",
        to_char(entered_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "enteredAt"
      from sheet where worker_id = :worker order by made_at, code
      """;

  @Inject private Records records;

  @Override
  public String name() {
    return "exchange";
  }

  @Override
  public Map<String, List<String>> tables() {
    return Map.of("sheet", List.of("worker_id", "made_by", "entered_by"));
  }

  @Override
  public List<Kept> export(UUID worker) {
    return List.of(new Kept("sheets", "learning", "helper", records.about(worker, SHEETS)));
  }

  @Override
  public void erase(UUID worker) {
    records.settle();
    records.change(
        worker,
        "delete from sheet where worker_id = :worker",
        "update sheet set made_by = null where made_by = :worker",
        "update sheet set entered_by = null where entered_by = :worker");
  }
}
