package org.kadam.device.entity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kadam.privacy.control.Holding;
import org.kadam.privacy.control.Purposes;
import org.kadam.privacy.entity.Records;

/**
 * What is known about her device: as the roster says it, on the programme's ground; as a phone says
 * it, only under her own consent, and gone with it.
 */
@ApplicationScoped
public class DeviceHolding implements Holding {

  private static final String ROSTER =
      "select fact, value, source, observed_on as seen from device_fact"
          + " where worker_id = :worker and source = 'roster' order by observed_on, fact";

  private static final String PHONE =
      "select fact, value, source, observed_on as seen from device_fact"
          + " where worker_id = :worker and source <> 'roster' order by observed_on, fact";

  @Inject private Records records;

  @Override
  public String name() {
    return "device";
  }

  @Override
  public Map<String, List<String>> tables() {
    return Map.of("device_fact", List.of("worker_id"));
  }

  @Override
  public List<Kept> export(UUID worker) {
    return List.of(
        new Kept("device-facts", "device-roster", "roster", records.about(worker, ROSTER)),
        new Kept("device-facts", "device", "phone", records.about(worker, PHONE)));
  }

  @Override
  public void erase(UUID worker) {
    records.settle();
    records.change(worker, "delete from device_fact where worker_id = :worker");
  }

  /** The roster's latest word stays while she is on the roster; older ones and phones' facts go. */
  @Override
  public Map<String, Expired> expire(Instant now) {
    Instant roster = Purposes.shipped().named("device-roster").limit(now).orElseThrow();
    Instant phone = Purposes.shipped().named("device").limit(now).orElseThrow();
    return Map.of(
        "device-roster",
        new Expired(
            roster,
            records.forget(
                roster,
                "delete from device_fact f where f.source = 'roster' and exists (select 1"
                    + " from device_fact n where n.worker_id = f.worker_id and n.fact = f.fact"
                    + " and n.source = f.source and n.observed_on > f.observed_on"
                    + " and n.observed_on < cast(:before as date))")),
        "device",
        new Expired(
            phone,
            records.forget(
                phone,
                "delete from device_fact where source <> 'roster'"
                    + " and observed_on < cast(:before as date)")));
  }
}
