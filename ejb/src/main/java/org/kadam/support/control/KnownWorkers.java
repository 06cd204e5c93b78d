package org.kadam.support.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.kadam.assessment.control.Ability;
import org.kadam.assessment.control.Form;
import org.kadam.assessment.control.Item;
import org.kadam.assessment.control.Outcome;
import org.kadam.assessment.entity.Attempt;
import org.kadam.assessment.entity.Attempts;
import org.kadam.assessment.entity.Forms;
import org.kadam.device.entity.DeviceFact;
import org.kadam.device.entity.DeviceFacts;
import org.kadam.orgunit.entity.OrgUnit;
import org.kadam.orgunit.entity.OrgUnits;
import org.kadam.support.rule.Known;
import org.kadam.worker.entity.Worker;
import org.kadam.worker.entity.Workers;

/**
 * Gathers what rules may know, for many workers at once. Offers are for those who work with
 * families and are still there; for everybody else there is nothing to know.
 */
@ApplicationScoped
public class KnownWorkers {

  @Inject private Workers workers;
  @Inject private OrgUnits units;
  @Inject private DeviceFacts devices;
  @Inject private Attempts attempts;
  @Inject private Forms forms;

  /** What is known now, by worker. */
  public Map<UUID, Known> of(Collection<UUID> ids, Instant now) {
    List<Worker> found =
        workers.byIds(ids).values().stream()
            .filter(worker -> worker.active() && worker.cadre().frontline())
            .toList();
    if (found.isEmpty()) {
      return Map.of();
    }
    List<UUID> own = found.stream().map(Worker::id).toList();
    Map<UUID, OrgUnit> places =
        units.byIds(found.stream().map(Worker::unitId).collect(Collectors.toSet()));
    Map<UUID, DeviceFact> device = devices.latest(own, DeviceFact.DEVICE);
    Map<UUID, List<Attempt>> scored = attempts.scored(own, Known.RESULTS);
    Map<UUID, Known> known = new HashMap<>();
    for (Worker worker : found) {
      ZoneId zone = places.get(worker.unitId()).timeZone();
      known.put(
          worker.id(),
          new Known(
              now,
              Optional.ofNullable(device.get(worker.id())).map(KnownWorkers::device),
              scored.getOrDefault(worker.id(), List.of()).stream()
                  .map(attempt -> result(attempt, zone))
                  .toList()));
    }
    return known;
  }

  private static Known.Device device(DeviceFact fact) {
    return new Known.Device(fact.value(), fact.source(), fact.observedOn());
  }

  private Known.Result result(Attempt attempt, ZoneId zone) {
    Ability ability = attempt.result().orElseThrow();
    Instant at = attempt.scoredAt().orElseThrow();
    Form form = forms.of(attempt.formHash().orElseThrow());
    Map<String, Outcome> outcomes = attempt.outcomes();
    return new Known.Result(
        attempt.key().attempt(),
        at,
        at.atZone(zone).toLocalDate(),
        ability.below(),
        form.with(Set.of(Outcome.NOT_DONE), outcomes).stream()
            .filter(Item::observed)
            .map(Item::id)
            .toList(),
        form.with(Set.of(Outcome.HELPED), outcomes).stream().map(Item::id).toList());
  }
}
