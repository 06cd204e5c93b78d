package org.kadam.worker.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.kadam.orgunit.entity.OrgUnit;
import org.kadam.orgunit.entity.OrgUnits;
import org.kadam.worker.entity.Accounts;
import org.kadam.worker.entity.Worker;
import org.kadam.worker.entity.WorkerNames;
import org.kadam.worker.entity.Workers;

/** Brings a roster of people in, and tells the outbox whose account has to follow. */
@ApplicationScoped
class WorkerRoster {

  private static final int AT_ONCE = 1_000;

  @Inject private Workers workers;
  @Inject private WorkerNames names;
  @Inject private OrgUnits units;
  @Inject private Accounts accounts;
  @Inject private Event<DevicesReported> devices;

  Counts take(RosterTable table, Faults faults, Instant now) {
    Map<String, WorkerRow> read = WorkerRow.read(table, LocalDate.ofInstant(now, ZoneOffset.UTC));
    Map<String, OrgUnit> places =
        units.byCodes(
            read.values().stream()
                .map(WorkerRow::unit)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
    for (WorkerRow row : read.values()) {
      OrgUnit unit = places.get(row.unit());
      row.check(
          unit == null ? null : new WorkerRow.Place(unit.land(), unit.department().orElse(null)));
    }
    faults.refuse();

    List<WorkerRow> rows = new ArrayList<>(read.values());
    int added = 0;
    int changed = 0;
    for (int from = 0; from < rows.size(); from += AT_ONCE) {
      List<WorkerRow> some = rows.subList(from, Math.min(from + AT_ONCE, rows.size()));
      Counts counts = take(some, places, now);
      added += counts.added();
      changed += counts.changed();
      workers.flushAndForget();
    }
    return Counts.of(added, changed, rows.size() - added - changed);
  }

  private Counts take(List<WorkerRow> rows, Map<String, OrgUnit> places, Instant now) {
    Map<String, Worker> known = workers.byCodes(rows.stream().map(WorkerRow::code).toList());
    Set<UUID> added = new HashSet<>();
    Set<UUID> changed = new HashSet<>();
    Set<UUID> accountsToFollow = new HashSet<>();
    Map<UUID, WorkerRow> byId = new LinkedHashMap<>();
    for (WorkerRow row : rows) {
      Worker.Description described = description(row, places);
      Worker worker = known.get(row.code());
      if (worker == null) {
        worker = new Worker(row.code(), described, now);
        workers.add(worker);
        added.add(worker.id());
      } else {
        boolean wasActive = worker.active();
        if (worker.describe(described, now)) {
          changed.add(worker.id());
        }
        if (wasActive != worker.active()) {
          accountsToFollow.add(worker.id());
        }
      }
      byId.put(worker.id(), row);
    }
    write(byId, changed, accountsToFollow);
    report(byId, places, changed, now);
    changed.addAll(accounts.offer(firstPins(byId), now));
    changed.removeAll(added);
    accountsToFollow.removeAll(added);
    accounts.want(accountsToFollow, now);
    return Counts.of(added.size(), changed.size(), 0);
  }

  private static Worker.Description description(WorkerRow row, Map<String, OrgUnit> places) {
    return new Worker.Description(
        row.sex(),
        row.birthYear(),
        row.cadre(),
        row.language(),
        places.get(row.unit()).id(),
        row.roleStart(),
        row.active());
  }

  private void write(Map<UUID, WorkerRow> rows, Set<UUID> changed, Set<UUID> accountsToFollow) {
    Map<UUID, WorkerNames.Said> said = new HashMap<>();
    rows.forEach((id, row) -> said.put(id, new WorkerNames.Said(row.name(), row.phone())));
    names
        .write(said)
        .forEach(
            (id, difference) -> {
              if (difference != WorkerNames.Difference.NONE) {
                changed.add(id);
              }
              if (difference == WorkerNames.Difference.PHONE) {
                accountsToFollow.add(id);
              }
            });
  }

  private void report(
      Map<UUID, WorkerRow> rows,
      Map<String, OrgUnit> places,
      Collection<UUID> changed,
      Instant now) {
    DevicesReported report = new DevicesReported(new HashMap<>(), new HashMap<>(), new HashSet<>());
    rows.forEach(
        (id, row) -> {
          if (row.device() != null) {
            report.devices().put(id, row.device());
            report.days().put(id, LocalDate.ofInstant(now, places.get(row.unit()).timeZone()));
          }
        });
    devices.fire(report);
    changed.addAll(report.changed());
  }

  private static Map<UUID, String> firstPins(Map<UUID, WorkerRow> rows) {
    Map<UUID, String> pins = new HashMap<>();
    rows.forEach((id, row) -> pins.put(id, row.firstPin()));
    return pins;
  }
}
