package org.kadam.device.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.kadam.device.entity.DeviceFact;
import org.kadam.device.entity.DeviceFacts;
import org.kadam.worker.control.DevicesAsked;
import org.kadam.worker.control.DevicesReported;

/** Keeps what a roster says about devices: a new fact where it is news, nothing where it is not. */
@ApplicationScoped
public class RosterDevices {

  @Inject private DeviceFacts facts;

  void tell(@Observes DevicesAsked asked) {
    facts
        .latest(asked.workers(), DeviceFact.DEVICE)
        .forEach((worker, fact) -> asked.devices().put(worker, fact.value()));
  }

  void keep(@Observes DevicesReported report) {
    Map<UUID, DeviceFact> known = facts.latest(report.devices().keySet(), DeviceFact.DEVICE);
    report
        .devices()
        .forEach(
            (worker, device) -> {
              DeviceFact latest = known.get(worker);
              if (device == null) {
                facts.forget(
                    worker, DeviceFact.DEVICE, DeviceFact.ROSTER, report.days().get(worker));
              } else if (latest == null || !latest.value().equals(device)) {
                facts.observe(
                    new DeviceFact(
                        worker,
                        DeviceFact.DEVICE,
                        device,
                        DeviceFact.ROSTER,
                        report.days().get(worker)),
                    latest);
                report.changed().add(worker);
              }
            });
  }
}
