package org.kadam.support.entity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kadam.privacy.control.Holding;
import org.kadam.privacy.control.Purposes;
import org.kadam.privacy.entity.Records;

/** Offers of help to her; and that somebody decided, where it was she. */
@ApplicationScoped
public class SupportHolding implements Holding {

  private static final String OFFERS =
      """
      select kind, rule, state, facts, note, decision_reason as "decisionReason",
        to_char(raised_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "raisedAt",
        to_char(answered_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "answeredAt",
        to_char(decided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "decidedAt",
        to_char(ended_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "endedAt"
      from flag where worker_id = :worker order by raised_at, id
      """;

  @Inject private Records records;

  @Override
  public String name() {
    return "support";
  }

  @Override
  public Map<String, List<String>> tables() {
    return Map.of("flag", List.of("worker_id", "decided_by"));
  }

  @Override
  public List<Kept> export(UUID worker) {
    return List.of(new Kept("offers", "offers", "server", records.about(worker, OFFERS)));
  }

  @Override
  public void erase(UUID worker) {
    records.settle();
    records.change(
        worker,
        "delete from flag where worker_id = :worker",
        "update flag set decided_by = null where decided_by = :worker");
  }

  @Override
  public Map<String, Expired> expire(Instant now) {
    Instant before = Purposes.shipped().named("offers").limit(now).orElseThrow();
    long deleted =
        records.forget(before, "delete from flag where coalesce(ended_at, expires_at) < :before");
    return Map.of("offers", new Expired(before, deleted));
  }
}
