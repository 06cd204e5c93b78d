package org.kadam.event.entity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kadam.privacy.control.Holding;
import org.kadam.privacy.entity.Records;

/**
 * The ledger's part. Of an erased worker's events there stays what is only counted: that there was
 * one, its id, and the day on which it came in; so the same event sent again is known, and a
 * rebuild finds nothing to make anything of. Her keys go, and with them what was sealed with them
 * and could not be opened.
 */
@ApplicationScoped
public class EventHolding implements Holding {

  private static final String EVENTS =
      """
      select id, type, v, device, seq,
        to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at,
        to_char(sent_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "sentAt",
        to_char(received_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "receivedAt",
        encode(content_hash, 'hex') as "contentHash", body
      from event where worker_id = :worker order by position
      """;

  private static final String PHONES =
      """
      select device,
        to_char(registered_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "registeredAt",
        to_char(h.until at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "helpedUntil"
      from phone_key k left join helped_phone h on h.key_id = k.id
      where k.worker_id = :worker order by registered_at
      """;

  /** What claims to be hers but was vouched for by somebody else is shown to neither. */
  private static final String QUARANTINE =
      """
      select reason,
        to_char(received_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "receivedAt", raw
      from quarantine
      where worker_claimed = :worker and session_worker = :worker
        or key_id in (select id from phone_key where worker_id = :worker)
      order by id
      """;

  @Inject private Records records;
  @Inject private Ledger ledger;

  @Override
  public String name() {
    return "event";
  }

  @Override
  public Map<String, List<String>> tables() {
    return Map.of(
        "ledger", List.of("worker_id"),
        "phone_key", List.of("worker_id"),
        "helped_phone", List.of("helper_id"),
        "quarantine", List.of("worker_claimed", "session_worker"));
  }

  @Override
  public List<Kept> export(UUID worker) {
    return List.of(
        new Kept("phones", "account", "phone", records.about(worker, PHONES)),
        new Kept("events", "learning", "phone", records.about(worker, EVENTS)),
        new Kept("quarantine", "learning", "phone", records.about(worker, QUARANTINE)));
  }

  @Override
  public void erase(UUID worker) {
    records.settle();
    // No projection is under way with her events in its hands until this is done.
    records.lock("select 1 from projection order by name for update");
    records.change(
        worker,
        "delete from quarantine where worker_claimed = :worker"
            + " or key_id in (select id from phone_key where worker_id = :worker)"
            + " or (session_worker = :worker and worker_claimed is null)",
        "update quarantine set session_worker = null where session_worker = :worker",
        "update helped_phone set helper_id = null where helper_id = :worker",
        "delete from phone_key where worker_id = :worker");
    ledger.erase(worker);
  }
}
