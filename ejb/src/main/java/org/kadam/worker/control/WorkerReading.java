package org.kadam.worker.control;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.kadam.json.Jsons;
import org.kadam.orgunit.entity.OrgUnit;
import org.kadam.orgunit.entity.OrgUnits;
import org.kadam.worker.entity.RosterRows;

/**
 * Reads people, a thousand at a time: their places are looked up together, and what is right is
 * kept. Of the whole file it remembers the codes, and which places there are.
 */
final class WorkerReading implements RosterWork.Reading {

  private static final int AT_ONCE = 1_000;

  private final UUID roster;
  private final Faults faults;
  private final LocalDate today;
  private final IntConsumer progress;
  private final OrgUnits units;
  private final RosterRows kept;
  private final FirstOf<String> codes = new FirstOf<>();
  private final Map<String, Optional<WorkerRow.Place>> places = new HashMap<>();
  private final List<WorkerRow> some = new ArrayList<>();
  private int rows;

  WorkerReading(
      UUID roster,
      Faults faults,
      Instant now,
      IntConsumer progress,
      OrgUnits units,
      RosterRows kept) {
    this.roster = roster;
    this.faults = faults;
    this.today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    this.progress = progress;
    this.units = units;
    this.kept = kept;
  }

  @Override
  public void accept(Row row) {
    WorkerRow worker = WorkerRow.read(row, today);
    if (worker.code() != null) {
      codes.take(worker.code(), row, "worker_id");
    }
    some.add(worker);
    if (some.size() == AT_ONCE) {
      keep();
    }
  }

  @Override
  public int end() {
    keep();
    return rows;
  }

  private void keep() {
    find(
        some.stream()
            .map(WorkerRow::unit)
            .filter(Objects::nonNull)
            .filter(unit -> !places.containsKey(unit))
            .collect(Collectors.toSet()));
    some.forEach(
        worker -> worker.check(places.getOrDefault(worker.unit(), Optional.empty()).orElse(null)));
    if (faults.total() == 0 && !some.isEmpty()) {
      List<RosterRows.Said> said = new ArrayList<>();
      for (WorkerRow worker : some) {
        said.add(
            new RosterRows.Said(
                rows + said.size(),
                worker.row().line(),
                worker.code(),
                said(worker),
                personal(worker),
                worker.firstPin()));
      }
      kept.add(roster, said);
    }
    rows += some.size();
    some.clear();
    progress.accept(rows);
  }

  private void find(Set<String> unknown) {
    if (unknown.isEmpty()) {
      return;
    }
    Map<String, OrgUnit> found = units.byCodes(unknown);
    unknown.forEach(
        code ->
            places.put(
                code,
                Optional.ofNullable(found.get(code))
                    .map(
                        unit -> new WorkerRow.Place(unit.land(), unit.department().orElse(null)))));
  }

  private static JsonObject said(WorkerRow worker) {
    JsonObjectBuilder said =
        Jsons.JSON
            .createObjectBuilder()
            .add("language", worker.language().tag())
            .add("cadre", worker.cadre().code())
            .add("active", worker.active())
            .add("unit_code", worker.unit());
    if (worker.row().has("sex")) {
      add(said, "sex", worker.sex() == null ? null : worker.sex().code());
    }
    if (worker.row().has("role_start")) {
      add(said, "role_start", worker.roleStart() == null ? null : worker.roleStart().toString());
    }
    if (worker.birthYear() != null) {
      said.add("birth_year", worker.birthYear());
    } else if (worker.row().has("birth_year")) {
      said.addNull("birth_year");
    }
    if (worker.device() != null) {
      said.add("device", worker.device());
    }
    return said.build();
  }

  private static JsonObject personal(WorkerRow worker) {
    JsonObjectBuilder personal = Jsons.JSON.createObjectBuilder().add("name", worker.name());
    if (worker.row().has("phone_e164")) {
      add(personal, "phone_e164", worker.phone());
    }
    return personal.build();
  }

  private static void add(JsonObjectBuilder object, String key, String text) {
    if (text == null) {
      object.addNull(key);
    } else {
      object.add(key, text);
    }
  }
}
