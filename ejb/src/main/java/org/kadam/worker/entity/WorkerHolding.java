package org.kadam.worker.entity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kadam.privacy.control.Holding;
import org.kadam.privacy.entity.Records;

/**
 * The roster's part: who she is, her name, what she may do, how she signs in. Erasing takes the
 * worker herself away, so it comes last.
 */
@ApplicationScoped
public class WorkerHolding implements Holding {

  private static final String WORKER =
      """
      select w.code, w.sex, w.birth_year as "birthYear", w.cadre, w.department, u.code as place,
        coalesce(w.chosen_language, w.language) as language, w.role_start as "roleStart",
        w.active, to_char(w.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as since
      from worker w join org_unit u on u.id = w.unit_id where w.id = :worker
      """;

  private static final String ASSIGNMENTS =
      """
      select s.role, u.code as place, s.department,
        to_char(s.since at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as since
      from staff_assignment s join org_unit u on u.id = s.unit_id
      where s.worker_id = :worker order by s.role, u.code
      """;

  private static final String IMPORTS =
      """
      select r.action as state, array_to_string(r.fields, ', ') as fact,
        to_char(coalesce(i.done_at, i.made_at) at time zone 'UTC',
          'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at
      from roster_import_row r join roster_import i on i.id = r.import_id
      where r.ref = :worker order by i.made_at, r.n
      """;

  private static final String ACCOUNT =
      """
      select state, to_char(made_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "madeAt",
        to_char(pin_made_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "pinMadeAt",
        to_char(h.phone_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "phoneChangedAt",
        to_char(h.active_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "leftOrBackAt"
      from account a left join changed_by_hand h on h.worker_id = a.worker_id
      where a.worker_id = :worker
      """;

  private static final String IDENTITY =
      """
      select issuer as source, subject as id,
        to_char(since at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as since
      from identity where worker_id = :worker order by issuer, subject
      """;

  @Inject private Records records;
  @Inject private WorkerNames names;
  @Inject private AccountEnds ends;

  @Override
  public String name() {
    return "worker";
  }

  @Override
  public Map<String, List<String>> tables() {
    return Map.of(
        "worker", List.of("id"),
        "worker_name", List.of("worker_id"),
        "staff_assignment", List.of("worker_id"),
        "account", List.of("worker_id", "pin_made_by"),
        "changed_by_hand", List.of("worker_id", "phone_by", "active_by"),
        "identity", List.of("worker_id"),
        "roster_import", List.of("made_by", "confirmed_by", "undone_by"),
        "roster_import_row", List.of("ref"));
  }

  @Override
  public List<Kept> export(UUID worker) {
    return List.of(
        new Kept("worker", "roster", "roster", records.about(worker, WORKER)),
        new Kept("name", "roster", "roster", called(worker)),
        new Kept("assignments", "roster", "roster", records.about(worker, ASSIGNMENTS)),
        new Kept("imports", "roster", "roster", records.about(worker, IMPORTS)),
        new Kept("account", "account", "server", records.about(worker, ACCOUNT)),
        new Kept("identity", "account", "server", records.about(worker, IDENTITY)));
  }

  private List<JsonObject> called(UUID worker) {
    String name = names.of(List.of(worker)).get(worker);
    if (name == null) {
      return List.of();
    }
    var json = Json.createObjectBuilder().add("name", name);
    names.phone(worker).ifPresent(phone -> json.add("phone", phone));
    return List.of(json.build());
  }

  @Override
  public void erase(UUID worker) {
    records.settle();
    ends.of(worker, Instant.now());
    records.change(
        worker,
        "delete from identity where worker_id = :worker",
        "delete from changed_by_hand where worker_id = :worker",
        "update changed_by_hand set phone_by = null where phone_by = :worker",
        "update changed_by_hand set active_by = null where active_by = :worker",
        "delete from account where worker_id = :worker",
        "update account set pin_made_by = null where pin_made_by = :worker",
        "delete from roster_import_row where ref = :worker",
        "update roster_import set made_by = null where made_by = :worker",
        "update roster_import set confirmed_by = null where confirmed_by = :worker",
        "update roster_import set undone_by = null where undone_by = :worker",
        "delete from staff_assignment where worker_id = :worker",
        "delete from worker_name where worker_id = :worker",
        "delete from worker where id = :worker");
  }
}
